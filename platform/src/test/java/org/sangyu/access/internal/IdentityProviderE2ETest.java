package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@BrowserTest
@Import(SignedInAs.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@DisplayName("统一身份认证")
class IdentityProviderE2ETest {

    private static final Authorities AUTHORITIES = new Authorities();

    @Autowired
    SignedInAs as;

    @Autowired
    AccountKeeping keeping;

    @Autowired
    AccountRegister register;

    @Autowired
    LedgerReading ledger;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("sangyu.port", Authorities.Redirects::port);
        properties.add("sangyu.oidc.issuer", AUTHORITIES::issuer);
        properties.add("sangyu.sign-in.sessions", () -> "1");
        properties.add("sangyu.oidc.client-id", () -> "sangyu");
        properties.add("sangyu.oidc.client-secret", () -> Authorities.SECRET);
    }

    @AfterAll
    static void close() {
        AUTHORITIES.close();
    }

    @Test
    @DisplayName("在那里证明了自己的人，用这里的账号进来，留痕里有名字")
    void entersWithTheAccountHere(Page page) {
        String name = as.account(Role.COUNTY_CLERK, "C0G0801");
        CurrentDesk.call(
                Desk.of("keeper", "安全", Role.SECURITY, Place.NATION),
                () -> keeping.identify(register.find(name).orElseThrow(), "E-4100-77"));
        proves(page, "E-4100-77");
        page.waitForURL(url -> url.equals(base() + "/") || url.startsWith(base() + "/?"));
        assertThat(page.locator("h1").innerText()).isNotEmpty();
        Desk auditor = Desk.of("auditor", "审计", Role.AUDITOR, Place.NATION);
        assertThat(CurrentDesk.call(
                        auditor,
                        () -> ledger.list(
                                auditor.scope(),
                                new LedgerReading.Sought(name, "access.sign-in", null, null, null),
                                0,
                                5)))
                .hasSize(1);
    }

    @Test
    @DisplayName("证明了自己、这里却没有账号的人，进不来，页面说清找谁")
    void whoHasNoAccountHereGetsNowhere(Page page) {
        proves(page, "E-0000-00");
        page.waitForURL(url -> url.contains("/sign-in?unknown"));
        assertThat(page.locator("main").innerText()).contains("这里没有与您对应的账号");
        page.navigate(base() + "/elders");
        assertThat(page.url()).endsWith("/sign-in");
    }

    @Test
    @DisplayName("只许一处登录时，从统一身份进来的也一样：第二处进来，第一处退出")
    void theLimitOfBrowsersHoldsHereToo(Page first) {
        String name = as.account(Role.COUNTY_FINANCE, "C0G0801");
        CurrentDesk.call(
                Desk.of("keeper", "安全", Role.SECURITY, Place.NATION),
                () -> keeping.identify(register.find(name).orElseThrow(), "E-4100-78"));
        proves(first, "E-4100-78");
        first.waitForURL(url -> url.equals(base() + "/") || url.startsWith(base() + "/?"));
        Page second = first.context()
                .browser()
                .newContext(new Browser.NewContextOptions().setLocale("zh-CN"))
                .newPage();
        proves(second, "E-4100-78");
        second.waitForURL(url -> url.equals(base() + "/") || url.startsWith(base() + "/?"));
        first.navigate(base() + "/");
        assertThat(first.url()).endsWith("/sign-in?elsewhere");
        second.navigate(base() + "/");
        assertThat(second.url()).isEqualTo(base() + "/");
        second.context().close();
    }

    @Test
    @DisplayName("一个标识只属于一个账号")
    void anIdentityBelongsToOneAccount() {
        String first = as.account(Role.TOWNSHIP, "C0G0801001");
        String second = as.account(Role.COUNTY_CHIEF, "C0G0801");
        CurrentDesk.call(Desk.of("keeper", "安全", Role.SECURITY, Place.NATION), () -> {
            assertThat(keeping.identify(register.find(first).orElseThrow(), "E-1")
                            .refusal())
                    .isNull();
            assertThat(keeping.identify(register.find(second).orElseThrow(), "E-1")
                            .refusal())
                    .isEqualTo(AccountRefusal.IDENTITY_TAKEN);
            return true;
        });
    }

    private static void proves(Page page, String who) {
        page.navigate(base() + "/sign-in");
        page.getByText("用统一身份认证登录").click();
        page.fill("#username", who);
        page.fill("#password", "proves-it");
        page.press("#password", "Enter");
    }

    private static String base() {
        return "http://127.0.0.1:" + Authorities.Redirects.port();
    }
}
