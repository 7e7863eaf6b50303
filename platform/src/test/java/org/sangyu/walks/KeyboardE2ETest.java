package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.DemoAccount;
import org.sangyu.shared.Role;

@DisplayName("只用键盘")
class KeyboardE2ETest extends Walk {

    @Test
    @DisplayName("登录、找到老人、打开老人的页面，不用鼠标，焦点一路看得见")
    void walksFromSignInToThePersonWithoutAMouse(Page page) {
        DemoAccount clerk = account(Role.COUNTY_CLERK);
        page.navigate(address("/sign-in"));
        tabTo(page, "#account");
        page.keyboard().type(clerk.account());
        tabTo(page, "#password");
        page.keyboard().type(clerk.password());
        tabTo(page, "main button.primary");
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        settle(page);

        page.keyboard().press("Tab");
        assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("skip");
        tabTo(page, ".menu a[href='/elders']");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/elders"));
        settle(page);
        tabTo(page, "#list-q");
        page.keyboard().type("wxy");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("q=wxy"));
        settle(page);
        tabTo(page, "tbody th a");
        String name = (String) page.evaluate("() => document.activeElement.textContent");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.matches(".*/elders/[0-9a-f-]{36}"));
        assertThat(page.locator("h1").innerText()).isEqualTo(name);

        page.keyboard().press("/");
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("q");
        page.keyboard().type(name);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/search"));
        says(page, name);
    }
}
