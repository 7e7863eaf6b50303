package org.sangyu.access.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.seal.Entry;
import org.sangyu.access.seal.LedgerWriter;
import org.sangyu.access.seal.Seal;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the seals of some days with the lines of the auditor's place into a file that {@code ./sangyu audit verify}
 * checks without the installation.
 *
 * <p>Begun again after a crash it writes the file anew; nothing else changes.
 */
@Component
public class LedgerExport implements Jobs.Handler {

    static final String KIND = "access.ledger";

    private static final int SEALS = 500;
    private static final int MOST_OPEN = 10_000;
    private static final String TYPE = "application/jsonl";

    private final SealTable table;
    private final Jobs jobs;
    private final Files files;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LedgerExport(SealTable table, Jobs jobs, Files files, Audit audit, TransactionTemplate transactions, Clock clock) {
        this.table = table;
        this.jobs = jobs;
        this.files = files;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Starts the export of the seals made from one day to another, both included. */
    public UUID start(LocalDate from, LocalDate to) {
        return transactions.execute(status -> jobs.start(
                KIND,
                Jobs.Title.of("access.ledger.job", from.toString(), to.toString()),
                Map.of("from", from.toString(), "to", to.toString())));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        LocalDate from = LocalDate.parse(run.arguments().getOrDefault("from", ""));
        LocalDate to = LocalDate.parse(run.arguments().getOrDefault("to", ""));
        long[] lines = new long[1];
        transactions.executeWithoutResult(status -> {
            Files.Stored file = files.store(
                    "ledger-" + from + "-" + to + ".jsonl",
                    TYPE,
                    out -> lines[0] = write(from, to, out, done -> run.progress(done, 0)));
            Map<String, String> detail = new HashMap<>(run.arguments());
            detail.put("lines", String.valueOf(lines[0]));
            detail.put("sha256", file.sha256());
            audit.write("access.ledger.export", run.id(), CurrentDesk.get().place(), detail);
            run.attach(file);
        });
        run.progress(lines[0], lines[0]);
        run.tell(Jobs.Title.of("access.ledger.done", String.valueOf(lines[0])));
    }

    /** Writes the file, in the running transaction; tells how many lines so far. */
    long write(LocalDate from, LocalDate to, OutputStream stream, LongConsumer progress) throws IOException {
        Desk desk = CurrentDesk.get();
        LedgerWriter out = new LedgerWriter(stream);
        Optional<Seal> before = table.newestBefore(from);
        String by = desk.name() + " " + desk.account();
        out.head(
                new LedgerWriter.Head(desk.place().path(), from, to, clock.instant(), by, table.erasedTo()),
                before.map(Seal::chain).orElseGet(Seal::beginning));
        Counted counted = new Counted(out);
        Seal newest = null;
        List<Seal> next = table.seals(from, to, 0, SEALS);
        while (!next.isEmpty()) {
            for (Seal seal : next) {
                out.seal(seal);
                counted.position = 0;
                table.leaves(seal.number(), desk.scope(), counted::leaf);
                newest = seal;
            }
            progress.accept(counted.lines);
            next = table.seals(from, to, next.getLast().number(), SEALS);
        }
        if (isUpToNow(newest)) {
            for (Entry open : table.unsealed(table.settled(), MOST_OPEN)) {
                out.open(open);
            }
        }
        out.end(newest);
        return counted.lines;
    }

    /** Lines without a seal belong behind the newest one only. */
    private boolean isUpToNow(@Nullable Seal last) {
        return last != null && table.newest().map(Seal::number).orElse(0L) == last.number();
    }

    /** Writes leaves in their order and counts the lines among them. */
    private static final class Counted {
        private final LedgerWriter out;
        private int position;
        private long lines;

        private Counted(LedgerWriter out) {
            this.out = out;
        }

        private void leaf(org.sangyu.access.seal.Leaf leaf, Optional<Entry> entry) {
            try {
                position++;
                lines += entry.isPresent() ? 1 : 0;
                out.leaf(position, leaf, entry.orElse(null));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
