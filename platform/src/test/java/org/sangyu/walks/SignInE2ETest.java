package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.DemoAccount;
import org.sangyu.shared.Role;

@DisplayName("登录")
class SignInE2ETest extends Walk {

    @Test
    @DisplayName("口令不对说得清，账号还在；登录后见到待办；换语言、退出都只要一下")
    void signsInAndOut(Page page) {
        DemoAccount clerk = account(Role.COUNTY_CLERK);
        open(page, "/elders");
        assertThat(page.url()).endsWith("/sign-in");
        page.fill("#account", clerk.account());
        page.fill("#password", "not the password");
        page.press("#password", "Enter");
        look(page);
        says(page, "账号或口令不对");
        assertThat(page.inputValue("#account")).isEqualTo(clerk.account());
        assertThat(page.inputValue("#password")).isEmpty();

        page.fill("#password", clerk.password());
        page.press("#password", "Enter");
        look(page);
        assertThat(page.url()).as("where the person wanted to go").contains("/elders");

        page.click(".lang");
        look(page);
        assertThat(page.locator("h1").innerText()).isEqualTo("Elders");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        open(page, "/");
        says(page, "Waiting for me");
        page.click(".lang");
        look(page);
        says(page, "等我办的");

        page.click(".desk summary");
        Barriers.none(page);
        press(page, "退出");
        assertThat(page.url()).contains("/sign-in");
        page.navigate(address("/"));
        assertThat(page.url()).as("signed out for good").contains("/sign-in");
    }
}
