package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sangyu.access.DemoAccount;
import org.sangyu.testing.Browsers;

/** Somebody at a real browser in the {@link Town}; every page that is looked at is free of barriers. */
@ExtendWith(Browsers.class)
abstract class Walk extends Town {

    private static final String AT_REST =
            "() => document.readyState === 'complete' && !document.querySelector('.htmx-request, .htmx-swapping')";

    private static final int MOST_TABS = 120;
    private static final String FOCUS = """
            (wanted) => {
                const one = document.activeElement, style = getComputedStyle(one);
                return one === document.body ? 'nothing' : one.matches(wanted) ? 'there'
                    : style.outlineStyle === 'none' && style.boxShadow === 'none' ? 'unseen ' + one.outerHTML.slice(0, 80) : 'on the way';
            }""";

    void signIn(Page page, DemoAccount account) {
        page.context().clearCookies();
        page.navigate(address("/sign-in"));
        page.fill("#account", account.account());
        page.fill("#password", account.password());
        page.press("#password", "Enter");
        page.waitForURL(url -> !url.endsWith("/sign-in"));
    }

    /** Goes to a page and looks at it. */
    void open(Page page, String path) {
        page.navigate(address(path));
        look(page);
    }

    /** Waits until every part has come, and looks for barriers. */
    void look(Page page) {
        settle(page);
        Barriers.none(page);
    }

    void settle(Page page) {
        page.waitForFunction(AT_REST);
    }

    /** Presses a button and looks at what comes. */
    void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        look(page);
    }

    /** Goes there with the tabulator key alone; the focus is seen all the way. */
    static void tabTo(Page page, String wanted) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            String at = (String) page.evaluate(FOCUS, wanted);
            assertThat(at).as("focus on the way to " + wanted).doesNotStartWith("unseen");
            if (at.equals("there")) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + wanted + " on " + page.url());
    }

    static String main(Page page) {
        return page.locator("main").innerText();
    }

    static void says(Page page, String... words) {
        assertThat(main(page)).as(page.url()).contains(words);
    }
}
