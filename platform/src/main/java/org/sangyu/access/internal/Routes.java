package org.sangyu.access.internal;

import static org.sangyu.shared.Role.ADMINISTRATOR;
import static org.sangyu.shared.Role.ASSESSOR;
import static org.sangyu.shared.Role.AUDITOR;
import static org.sangyu.shared.Role.CITY;
import static org.sangyu.shared.Role.COUNTY_CHIEF;
import static org.sangyu.shared.Role.COUNTY_CLERK;
import static org.sangyu.shared.Role.COUNTY_FINANCE;
import static org.sangyu.shared.Role.COUNTY_REVIEWER;
import static org.sangyu.shared.Role.ELDER;
import static org.sangyu.shared.Role.HOTLINE;
import static org.sangyu.shared.Role.LIAISON;
import static org.sangyu.shared.Role.RELATIVE;
import static org.sangyu.shared.Role.SECURITY;
import static org.sangyu.shared.Role.TOWNSHIP;
import static org.sangyu.shared.Role.VILLAGE;
import static org.sangyu.shared.Role.VISITOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sangyu.shared.Role;

/**
 * Which role may open and change what, by the first part of the address: the one place that says so.
 *
 * <p>The longest prefix wins; an address under none is denied. Finer rules (whose place, whose turn, two persons) belong
 * to the module that does the work.
 */
final class Routes {

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> OFFICE = Role.office();
    private static final Set<Role> COUNTY = EnumSet.of(COUNTY_CLERK, COUNTY_REVIEWER, COUNTY_CHIEF, COUNTY_FINANCE);
    private static final Set<Role> CASE_WORK = Role.caseWork();
    private static final Set<Role> SIMULATES =
            EnumSet.of(COUNTY_CLERK, COUNTY_REVIEWER, COUNTY_CHIEF, COUNTY_FINANCE, CITY);
    private static final Set<Role> INTAKE = EnumSet.of(TOWNSHIP, COUNTY_CLERK);
    private static final Set<Role> ASSIGNED = EnumSet.of(VISITOR, ASSESSOR);
    private static final Set<Role> READS_POLICY = with(Role.office(), VISITOR, ASSESSOR, LIAISON, HOTLINE);
    private static final Set<Role> POLICY = EnumSet.of(ADMINISTRATOR, COUNTY_CLERK, COUNTY_CHIEF);
    private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);

    /** Where an administrator stops looking at somebody's pages. */
    static final String STOP_VIEWING = "/view-as/end";

    /** What is a person's own: never shown to an administrator who looks at their pages. */
    private static final List<String> NOT_FOR_VIEWERS =
            List.of("/desks", "/password", "/second-factor", "/files", "/view-as");

    /** The end of an address that answers with a file, which leaves the house. */
    private static final Pattern FILE = Pattern.compile(".*\\.[a-z0-9]{1,5}");

    private static final List<String> OPEN = List.of("/sign-in", "/assets", "/webjars", "/error", "/favicon.ico");

    private static final List<Rule> RULES = List.of(
                    new Rule("/", ALL, NOBODY),
                    new Rule("/desks", ALL, ALL),
                    new Rule("/password", ALL, ALL),
                    new Rule("/second-factor", ALL, ALL),
                    new Rule("/accounts", EnumSet.of(SECURITY), EnumSet.of(SECURITY)),
                    new Rule("/field-keys", EnumSet.of(SECURITY), EnumSet.of(SECURITY)),
                    new Rule("/view-as", EnumSet.of(ADMINISTRATOR), EnumSet.of(ADMINISTRATOR)),
                    new Rule("/organisations", EnumSet.of(SECURITY), EnumSet.of(SECURITY)),
                    new Rule("/vendors", EnumSet.of(SECURITY), EnumSet.of(SECURITY)),
                    new Rule("/ledger", EnumSet.of(AUDITOR), NOBODY),
                    new Rule("/ledger/export", NOBODY, EnumSet.of(AUDITOR)),
                    new Rule("/ledger/lines", EnumSet.of(AUDITOR), EnumSet.of(AUDITOR)),
                    new Rule("/retention", EnumSet.of(ADMINISTRATOR, SECURITY, AUDITOR), EnumSet.of(ADMINISTRATOR)),
                    new Rule("/purposes", OFFICE, NOBODY),
                    new Rule("/search", OFFICE, NOBODY),
                    new Rule("/followed", OFFICE, OFFICE),
                    new Rule("/me", EnumSet.of(ELDER, RELATIVE), NOBODY),
                    new Rule("/me/consents", EnumSet.of(ELDER), EnumSet.of(ELDER)),
                    new Rule("/contacts", CASE_WORK, EnumSet.of(TOWNSHIP, COUNTY_CLERK)),
                    new Rule("/elders", CASE_WORK, EnumSet.of(VILLAGE, TOWNSHIP, COUNTY_CLERK, COUNTY_REVIEWER)),
                    new Rule("/elders/export", NOBODY, CASE_WORK),
                    new Rule("/elders/sources", CASE_WORK, EnumSet.of(COUNTY_CHIEF)),
                    new Rule("/elders/assignments", INTAKE, INTAKE),
                    new Rule("/visits", ASSIGNED, EnumSet.of(ASSESSOR)),
                    new Rule("/hotline", EnumSet.of(HOTLINE), EnumSet.of(HOTLINE)),
                    new Rule("/imports", with(without(CASE_WORK, VILLAGE), LIAISON), with(INTAKE, LIAISON)),
                    new Rule("/imports/parked", without(CASE_WORK, VILLAGE), INTAKE),
                    new Rule("/comparisons", CASE_WORK, EnumSet.of(VILLAGE, TOWNSHIP, COUNTY_CLERK)),
                    new Rule("/comparisons/export", NOBODY, CASE_WORK),
                    new Rule("/demo", INTAKE, NOBODY),
                    new Rule("/places", OFFICE, EnumSet.of(ADMINISTRATOR)),
                    new Rule("/policies", READS_POLICY, POLICY),
                    new Rule("/policies/own", OFFICE, POLICY),
                    new Rule("/policies/lists", OFFICE, POLICY),
                    new Rule("/policies/settings", OFFICE, POLICY),
                    new Rule("/policies/simulations", SIMULATES, SIMULATES),
                    new Rule("/enrolments", CASE_WORK, without(CASE_WORK, CITY)),
                    new Rule("/enrolments/unclaimed/export", NOBODY, CASE_WORK),
                    new Rule("/enrolments/mirrored/export", NOBODY, CASE_WORK),
                    new Rule("/cycles", CASE_WORK, COUNTY),
                    new Rule("/cycles/payments/export", NOBODY, CASE_WORK),
                    new Rule("/recoveries", CASE_WORK, without(CASE_WORK, CITY)),
                    new Rule("/jobs", OFFICE, OFFICE),
                    new Rule("/files", OFFICE, NOBODY))
            .stream()
            .sorted(Comparator.comparingInt((Rule rule) -> rule.prefix().length())
                    .reversed())
            .toList();

    private Routes() {}

    /** One line of the table. */
    record Rule(String prefix, Set<Role> read, Set<Role> change) {

        private boolean covers(String path) {
            return path.equals(prefix) || (prefix.length() > 1 && path.startsWith(prefix + "/"));
        }
    }

    /** The path inside the application, decoded and without its query. */
    static String pathOf(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    /** True for pages and assets that need no sign-in. */
    static boolean isOpen(String path) {
        return OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    }

    /** True for the little that somebody with a one-time password may open. */
    static boolean isOpenBeforeANewPassword(String path) {
        return isOpen(path) || path.equals("/password") || path.equals("/sign-out");
    }

    /** True for what an administrator may do who looks at somebody's pages: open what is not personal, and stop. */
    static boolean isOpenToAViewer(String method, String path) {
        return path.equals(STOP_VIEWING)
                || isReading(method)
                        && !FILE.matcher(path).matches()
                        && NOT_FOR_VIEWERS.stream().noneMatch(own -> path.equals(own) || path.startsWith(own + "/"));
    }

    private static boolean isReading(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Every rule, in the order of the addresses. */
    static List<Rule> all() {
        return RULES.stream().sorted(Comparator.comparing(Rule::prefix)).toList();
    }

    /** True for what somebody may open who typed the password and not yet the code. */
    static boolean isOpenBeforeTheCode(String path) {
        return isOpen(path) || path.equals("/sign-out");
    }

    /** The rule for an address; empty when there is no such route. */
    static Optional<Rule> find(String path) {
        return RULES.stream().filter(rule -> rule.covers(path)).findFirst();
    }

    /** True when the role may send this method there; GET and HEAD only read. */
    static boolean allows(Role role, String method, String path) {
        return find(path)
                .map(rule -> (isReading(method) ? rule.read() : rule.change()).contains(role))
                .orElse(false);
    }

    private static Set<Role> with(Set<Role> roles, Role... more) {
        Set<Role> all = EnumSet.copyOf(roles);
        all.addAll(List.of(more));
        return all;
    }

    private static Set<Role> without(Set<Role> roles, Role role) {
        Set<Role> rest = EnumSet.copyOf(roles);
        rest.remove(role);
        return rest;
    }
}
