package org.sangyu.desk.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sangyu.shared.Role;

/** Pages below the menu that the search box finds by their title; an office's page that nobody finds is not there. */
public final class OfficePages {

    private static final Set<Role> OFFICE = Role.office();
    private static final Set<Role> CASE_WORK = Role.caseWork();
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ADMINISTRATOR, Role.SECURITY, Role.AUDITOR);
    private static final Set<Role> APPLY = EnumSet.of(Role.VILLAGE, Role.TOWNSHIP, Role.COUNTY_CLERK);
    private static final Set<Role> INTAKE = EnumSet.of(Role.TOWNSHIP, Role.COUNTY_CLERK);

    private static final List<OfficePage> PAGES = List.of(
            new OfficePage("intake.title", "/imports", INTAKE),
            new OfficePage("intake.parked.title", "/imports/parked", INTAKE),
            new OfficePage("registry.new", "/elders/new", INTAKE),
            new OfficePage("benefits.apply", "/enrolments/apply", APPLY),
            new OfficePage("benefits.accounts", "/enrolments/accounts", CASE_WORK),
            new OfficePage("benefits.holds", "/enrolments/holds", CASE_WORK),
            new OfficePage("benefits.notices", "/enrolments/notices", CASE_WORK),
            new OfficePage("benefits.settings", "/enrolments/settings", CASE_WORK),
            new OfficePage("cycles.cycles.title", "/cycles", CASE_WORK),
            new OfficePage("cycles.totals.title", "/cycles/totals", CASE_WORK),
            new OfficePage("cycles.recoveries.title", "/recoveries", CASE_WORK),
            new OfficePage("cycles.money.title", "/cycles/settings", CASE_WORK),
            new OfficePage("compare.title", "/comparisons", CASE_WORK),
            new OfficePage("compare.checks", "/comparisons/checks", CASE_WORK),
            new OfficePage("compare.unseen", "/comparisons/unseen", CASE_WORK),
            new OfficePage("policy.documents", "/policies/documents", OFFICE),
            new OfficePage("policy.settings", "/policies/settings", OFFICE),
            new OfficePage("privacy.retention", "/retention", ADMINISTRATORS),
            new OfficePage("privacy.purposes", "/purposes", OFFICE),
            new OfficePage("jobs.title", "/jobs", OFFICE),
            new OfficePage("desk.contact.title", "/contacts", CASE_WORK),
            new OfficePage("access.organisations", "/organisations", EnumSet.of(Role.SECURITY)),
            new OfficePage("access.cover", "/desks/cover", CASE_WORK),
            new OfficePage("access.second", "/second-factor", OFFICE),
            new OfficePage("ui.password", "/password", OFFICE));

    private OfficePages() {}

    /**
     * A page.
     *
     * @param wordKey key of its title
     * @param href its address
     * @param roles who may open it
     */
    public record OfficePage(String wordKey, String href, Set<Role> roles) {}

    /** The pages of a role, in the order of the menu. */
    public static List<OfficePage> of(Role role) {
        return PAGES.stream().filter(page -> page.roles().contains(role)).toList();
    }
}
