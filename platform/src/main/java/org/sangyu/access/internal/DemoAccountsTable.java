package org.sangyu.access.internal;

import java.util.List;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.DemoAccounts;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Language;
import org.sangyu.ui.Words;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints the accounts of a demonstration on the console, after everything else that a start prints. */
@Component
class DemoAccountsTable {

    private final DemoAccounts accounts;
    private final Words chinese;

    DemoAccountsTable(DemoAccounts accounts, Dictionary dictionary) {
        this.accounts = accounts;
        this.chinese = dictionary.in(Language.ZH);
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print() {
        List<DemoAccount> all = accounts.listAll();
        if (all.isEmpty()) {
            return;
        }
        int width = all.stream().mapToInt(one -> one.account().length()).max().orElse(0);
        StringBuilder table = new StringBuilder();
        table.append(chinese.say("access.demo.table"))
                .append("  ")
                .append(all.getFirst().password());
        for (DemoAccount one : all) {
            table.append(System.lineSeparator())
                    .append("  ")
                    .append(one.account())
                    .append(" ".repeat(width - one.account().length() + 2))
                    .append(chinese.say("access.role." + one.role().name()))
                    .append(' ')
                    .append(one.place())
                    .append(' ')
                    .append(one.person());
        }
        System.out.println(table);
    }
}
