package org.sangyu.privacy.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.privacy.internal.RetentionPlan.Kind;
import org.sangyu.privacy.internal.Runs.Outcome;
import org.sangyu.shared.AgeingRecords;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.KillPoint;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases and empties what is due, kind by kind, some records a transaction, and writes for each kind what it did to the
 * ledger. After a crash it goes on with the next batch; run again it finds nothing.
 */
@Component
class ForgetJob implements Jobs.Handler {

    static final String KIND = "privacy.forget";

    private final RetentionPlan plan;
    private final RetentionRules rules;
    private final Farewell farewell;
    private final Runs runs;
    private final Audit audit;
    private final TransactionTemplate transactions;

    ForgetJob(
            RetentionPlan plan,
            RetentionRules rules,
            Farewell farewell,
            Runs runs,
            Audit audit,
            TransactionTemplate transactions) {
        this.plan = plan;
        this.rules = rules;
        this.farewell = farewell;
        this.runs = runs;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        LocalDate today = LocalDate.parse(run.arguments().getOrDefault("day", ""));
        transactions.executeWithoutResult(
                status -> runs.begin(run.id(), CurrentDesk.get().name()));
        Reached reached = Reached.of(run.checkpoint());
        for (Kind kind : plan.kinds()) {
            Instant before = kind.before(today).orElse(null);
            if (before != null && kind.id().compareTo(reached.kind()) >= 0 && !reached.isEndOf(kind)) {
                new Pass(run, kind, before).take(today, reached.behind(kind));
            }
        }
        transactions.executeWithoutResult(status -> runs.end(run.id()));
        long all = runs.outcomes(run.id()).stream()
                .filter(one -> one.reason().isEmpty())
                .mapToLong(Outcome::count)
                .sum();
        run.progress(all, all);
        run.tell(Jobs.Title.of("privacy.job.done", String.valueOf(all)));
        run.result("/retention");
    }

    /** How far a run came: in a kind, behind an elder, or at the end of the kind. */
    private record Reached(String kind, String behind) {

        private static final String END = "end";

        static Reached of(@Nullable String checkpoint) {
            if (checkpoint == null) {
                return new Reached("", "");
            }
            String[] parts = checkpoint.split(" ", 2);
            return new Reached(parts[0], parts.length > 1 ? parts[1] : "");
        }

        boolean isEndOf(Kind one) {
            return kind.equals(one.id()) && behind.equals(END);
        }

        @Nullable
        ElderId behind(Kind one) {
            return kind.equals(one.id()) && !behind.isEmpty() ? new ElderId(UUID.fromString(behind)) : null;
        }
    }

    /** One kind of record from its beginning, or from where a crash left it, to its end. */
    private final class Pass {

        private final Jobs.Run run;
        private final Kind kind;
        private final Instant before;

        Pass(Jobs.Run run, Kind kind, Instant before) {
            this.run = run;
            this.kind = kind;
            this.before = before;
        }

        void take(LocalDate today, @Nullable ElderId after) {
            AgeingRecords records = kind.records();
            if (records == null) {
                elders(today, after);
            } else {
                records(records);
            }
            transactions.executeWithoutResult(status -> {
                tell();
                run.reached(kind.id() + " " + Reached.END);
            });
        }

        private void records(AgeingRecords records) {
            long erased = 1;
            while (erased > 0) {
                erased = transactions.execute(status -> {
                    long some = records.erase(before, rules.batch());
                    count("", some);
                    return some;
                });
            }
        }

        private void elders(LocalDate today, @Nullable ElderId begin) {
            ElderId after = begin;
            do {
                ElderId behind = after;
                after = transactions.execute(status -> {
                    Farewell.Batch batch = farewell.next(kind, today, behind, rules.batch());
                    if (!batch.isEmpty()) {
                        farewell.forget(batch.leaving());
                        count("", batch.leaving().size());
                        batch.staying().forEach(this::count);
                        run.reached(kind.id() + " " + batch.last());
                    }
                    KillPoint.at("privacy.forget.before-commit");
                    return batch.last();
                });
            } while (after != null);
        }

        private void count(String reason, long more) {
            if (more > 0) {
                runs.add(run.id(), new Outcome(kind.id(), reason, more, kind.rule(), before));
            }
        }

        /** What was done goes into the ledger, of elders also how many were left and why. */
        private void tell() {
            List<Outcome> done = runs.outcomes(run.id()).stream()
                    .filter(one -> one.kind().equals(kind.id()))
                    .toList();
            if (done.isEmpty()) {
                return;
            }
            Map<String, String> detail = new HashMap<>();
            detail.put("records", kind.id());
            detail.put("rule", kind.rule());
            detail.put("until", before.toString());
            detail.put("count", "0");
            done.forEach(one -> detail.put(
                    one.reason().isEmpty() ? "count" : one.reason().replace("privacy.stays.", "left-"),
                    String.valueOf(one.count())));
            audit.write("privacy.forget", run.id(), null, detail);
        }
    }
}
