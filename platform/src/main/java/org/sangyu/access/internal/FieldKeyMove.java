package org.sangyu.access.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.access.internal.EncryptedColumns.Column;
import org.sangyu.access.internal.EncryptedColumns.Found;
import org.sangyu.access.internal.EncryptedColumns.Moved;
import org.sangyu.shared.Audit;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Jobs;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Encrypts everything anew that stands under an older key, while everybody goes on working.
 *
 * <p>It walks through all tables until a walk finds nothing: what another process or an import wrote under the older key
 * meanwhile is found by the next walk. Run again, or after a crash, it does what is left.
 */
@Component
class FieldKeyMove implements Jobs.Handler {

    static final String KIND = "access.field-keys";

    private static final int PAGES = 256;
    private static final int MOST_WALKS = 100;

    private final EncryptedColumns columns;
    private final FieldKeyTable table;
    private final FieldKeys keys;
    private final FieldRules rules;
    private final FieldCipher cipher;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    FieldKeyMove(
            EncryptedColumns columns,
            FieldKeyTable table,
            FieldKeys keys,
            FieldRules rules,
            FieldCipher cipher,
            Jobs jobs,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.columns = columns;
        this.table = table;
        this.keys = keys;
        this.rules = rules;
        this.cipher = cipher;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Starts to move everything to a version; at the end destroys older ones that have been empty long enough. */
    UUID start(int version, boolean destroy) {
        String number = String.valueOf(version);
        Jobs.Title title = Jobs.Title.of(destroy ? "access.keys.job.destroy" : "access.keys.job", number);
        return jobs.start(KIND, title, Map.of("version", number, "destroy", String.valueOf(destroy)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        int version = Integer.parseInt(run.arguments().getOrDefault("version", ""));
        waitForOtherProcesses();
        long moved = 0;
        Walk last = walk(run);
        for (int walks = 1; last.found() > 0; walks++) {
            moved += last.moved();
            if (!last.unreadable().isEmpty() || walks == MOST_WALKS) {
                throw Jobs.FailedException.because(Jobs.Title.of(
                        last.unreadable().isEmpty() ? "access.keys.left" : "access.keys.unreadable",
                        String.valueOf(last.found()),
                        String.join(", ", last.unreadable())));
            }
            last = walk(run);
        }
        end(version, moved, Boolean.parseBoolean(run.arguments().get("destroy")));
        run.tell(Jobs.Title.of("access.keys.done", String.valueOf(moved)));
        run.result("/field-keys");
    }

    private void end(int version, long moved, boolean destroy) {
        transactions.executeWithoutResult(status -> {
            table.emptied(version);
            audit.write(
                    "access.field-key.moved",
                    null,
                    null,
                    Map.of("version", String.valueOf(version), "fields", String.valueOf(moved)));
            if (destroy) {
                table.destroy(version, clock.instant().minus(rules.keptEmpty()))
                        .forEach(gone -> audit.write(
                                "access.field-key.destroy", null, null, Map.of("version", String.valueOf(gone))));
            }
        });
        keys.refresh();
    }

    /** What one walk through everything found, moved, and could not read. */
    private record Walk(long found, long moved, List<String> unreadable) {}

    private Walk walk(Jobs.Run run) {
        List<Column> all = columns.list();
        long total = all.stream().mapToLong(column -> column.pages() + 1).sum();
        long done = 0;
        long found = 0;
        long moved = 0;
        List<String> unreadable = new ArrayList<>();
        for (Column column : all) {
            for (long page = 0; page <= column.pages(); page += PAGES) {
                long from = page;
                Piece piece = piece(column, from);
                found += piece.found();
                moved += piece.moved();
                if (piece.unreadable()) {
                    unreadable.add(column.table());
                }
                run.progress(done + Math.min(page + PAGES, column.pages() + 1), total);
            }
            done += column.pages() + 1;
        }
        return new Walk(found, moved, unreadable.stream().distinct().toList());
    }

    private record Piece(long found, long moved, boolean unreadable) {}

    private Piece piece(Column column, long from) {
        try {
            return java.util.Objects.requireNonNull(transactions.execute(status -> move(column, from)));
        } catch (DataAccessException failure) {
            if (!Held.by(failure)) {
                throw failure;
            }
            // Somebody holds a row for longer: the next walk comes back.
            return new Piece(1, 0, false);
        }
    }

    private Piece move(Column column, long from) {
        List<Found> older = columns.older(column, from, from + PAGES);
        if (older.isEmpty()) {
            return new Piece(0, 0, false);
        }
        List<Moved> moved = new ArrayList<>(older.size());
        for (Found one : older) {
            try {
                String clear = cipher.decrypt(column.field(), one.bytes());
                moved.add(new Moved(one.place(), one.bytes(), cipher.encrypt(column.field(), clear)));
            } catch (IllegalStateException unreadable) {
                continue;
            }
        }
        return new Piece(older.size(), columns.replace(column, moved), moved.size() < older.size());
    }

    /** By then every process encrypts with the newest key. */
    private void waitForOtherProcesses() {
        keys.refresh();
        try {
            Thread.sleep(rules.refresh().multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Jobs.FailedException.because(Jobs.Title.of("access.keys.stopped"));
        }
    }
}
