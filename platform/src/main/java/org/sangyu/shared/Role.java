package org.sangyu.shared;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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
    /** Visits the elders assigned to them, nobody else (走访人员). */
    VISITOR,
    /** Assesses the elders assigned to them, nobody else (评估人员). */
    ASSESSOR,
    /** Answers for a home or another facility (机构负责人). */
    INSTITUTION_HEAD,
    /** Works in a home or another facility (机构人员). */
    INSTITUTION_STAFF,
    /** Answers for a provider of services (服务商负责人). */
    PROVIDER_HEAD,
    /** Works for a provider of services (服务人员). */
    PROVIDER_WORKER,
    /** Delivers what another department knows, and sees what came of it (部门联络员). */
    LIAISON,
    /** Answers the telephone: one person at a time, by a whole number, for a reason (热线坐席). */
    HOTLINE,
    /** A volunteer (志愿者). */
    VOLUNTEER,
    /** An elder looking at their own page (老年人本人). */
    ELDER,
    /** Somebody whom an elder trusts, with the elder's consent, its purpose and its end (受托的家属、邻里). */
    RELATIVE;

    // Named one by one: a role that comes later stays outside until somebody decides otherwise.
    private static final Set<Role> CASE_WORK = Collections.unmodifiableSet(
            EnumSet.of(VILLAGE, TOWNSHIP, COUNTY_CLERK, COUNTY_REVIEWER, COUNTY_CHIEF, COUNTY_FINANCE, CITY));
    private static final Set<Role> ALONE = Collections.unmodifiableSet(EnumSet.of(ADMINISTRATOR, SECURITY, AUDITOR));
    private static final Set<Role> OFFICE = Collections.unmodifiableSet(together(CASE_WORK, ALONE));

    /** Everybody in the civil-affairs line whose work is with people: village, township, county and city. */
    public static Set<Role> caseWork() {
        return CASE_WORK;
    }

    /** Case work and the three administrators; nobody who works outside the office. */
    public static Set<Role> office() {
        return OFFICE;
    }

    /** True for the three administrators: such a desk stands alone in its account. */
    public boolean standsAlone() {
        return ALONE.contains(this);
    }

    /** True for case work, which opens lists of people; the three administrators see none, wherever they look. */
    public boolean seesPeople() {
        return CASE_WORK.contains(this);
    }

    /** True for a desk that sees one person and no place. */
    public boolean isPersonal() {
        return this == ELDER || this == RELATIVE;
    }

    /** True for a desk that sees the people assigned to it and no place. */
    public boolean isAssigned() {
        return this == VISITOR || this == ASSESSOR;
    }

    private static Set<Role> together(Set<Role> some, Set<Role> more) {
        Set<Role> all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
    }
}
