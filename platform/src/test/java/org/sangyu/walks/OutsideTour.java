package org.sangyu.walks;

import com.microsoft.playwright.Page;
import java.util.List;
import org.sangyu.shared.Role;

/** The desks outside the office at their work, for the tour. */
final class OutsideTour {

    private final Guide guide;
    private final CountyAtWork county;
    private final Page page;

    OutsideTour(Guide guide) {
        this.guide = guide;
        county = guide.county();
        page = guide.page();
    }

    /** A clerk assigns two people to the visitor, who sees them. */
    void isAssigned() {
        county.as(Role.VISITOR);
        guide.show("/visits");
        assigns("走访");
        guide.open("/elders");
        guide.show(page.locator("tbody th a").first().getAttribute("href") + "/assignments");
        county.as(Role.VISITOR);
        guide.show("/visits");
        guide.open("/visits");
        guide.show(county.first("tbody a[href^='/visits/']"));
    }

    /** A clerk assigns somebody to the assessor, who assesses. */
    void assesses() {
        assigns("评估");
        county.as(Role.ASSESSOR);
        guide.open("/visits");
        String person = county.first("tbody a[href^='/visits/']");
        guide.show(person);
        guide.show(person + "/assessment");
    }

    private void assigns(String role) {
        county.as(Role.COUNTY_CLERK);
        guide.open("/elders");
        page.locator("tbody [name=id]").nth(0).check();
        page.locator("tbody [name=id]").nth(1).check();
        // The bar stands above fifty rows: by keyboard it is reached before the rows, as the walk through the list
        // does.
        page.locator("button[formaction^='/elders/assignments']").first().click();
        page.waitForSelector("[name=desk]");
        guide.once("/elders/assignments");
        page.selectOption(
                "[name=desk]",
                page.locator("[name=desk] option", new Page.LocatorOptions().setHasText(role))
                        .first()
                        .getAttribute("value"));
        county.press("form[action^='/elders/assignments'] button.primary");
    }

    /** The hotline is asked for a number that nobody has. */
    void answersACall() {
        county.as(Role.HOTLINE);
        guide.show("/hotline");
        guide.open("/hotline");
        page.fill("[name=number]", "13900000000");
        page.fill("[name=reason]", "本人来电询问高龄津贴发放日期");
        county.press("form[action='/hotline'] button.primary");
        guide.once("/hotline nobody");
    }

    /** What each of the others finds at the beginning. */
    void hasAHome() {
        county.as(Role.LIAISON);
        List.of("/imports", "/policies").forEach(guide::show);
        for (Role role : List.of(Role.INSTITUTION_HEAD, Role.PROVIDER_WORKER, Role.VOLUNTEER)) {
            county.as(role);
            guide.show("/");
        }
    }
}
