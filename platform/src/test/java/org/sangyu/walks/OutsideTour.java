package org.sangyu.walks;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.sangyu.shared.Role;

/** The desks outside the office at their work, for the tour. */
final class OutsideTour {

    private final CountyAtWork county;
    private final Page page;
    private final CountyAtWork.Show show;
    private final UnaryOperator<String> address;

    OutsideTour(CountyAtWork county, Page page, CountyAtWork.Show show, UnaryOperator<String> address) {
        this.county = county;
        this.page = page;
        this.show = show;
        this.address = address;
    }

    /** A clerk assigns two people to the visitor, who sees them. */
    void isAssigned(Consumer<String> once) {
        county.as(Role.VISITOR);
        show.show("/visits");
        assigns("走访", once);
        page.navigate(address.apply("/elders"));
        show.show(page.locator("tbody th a").first().getAttribute("href") + "/assignments");
        county.as(Role.VISITOR);
        show.show("/visits");
        page.navigate(address.apply("/visits"));
        show.show(county.first("tbody a[href^='/visits/']"));
    }

    /** A clerk assigns somebody to the assessor, who assesses. */
    void assesses() {
        assigns("评估", title -> {});
        county.as(Role.ASSESSOR);
        page.navigate(address.apply("/visits"));
        String person = county.first("tbody a[href^='/visits/']");
        show.show(person);
        show.show(person + "/assessment");
    }

    private void assigns(String role, Consumer<String> once) {
        county.as(Role.COUNTY_CLERK);
        page.navigate(address.apply("/elders"));
        page.locator("tbody [name=id]").nth(0).check();
        page.locator("tbody [name=id]").nth(1).check();
        // The bar stands above fifty rows: by keyboard it is reached before the rows, as the walk through the list
        // does.
        page.locator("button[formaction^='/elders/assignments']").first().click();
        page.waitForSelector("[name=desk]");
        once.accept("/elders/assignments");
        page.selectOption(
                "[name=desk]",
                page.locator("[name=desk] option", new Page.LocatorOptions().setHasText(role))
                        .first()
                        .getAttribute("value"));
        county.press("form[action^='/elders/assignments'] button.primary");
    }

    /** The hotline is asked for a number that nobody has. */
    void answersACall(Consumer<String> once) {
        county.as(Role.HOTLINE);
        show.show("/hotline");
        page.navigate(address.apply("/hotline"));
        page.fill("[name=number]", "13900000000");
        page.fill("[name=reason]", "本人来电询问高龄津贴发放日期");
        county.press("form[action='/hotline'] button.primary");
        once.accept("/hotline nobody");
    }

    /** What each of the others finds at the beginning. */
    void hasAHome() {
        county.as(Role.LIAISON);
        List.of("/imports", "/policies").forEach(show::show);
        for (Role role : List.of(Role.INSTITUTION_HEAD, Role.PROVIDER_WORKER, Role.VOLUNTEER)) {
            county.as(role);
            show.show("/");
        }
    }
}
