package org.sangyu.benefits.internal.cycle;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.sangyu.benefits.MonthRun;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.KillPoint;
import org.sangyu.shared.Unscoped;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Releases a cycle (报盘), or sends failed payments again (重发): orders first, then the file's bytes, then SENT.
 *
 * <p>Three transactions, each remembered: after a crash it goes on where it stopped and never orders, stores or sends
 * twice. The file's id is the job's id.
 */
@Component
@Unscoped("works on a cycle that was found through the scope of the desk")
class ReleaseCycle implements Jobs.Handler {

    static final String KIND = "cycles.release";
    private static final String ORDERED = "ordered";
    private static final String STORED = "stored";
    private static final String SENT = "sent";

    private final Cycles cycles;
    private final News news;
    private final PayOrders orders;
    private final PayBytes bytes;
    private final OpenRecoveries recoveries;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReleaseCycle(
            Cycles cycles,
            News news,
            PayOrders orders,
            PayBytes bytes,
            OpenRecoveries recoveries,
            TransactionTemplate transaction,
            Audit audit,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.cycles = cycles;
        this.news = news;
        this.orders = orders;
        this.bytes = bytes;
        this.recoveries = recoveries;
        this.transaction = transaction;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        UUID id = UUID.fromString(run.arguments().getOrDefault("cycle", ""));
        String reached = run.checkpoint() == null ? "" : run.checkpoint();
        if (reached.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                order(cycle(id, run), run);
                run.reached(ORDERED);
            });
            KillPoint.at("cycle.release.ordered");
            reached = ORDERED;
        }
        if (reached.equals(ORDERED)) {
            transaction.executeWithoutResult(status -> {
                bytes.store(run.id());
                KillPoint.at("cycle.release.bytes-stored");
                run.reached(STORED);
            });
            reached = STORED;
        }
        KillPoint.at("cycle.release.before-sent");
        if (reached.equals(STORED)) {
            transaction.executeWithoutResult(status -> {
                send(cycle(id, run), run);
                run.reached(SENT);
            });
            KillPoint.at("cycle.release.sent");
        }
        run.result("/cycles/" + id);
    }

    private Cycle cycle(UUID id, Jobs.Run run) {
        return cycles.find(id, CurrentDesk.get().scope())
                .filter(found -> CycleMoves.target(found.state(), verb(run)).isPresent())
                .orElseThrow(() -> Jobs.FailedException.because(Jobs.Title.of("cycles.cycle.refused.moved")));
    }

    private static CycleVerb verb(Jobs.Run run) {
        return run.arguments().containsKey("retry") ? CycleVerb.RETRY : CycleVerb.RELEASE;
    }

    private void order(Cycle cycle, Jobs.Run run) {
        String format = run.arguments().getOrDefault("format", "");
        if (verb(run) == CycleVerb.RETRY) {
            orders.retry(cycle, run.id(), format);
        } else {
            news.hold(cycle);
            cycles.choseFormat(cycle.id(), format);
            orders.first(cycle, run.id(), format);
        }
    }

    private void send(Cycle cycle, Jobs.Run run) {
        OffsetDateTime now = OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
        long sent = jdbc.sql("update benefits.pay_order set state = 'SENT' where file = :file and state = 'PENDING'")
                .param("file", run.id())
                .update();
        jdbc.sql("update benefits.pay_file set sent_at = :now where id = :file")
                .param("now", now)
                .param("file", run.id())
                .update();
        if (!cycles.step(cycle, verb(run), CycleState.RELEASED, "")) {
            throw new IllegalStateException("cycle " + cycle.number() + " was moved while it was released");
        }
        if (verb(run) == CycleVerb.RELEASE) {
            recoveries.open(cycle);
            KillPoint.at("cycle.release.recoveries-opened");
        }
        audit.write(
                verb(run) == CycleVerb.RETRY ? "cycle.retry" : "cycle.release",
                cycle.id(),
                cycle.county(),
                Map.of("file", run.id().toString(), "format", run.arguments().getOrDefault("format", "")));
        events.publishEvent(
                new MonthRun(run.id(), MonthRun.Kind.RELEASED, cycle.county(), cycle.last(), Map.of("payments", sent)));
    }
}
