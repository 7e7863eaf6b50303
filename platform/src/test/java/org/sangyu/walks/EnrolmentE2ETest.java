package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.Accounts;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.internal.SignedInAs;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("在册：村、乡镇、县")
class EnrolmentE2ETest extends Walk {

    private static final String FIRST_OF_THE_CAST = "王秀英";

    @Autowired
    private Accounts accounts;

    @Autowired
    private SignedInAs as;

    @Test
    @DisplayName("按月核对找出符合条件的人，村里核实、乡镇审核、县里审批；同一个人不能办两步")
    void goesThroughThreeHandsOfDifferentPeople(Page page) {
        signIn(page, account(Role.COUNTY_CLERK));
        open(page, "/enrolments");
        press(page, "按月核对");
        waitForJobs();

        DemoAccount village = account(Role.VILLAGE);
        signIn(page, village);
        open(page, "/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("核实"))
                .first()
                .click();
        look(page);
        String name = FIRST_OF_THE_CAST;
        act(page, name, "核实无误");
        says(page, "已核实 1 人");

        alsoAtTownship(village);
        open(page, "/desks");
        page.locator("main button").first().click();
        settle(page);
        open(page, "/enrolments");
        act(page, name, "审核通过");
        says(page, "1 人的上一步由您办理，须由另一人办理");

        signIn(page, account(Role.TOWNSHIP));
        open(page, "/enrolments");
        act(page, name, "审核通过");
        says(page, "已审核 1 人");

        signIn(page, account(Role.COUNTY_CLERK));
        open(page, "/enrolments");
        act(page, name, "审批同意");
        says(page, "已审批 1 人");
        open(page, "/enrolments?status=COUNTY_APPROVED");
        says(page, name, "已审批，待账户");
        open(page, "/enrolments/accounts");
        row(page, "tbody tr", name).locator("input[type=checkbox]").check();
        press(page, "确认账户");
        open(page, "/enrolments?status=ACTIVE");
        page.locator("#rows").getByText(name).first().click();
        look(page);
        says(page, "村核实", "乡镇审核", "县审批", "列入在发");
        open(page, "/enrolments/holds");
        open(page, "/enrolments/notices");
        open(page, "/enrolments/settings");
    }

    private void alsoAtTownship(DemoAccount village) {
        Desk township = accounts.listDesks(account(Role.TOWNSHIP).account()).getFirst();
        as.alsoAt(village.account(), Role.TOWNSHIP, township.place().path());
    }

    private static Locator row(Page page, String rows, String name) {
        return page.locator(rows, new Page.LocatorOptions().setHasText(name)).first();
    }

    private void act(Page page, String name, String button) {
        row(page, "#rows tbody tr", name).locator("input[type=checkbox]").check();
        assertThat(page.locator("[data-count]").innerText()).isEqualTo("1");
        press(page, button);
    }
}
