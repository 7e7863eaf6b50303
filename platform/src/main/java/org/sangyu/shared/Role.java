package org.sangyu.shared;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person does at a desk.
 *
 * <p>SECURITY, AUDITOR and ADMINISTRATOR are the three administrators of the national protection scheme (三员分立): no one of
 * them can do another's work, and whoever is one of them holds no other desk.
 */
public enum Role {
    /** Village or community worker (村、社区经办): checks proposals, confirms lists. */
    VILLAGE,
    /** Township clerk (乡镇、街道经办): imports, reviews. */
    TOWNSHIP,
    /** County clerk (县区经办): approves enrolment, computes and freezes the cycle, reads return files. */
    COUNTY_CLERK,
    /** County reviewer (县区复核): reviews a frozen cycle, holds lines, returns it, confirms accounts. */
    COUNTY_REVIEWER,
    /** County chief (县区审批): approves the reviewed cycle and signs for settings and undetermined cases. */
    COUNTY_CHIEF,
    /** County finance (县区财务): authorises and releases; never one who computed, approved or changed an account. */
    COUNTY_FINANCE,
    /** City bureau (市级查看): sees all counties, changes nothing in them. */
    CITY,
    /** System administrator (系统管理): official texts, settings, places. Gives no rights and reads no ledger. */
    ADMINISTRATOR,
    /** Security administrator (安全管理): accounts, desks, tokens of other programs. Never one's own. */
    SECURITY,
    /** Auditor (安全审计): reads and exports the ledger of deeds, changes nothing. */
    AUDITOR,
    /** An elder looking at their own page (老年人本人). */
    ELDER,
    /** Somebody whom an elder trusts, with the elder's consent, its purpose and its end (受托的家属、邻里). */
    RELATIVE;

    private static final Set<Role> CASE_WORK = Arrays.stream(values())
            .filter(role -> role.seesPeople() && !role.isPersonal())
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<Role> OFFICE =
            Arrays.stream(values()).filter(role -> !role.isPersonal()).collect(Collectors.toUnmodifiableSet());

    /** Everybody whose work is with people: village, township, county and city. */
    public static Set<Role> caseWork() {
        return CASE_WORK;
    }

    /** Everybody at work, the administrators too. */
    public static Set<Role> office() {
        return OFFICE;
    }

    /** True for the three administrators: such a desk stands alone in its account. */
    public boolean standsAlone() {
        return this == ADMINISTRATOR || this == SECURITY || this == AUDITOR;
    }

    /** True for a desk whose work is with people; the three administrators see none, wherever they look. */
    public boolean seesPeople() {
        return !standsAlone();
    }

    /** True for a desk that sees one person and no place. */
    public boolean isPersonal() {
        return this == ELDER || this == RELATIVE;
    }
}
