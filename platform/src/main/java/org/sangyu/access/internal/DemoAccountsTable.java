package org.sangyu.access.internal;

import java.util.ArrayList;
import java.util.List;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.DemoAccounts;
import org.sangyu.launch.Announcement;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Language;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Puts the accounts of a demonstration on the console. */
@Component
class DemoAccountsTable implements Announcement {

    private final DemoAccounts accounts;
    private final Words chinese;

    DemoAccountsTable(DemoAccounts accounts, Dictionary dictionary) {
        this.accounts = accounts;
        this.chinese = dictionary.in(Language.ZH);
    }

    @Override
    public List<String> lines() {
        List<DemoAccount> all = accounts.listAll();
        if (all.isEmpty()) {
            return List.of();
        }
        int width = all.stream().mapToInt(one -> one.account().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(chinese.say("access.demo.table") + " " + all.getFirst().password());
        for (DemoAccount one : all) {
            lines.add("  " + one.account() + " ".repeat(width - one.account().length() + 2)
                    + chinese.say("access.role." + one.role().name()) + " " + one.place() + " " + one.person());
        }
        lines.add("");
        return lines;
    }
}
