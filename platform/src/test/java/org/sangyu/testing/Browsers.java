package org.sangyu.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test method a page in the machine's own browser; one browser serves the whole run. */
public final class Browsers implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(Browsers.class);
    private static final List<String> PROGRAMS =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 900;

    private static final Browser BROWSER = launch();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Page.class);
    }

    @Override
    public Page resolveParameter(ParameterContext parameter, ExtensionContext context) {
        BrowserContext session = BROWSER.newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(WIDTH, HEIGHT));
        context.getStore(PLACE).put(parameter.getIndex(), session);
        return session.newPage();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (int index = 0; index < context.getRequiredTestMethod().getParameterCount(); index++) {
            BrowserContext session = context.getStore(PLACE).remove(index, BrowserContext.class);
            if (session != null) {
                session.close();
            }
        }
    }

    private static Browser launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    private static Path program() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no browser on this machine: install chromium"));
    }
}
