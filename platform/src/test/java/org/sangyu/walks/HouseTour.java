package org.sangyu.walks;

import org.sangyu.regions.Regions;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;

/** The three administrators at their work, for the tour. */
final class HouseTour {

    private final Guide guide;

    HouseTour(Guide guide) {
        this.guide = guide;
    }

    /** The system administrator: places and documents. */
    void keepsHouse(Place county, Regions regions) {
        guide.county().as(Role.ADMINISTRATOR);
        String township = "/places/" + regions.children(county, 0, 1).getFirst().id();
        guide.show(township);
        guide.show(township + "/change?kind=SPLIT");
        guide.show(township + "/change?kind=MERGE&day=2020-01-01");
        first("/policies/documents", "tbody a");
    }

    /** The security administrator: accounts, organisations, keys, tokens. */
    void keepsAccounts() {
        guide.county().as(Role.SECURITY);
        guide.show("/accounts");
        guide.show("/accounts/new");
        first("/accounts", "tbody a[href^='/accounts/']");
        guide.show("/field-keys");
        guide.show("/organisations");
        guide.show("/organisations/new");
        first("/organisations", "tbody a[href^='/organisations/']");
        guide.show("/vendors/new");
        guide.open("/vendors/new");
        guide.page().fill("[name=name]", "某区智慧养老平台运维单位");
        guide.county().press("form[action='/vendors'] button.primary");
        guide.show(guide.page().url().substring(guide.address().apply("").length()));
        guide.show("/vendors");
    }

    /** The auditor: the ledger and one line of it, what is kept how long and what for. */
    void reads() {
        guide.county().as(Role.AUDITOR);
        guide.show("/ledger");
        first("/ledger", "main tbody a[href^='/ledger/lines/']");
        guide.show("/retention");
        guide.show("/purposes");
    }

    private void first(String list, String link) {
        guide.open(list);
        guide.show(guide.county().first(link));
    }
}
