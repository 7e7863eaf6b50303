package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sangyu.shared.Role;

@DisplayName("每个页面，两种语言")
class EveryPageE2ETest extends Walk {

    private static final int DESK = 1366;
    private static final int ZOOMED = 683;
    private static final int PHONE = 360;
    private static final int HEIGHT = 900;

    private static final List<String> OF_THE_CLERK = List.of(
            "/",
            "/search?q=王",
            "/elders",
            "/elders?q=nobody",
            "/elders?sort=-age&age=80",
            "/elders/new",
            "/elders/sources?kind=RESIDENCE",
            "/imports",
            "/imports/parked",
            "/enrolments?status=ALL",
            "/enrolments/apply",
            "/enrolments/apply?text=王",
            "/enrolments/accounts",
            "/enrolments/holds",
            "/enrolments/unclaimed",
            "/enrolments/unclaimed/people?state=ALL",
            "/enrolments/notices",
            "/enrolments/settings",
            "/places",
            "/places?q=大",
            "/policies",
            "/policies/advanced-age-allowance",
            "/policies/hardship-support",
            "/policies/documents",
            "/policies/settings",
            "/policies/compare",
            "/policies/compare?benefit=advanced-age-allowance",
            "/policies/lists/missing?region=all",
            "/policies/lists/targets",
            "/policies/lists/history",
            "/policies/own",
            "/policies/own/new?kind=AMOUNT&subject=advanced-age-allowance",
            "/policies/own/new?kind=SETTING&subject=self_care_from_level",
            "/policies/simulations",
            "/policies/simulations/new",
            "/jobs",
            "/contacts",
            "/no-such-page",
            "/desks",
            "/jobs/0190a8e0-0000-7000-8000-000000000001");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    @DisplayName("没有障碍；放大一倍、在手机上都不用左右移动")
    void hasNoBarrierAndFits(String language, Page page) {
        signIn(page, account(Role.COUNTY_CLERK));
        page.navigate(address("/?lang=" + language));
        for (String path : OF_THE_CLERK) {
            inspect(page, path);
        }
        page.navigate(address("/elders?sort=-age"));
        String elder = page.locator("tbody th a").first().getAttribute("href");
        for (String part : List.of(
                "", "/entitlements", "/timeline", "/plain", "/facts/new?kind=TAG", "/facts/new?kind=RESIDENCE")) {
            inspect(page, elder + part);
        }
        signIn(page, account(Role.ADMINISTRATOR));
        inspect(page, "/places/2/change?kind=SPLIT");
        inspect(page, "/places/2/change?kind=MERGE&day=2020-01-01");
        inspect(page, "/policies/documents");
        page.locator("tbody a").first().click();
        here(page);
        page.context().clearCookies();
        inspect(page, "/sign-in?lang=" + language);
    }

    @Test
    @DisplayName("有障碍的页面查得出来")
    void aBarrierIsFound(Page page) {
        page.setContent("<html><body><img src='x.png'><input><p style='width:3000px'>宽</p></body></html>");
        assertThat(Barriers.find(page).toString()).contains("image-alt", "label", "html-has-lang");
        assertThatThrownBy(() -> Barriers.notTooWide(page)).isInstanceOf(AssertionError.class);
    }

    private void inspect(Page page, String path) {
        page.navigate(address(path));
        here(page);
    }

    private void here(Page page) {
        look(page);
        page.setViewportSize(ZOOMED, HEIGHT);
        Barriers.notTooWide(page);
        page.setViewportSize(PHONE, HEIGHT);
        Barriers.notTooWide(page);
        page.setViewportSize(DESK, HEIGHT);
    }
}
