package org.sangyu.desk.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;
import org.sangyu.ui.Frame;
import org.sangyu.ui.Menu;
import org.springframework.stereotype.Component;

/** The menu in the words of the office, at most seven entries; the way in is work, so the first is what waits. */
@Component
public class OfficeMenu implements Menu {

    private static final Set<Role> OFFICE = Role.office();
    private static final Set<Role> CASE_WORK = Role.caseWork();
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ADMINISTRATOR, Role.SECURITY, Role.AUDITOR);

    private static final Set<Role> HOME = with(
            Role.INSTITUTION_HEAD, Role.INSTITUTION_STAFF, Role.PROVIDER_HEAD, Role.PROVIDER_WORKER, Role.VOLUNTEER);
    private static final Set<Role> POLICY = with(Role.VISITOR, Role.ASSESSOR, Role.LIAISON, Role.HOTLINE);

    private static final List<Item> ITEMS = List.of(
            new Item("desk.menu.home", "/", HOME, List.of("/", "/jobs", "/contacts")),
            new Item("desk.menu.elders", "/elders", CASE_WORK, List.of("/elders", "/imports")),
            new Item("desk.menu.visits", "/visits", EnumSet.of(Role.VISITOR, Role.ASSESSOR), List.of("/visits")),
            new Item("desk.menu.hotline", "/hotline", EnumSet.of(Role.HOTLINE), List.of("/hotline")),
            new Item("desk.menu.imports", "/imports", EnumSet.of(Role.LIAISON), List.of("/imports")),
            new Item("desk.menu.enrolments", "/enrolments", CASE_WORK, List.of("/enrolments")),
            new Item("desk.menu.cycles", "/cycles", CASE_WORK, List.of("/cycles", "/recoveries")),
            new Item("desk.menu.comparisons", "/comparisons", CASE_WORK, List.of("/comparisons")),
            new Item("desk.menu.policies", "/policies", POLICY, List.of("/policies")),
            new Item("desk.menu.places", "/places", OFFICE, List.of("/places")),
            new Item(
                    "desk.menu.accounts",
                    "/accounts",
                    EnumSet.of(Role.SECURITY),
                    List.of("/accounts", "/organisations", "/vendors", "/field-keys")),
            new Item("desk.menu.ledger", "/ledger", EnumSet.of(Role.AUDITOR), List.of("/ledger")),
            new Item("desk.menu.privacy", "/retention", ADMINISTRATORS, List.of("/retention", "/purposes")));

    private record Item(String wordKey, String href, Set<Role> roles, List<String> covers) {

        boolean isCurrent(String path) {
            return covers.stream()
                    .anyMatch(prefix -> path.equals(prefix) || (prefix.length() > 1 && path.startsWith(prefix + "/")));
        }
    }

    private static Set<Role> with(Role... more) {
        Set<Role> all = EnumSet.copyOf(Role.office());
        all.addAll(List.of(more));
        return all;
    }

    @Override
    public List<Frame.Entry> of(Desk desk, String path) {
        return ITEMS.stream()
                .filter(item -> item.roles().contains(desk.role()))
                .map(item -> new Frame.Entry(item.wordKey(), item.href(), item.isCurrent(path)))
                .toList();
    }
}
