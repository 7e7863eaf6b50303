package org.sangyu.access.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.DemoAccounts;
import org.sangyu.launch.Announcement;
import org.sangyu.shared.Role;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Language;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Puts the accounts of a demonstration on the console. */
@Component
class DemoAccountsTable implements Announcement {

    private final DemoAccounts accounts;
    private final Words chinese;
    private final Words english;

    DemoAccountsTable(DemoAccounts accounts, Dictionary dictionary) {
        this.accounts = accounts;
        this.chinese = dictionary.in(Language.ZH);
        this.english = dictionary.in(Language.EN);
    }

    @Override
    public List<String> lines() {
        List<DemoAccount> all = accounts.listAll();
        if (all.isEmpty()) {
            return List.of();
        }
        int width = all.stream().mapToInt(one -> one.account().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(chinese.say("access.demo.table") + " " + english.say("access.demo.table") + " "
                + all.getFirst().password());
        for (List<DemoAccount> desks : byAccount(all)) {
            DemoAccount one = desks.getFirst();
            String roles = desks.stream()
                    .map(desk -> chinese.say("access.role." + desk.role().name()))
                    .collect(Collectors.joining("、"));
            lines.add("  " + one.account() + " ".repeat(width - one.account().length() + 2)
                    + (one.place().isEmpty() ? "" : one.place() + " ") + roles + " " + one.person());
        }
        String first = all.stream()
                .filter(one -> one.role() == Role.COUNTY_CLERK)
                .findFirst()
                .orElse(all.getFirst())
                .account();
        lines.add("");
        lines.add(chinese.say("access.demo.first", first));
        lines.add(english.say("access.demo.first", first));
        lines.add("");
        return lines;
    }

    private static Collection<List<DemoAccount>> byAccount(List<DemoAccount> all) {
        return all.stream()
                .collect(Collectors.groupingBy(DemoAccount::account, LinkedHashMap::new, Collectors.toList()))
                .values();
    }
}
