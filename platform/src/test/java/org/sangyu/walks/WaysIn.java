package org.sangyu.walks;

import com.microsoft.playwright.Page;
import org.sangyu.access.DemoAccount;
import org.sangyu.shared.Role;

/** The steps of signing in that only somebody on the way sees, for the tour. */
final class WaysIn {

    private static final String DAUGHTER = "13900001111";

    private final Guide guide;
    private final CountyAtWork county;
    private final Page page;

    WaysIn(Guide guide) {
        this.guide = guide;
        county = guide.county();
        page = guide.page();
    }

    /** Turns the second step on, sees what it asks for at the next sign-in, and turns it off again. */
    void provesTwice() {
        county.as(Role.SECURITY);
        guide.show("/second-factor");
        guide.open("/second-factor");
        Authenticator telephone =
                new Authenticator(page.locator(".second-factor .mono").innerText());
        page.fill("[name=code]", telephone.code(-1));
        county.press("form[action='/second-factor'] button.primary");
        guide.once("/second-factor");
        county.as(Role.SECURITY);
        guide.show("/sign-in/code");
        guide.open("/sign-in/code");
        page.fill("[name=code]", telephone.code(0));
        county.press("form[action='/sign-in/code'] button.primary");
        guide.show("/second-factor");
        guide.open("/second-factor");
        page.fill("[name=code]", telephone.code(1));
        county.press("form[action='/second-factor/end'] button");
    }

    /** A clerk lets the administrator look at her pages, who then sees them as she does. */
    void looksAt(String clerk) {
        county.as(Role.COUNTY_CLERK);
        guide.open("/desks/viewing");
        county.press("form[action='/desks/viewing'] button");
        guide.once("/desks/viewing");
        String code = page.locator(".told").innerText();
        county.as(Role.ADMINISTRATOR);
        guide.show("/view-as");
        guide.open("/view-as");
        page.fill("[name=account]", clerk);
        page.fill("[name=code]", code);
        page.fill("[name=reason]", "名单打不开，请看一看");
        county.press("form[action='/view-as'] button");
        guide.show("/elders");
        county.press("form[action='/view-as/end'] button");
    }

    /** Two elders trust one person: the number, the code, and who she is today. */
    void byTelephone(Outbox outbox) {
        county.as(Role.COUNTY_CLERK);
        for (int row = 0; row < 2; row++) {
            guide.open("/elders");
            trusts(page.locator("tbody th a").nth(row).getAttribute("href"));
        }
        page.context().clearCookies();
        guide.show("/sign-in/phone");
        guide.open("/sign-in/phone");
        page.fill("#phone", DAUGHTER);
        county.press("form[action='/sign-in/phone'] button");
        guide.show("/sign-in/phone/code");
        guide.open("/sign-in/phone/code");
        page.fill("#code", outbox.nextCode());
        county.press("form[action='/sign-in/phone/code'] button");
        guide.show("/sign-in/phone/who");
    }

    /** The elder of that name in the clerk's county trusts the same person. */
    void trusts(DemoAccount clerk, String elder, Walk walk) {
        walk.signIn(page, clerk);
        guide.open("/elders?q=" + elder);
        trusts(page.locator("tbody th a").first().getAttribute("href"));
    }

    private void trusts(String elder) {
        guide.open(elder + "/consents");
        page.fill("[name=person]", "李芳");
        page.fill("[name=relation]", "女儿");
        page.check("[name=purposes][value=LOOK]");
        page.fill("[name=phone]", DAUGHTER);
        page.fill("[name=last]", "2099-12-31");
        county.press("form[action$='/consents'] button.primary");
    }
}
