package org.sangyu.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.sangyu.access.internal.IndexedColumns.Column;
import org.sangyu.access.internal.IndexedColumns.Found;
import org.sangyu.access.internal.IndexedColumns.Twin;
import org.sangyu.shared.Audit;
import org.sangyu.shared.Jobs;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the key of the blind index while everybody goes on working: fills the twin of every column of indexes, then puts
 * all twins in the columns' places at once.
 *
 * <p>Run again, or after a crash, it does what is left. Until the exchange everything is found and written under the key
 * before; the exchange waits for a moment in which nobody holds one of the tables.
 */
@Component
class IndexKeyMove implements Jobs.Handler {

    static final String KIND = "access.index-key";

    private static final int PAGES = 256;
    private static final int MOST_WALKS = 100;
    private static final int MOST_TRIES = 200;
    private static final int LEFT = 1000;

    private final IndexedColumns columns;
    private final FieldKeys keys;
    private final FieldKeyTable table;
    private final FieldRules rules;
    private final KeyedFieldCipher cipher;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    IndexKeyMove(
            IndexedColumns columns,
            FieldKeys keys,
            FieldKeyTable table,
            FieldRules rules,
            KeyedFieldCipher cipher,
            Jobs jobs,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.columns = columns;
        this.keys = keys;
        this.table = table;
        this.rules = rules;
        this.cipher = cipher;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Starts to bring a version into use. */
    UUID start(int version) {
        String number = String.valueOf(version);
        return jobs.start(KIND, Jobs.Title.of("access.keys.index.job", number), Map.of("version", number));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        keys.refresh();
        try {
            if (keys.index().coming() != null) {
                change(run);
            }
        } catch (DataAccessException | IllegalStateException failure) {
            keys.refresh();
            if (keys.index().coming() != null) {
                throw failure;
            }
            // Another run brought the key into use meanwhile.
        }
        run.result("/field-keys");
    }

    private void change(Jobs.Run run) {
        waitForOtherProcesses();
        each(columns::begin);
        long made = fill(run);
        each(columns::build);
        made += exchange(run.arguments().getOrDefault("version", ""));
        run.tell(Jobs.Title.of("access.keys.index.done", String.valueOf(made)));
    }

    /** Walks through all columns until a walk finds nothing. */
    private long fill(Jobs.Run run) {
        long made = 0;
        for (int walks = 0; walks < MOST_WALKS; walks++) {
            long found = walk(run);
            made += found;
            if (found == 0) {
                return made;
            }
        }
        throw busy();
    }

    private long walk(Jobs.Run run) {
        List<Column> all = columns.list();
        long total = all.stream().mapToLong(column -> column.pages() + 1).sum();
        long done = 0;
        long found = 0;
        for (Column column : all) {
            for (long page = 0; page <= column.pages(); page += PAGES) {
                long from = page;
                found += piece(column, from);
                run.progress(done + Math.min(page + PAGES, column.pages() + 1), total);
            }
            done += column.pages() + 1;
        }
        return found;
    }

    /** How many had no twin; those whose rows somebody holds longer are met again by the next walk. */
    private long piece(Column column, long from) {
        try {
            return Objects.requireNonNull(
                    transactions.execute(status -> fill(column, columns.missing(column, from, from + PAGES))));
        } catch (DataAccessException failure) {
            if (Held.by(failure)) {
                return 1;
            }
            throw failure;
        }
    }

    private long fill(Column column, List<Found> missing) {
        if (!missing.isEmpty()) {
            columns.fill(
                    column,
                    missing.stream()
                            .map(one -> new Twin(one.place(), one.index(), cipher.comingIndex(one.index())))
                            .toList());
        }
        return missing.size();
    }

    /** Work on each column in a transaction of its own, again while somebody holds the table. */
    private void each(Consumer<Column> work) {
        for (Column column : columns.list()) {
            again(() -> transactions.executeWithoutResult(status -> work.accept(column)));
        }
    }

    private long exchange(String version) {
        long[] made = {0};
        again(() -> transactions.executeWithoutResult(status -> {
            columns.hold();
            made[0] = 0;
            for (Column column : columns.list()) {
                List<Found> left = columns.left(column, LEFT + 1);
                if (left.size() > LEFT) {
                    throw busy();
                }
                made[0] += fill(column, left);
            }
            columns.exchange();
            audit.write("access.index-key.use", null, null, Map.of("version", version));
        }));
        keys.refresh();
        return made[0];
    }

    private void again(Runnable work) {
        for (int tries = 1; ; tries++) {
            try {
                work.run();
                return;
            } catch (DataAccessException failure) {
                if (!Held.by(failure)) {
                    throw failure;
                }
                if (tries == MOST_TRIES) {
                    throw busy();
                }
                pause(rules.refresh());
            }
        }
    }

    private static Jobs.FailedException busy() {
        return Jobs.FailedException.because(Jobs.Title.of("access.keys.index.busy"));
    }

    /** By then every process knows that a key is coming, and looks often whether it is in use. */
    private void waitForOtherProcesses() {
        Instant known = table.listIndex().getLast().made().plus(rules.refresh().multipliedBy(2));
        Duration left = Duration.between(clock.instant(), known);
        if (left.isPositive()) {
            pause(left);
        }
        keys.refresh();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Jobs.FailedException.because(Jobs.Title.of("access.keys.stopped"));
        }
    }
}
