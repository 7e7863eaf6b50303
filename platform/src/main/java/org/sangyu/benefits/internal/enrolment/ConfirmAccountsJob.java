package org.sangyu.benefits.internal.enrolment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.KillPoint;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Confirms every account in a scope that other people proposed; what is confirmed is not met again after a crash. */
@Component
class ConfirmAccountsJob implements Jobs.Handler {

    static final String KIND = "benefits.accounts";

    private static final int CHUNK = 2_000;

    private final PayeeAccounts accounts;
    private final TransactionTemplate transactions;
    private final Audit audit;

    ConfirmAccountsJob(PayeeAccounts accounts, TransactionTemplate transactions, Audit audit) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        Desk desk = CurrentDesk.get();
        long total = accounts.countConfirmable(desk.scope(), desk);
        long done = 0;
        UUID last = null;
        do {
            last = chunk(last, run.id(), desk);
            KillPoint.at("enrolment.accounts.between-pieces");
            done = last == null ? done : done + CHUNK;
            run.progress(Math.min(done, total), total);
        } while (last != null);
        run.result("/enrolments/accounts");
    }

    private @Nullable UUID chunk(@Nullable UUID after, UUID act, Desk desk) {
        return transactions.execute(status -> {
            List<UUID> next = accounts.confirmable(desk.scope(), desk, after, CHUNK);
            if (next.isEmpty()) {
                return null;
            }
            long confirmed = accounts.confirm(next, act, desk);
            audit.write(
                    "enrolment.account.confirm",
                    act,
                    desk.place(),
                    java.util.Map.of("count", String.valueOf(confirmed)));
            return next.getLast();
        });
    }
}
