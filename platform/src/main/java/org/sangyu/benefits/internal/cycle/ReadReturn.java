package org.sangyu.benefits.internal.cycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.sangyu.benefits.MonthRun;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.KillPoint;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the bank's answer (回盘): a function of our file and theirs that can be repeated and gives the same result.
 *
 * <p>Applied in pieces, each in a transaction of its own; a crash between two pieces loses none and repeats none, and
 * that it was read is written once.
 */
@Component
class ReadReturn implements Jobs.Handler {

    static final String KIND = "cycles.return";
    private static final String FINISHED = "finished";
    private static final int PIECE = 5_000;

    private final ReturnRows rows;
    private final Cycles cycles;
    private final ReturnLayouts layouts;
    private final Files files;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ReadReturn(
            ReturnRows rows,
            Cycles cycles,
            ReturnLayouts layouts,
            Files files,
            DataSource dataSource,
            TransactionTemplate transaction,
            Audit audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.cycles = cycles;
        this.layouts = layouts;
        this.files = files;
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        UUID id = UUID.fromString(run.arguments().getOrDefault("return", ""));
        if (run.checkpoint() == null) {
            read(id, run);
            KillPoint.at("cycle.return.finished");
        }
        UUID cycle = transaction.execute(status -> rows.head(id).cycle());
        run.result("/cycles/" + cycle + "/returns/" + id);
    }

    private void read(UUID id, Jobs.Run run) {
        int last;
        try {
            last = transaction.execute(status -> {
                int staged = stage(id);
                KillPoint.at("cycle.return.staged");
                return staged;
            });
        } catch (Jobs.FailedException notOfThisForm) {
            transaction.executeWithoutResult(status -> rows.finish(id));
            throw notOfThisForm;
        }
        for (int from = 0; from < last; from += PIECE) {
            int start = from;
            transaction.executeWithoutResult(status -> rows.apply(id, start, start + PIECE));
            KillPoint.at("cycle.return.between-pieces");
            run.progress(Math.min(last, from + PIECE), last);
        }
        transaction.executeWithoutResult(status -> {
            finish(id, run.id(), last);
            run.reached(FINISHED);
        });
    }

    /** Reads the file anew each time: staging has no memory. Returns the last row number. */
    private int stage(UUID id) {
        ReturnRows.Head head = rows.head(id);
        rows.clear(id);
        CopyRows copy = new CopyRows(
                dataSource, "benefits.stage_return (run, row_no, reference, fen, result, outcome, reason, paid_on)");
        int[] last = {0};
        try (InputStream in = files.open(head.sha256())) {
            new ReturnReader(layouts.of(head.format(), head.layout())).read(in, row -> {
                last[0] = row.number();
                copy.row(
                        id,
                        row.number(),
                        row.reference(),
                        row.fen(),
                        row.result(),
                        row.outcome(),
                        row.reason(),
                        row.paidOn());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw Jobs.FailedException.because(Jobs.Title.of("cycles.return.unreadable"));
        }
        copy.flush();
        return last[0];
    }

    private void finish(UUID id, UUID run, long read) {
        rows.finish(id);
        ReturnRows.Head head = rows.head(id);
        Cycle cycle = cycles.find(head.cycle(), CurrentDesk.get().scope()).orElseThrow();
        if (CycleMoves.target(cycle.state(), CycleVerb.READ_RETURN).isPresent()) {
            cycles.step(cycle, CycleVerb.READ_RETURN, CycleState.RELEASED, head.name());
        }
        audit.write("cycle.read-return", cycle.id(), cycle.county(), Map.of("file", head.sha256()));
        events.publishEvent(
                new MonthRun(run, MonthRun.Kind.ANSWERED, cycle.county(), cycle.last(), Map.of("rows", read)));
    }
}
