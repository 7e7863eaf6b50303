package org.sangyu.access.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.web.SignInView.DemoDesk;
import org.sangyu.access.web.SignInView.DemoGroup;
import org.sangyu.shared.Role;
import org.sangyu.ui.Words;

/** The accounts of a demonstration county by county, as they were made; those of no county come last. */
final class DemoGroups {

    private static final Set<Role> OF_NO_COUNTY =
            EnumSet.of(Role.ADMINISTRATOR, Role.SECURITY, Role.AUDITOR, Role.ELDER);

    private DemoGroups() {}

    /** A county's accounts begin with its clerk. */
    static List<DemoGroup> of(List<DemoAccount> all, Words words) {
        Map<String, List<DemoAccount>> byAccount = all.stream()
                .collect(Collectors.groupingBy(DemoAccount::account, LinkedHashMap::new, Collectors.toList()));
        List<DemoGroup> counties = new ArrayList<>();
        DemoGroup others = new DemoGroup(words.say("access.demo.others"), true, new ArrayList<>());
        for (List<DemoAccount> desks : byAccount.values()) {
            DemoAccount one = desks.getFirst();
            if (one.role() == Role.COUNTY_CLERK) {
                counties.add(new DemoGroup(one.place(), counties.isEmpty(), new ArrayList<>()));
            }
            boolean apart = counties.isEmpty() || OF_NO_COUNTY.contains(one.role());
            (apart ? others : counties.getLast()).desks().add(desk(desks, words));
        }
        if (!others.desks().isEmpty()) {
            counties.add(others);
        }
        return counties;
    }

    private static DemoDesk desk(List<DemoAccount> desks, Words words) {
        DemoAccount one = desks.getFirst();
        String roles = desks.stream()
                .map(desk -> words.say("access.role." + desk.role().name()))
                .collect(Collectors.joining(words.say("access.and")));
        return new DemoDesk(one.account(), roles, one.place(), one.person());
    }
}
