package org.sangyu.benefits.internal.cycle;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.KillPoint;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes a cycle (核算): what everyone enrolled is owed for the cycle's months and, where facts or policy changed, for
 * all months before. Nobody enters it against whom a list of another department still speaks.
 *
 * <p>Fixed by an instant, kept as the job's checkpoint, and the fingerprint of policy: the same run gives the same rows.
 * Everything is staged in one transaction and merged in a second; a crash before the second leaves nothing behind that
 * the next run does not clear.
 */
@Component
class ComputeCycle implements Jobs.Handler {

    static final String KIND = "cycles.compute";
    private static final String MERGED = "merged";

    private final Cycles cycles;
    private final StageMonth stage;
    private final MergeMonth merge;
    private final OpenHits hits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ComputeCycle(
            Cycles cycles,
            StageMonth stage,
            MergeMonth merge,
            OpenHits hits,
            TransactionTemplate transaction,
            Clock clock) {
        this.cycles = cycles;
        this.stage = stage;
        this.merge = merge;
        this.hits = hits;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        UUID id = UUID.fromString(run.arguments().getOrDefault("cycle", ""));
        String checkpoint = run.checkpoint();
        if (!MERGED.equals(checkpoint)) {
            Cycle cycle = transaction
                    .execute(status -> cycles.find(id, CurrentDesk.get().scope()))
                    .filter(found ->
                            CycleMoves.target(found.state(), CycleVerb.COMPUTE).isPresent())
                    .orElseThrow(() -> Jobs.FailedException.because(Jobs.Title.of("cycles.cycle.refused.moved")));
            if (checkpoint == null) {
                hits.suspend(cycle.county());
            }
            Instant knownAt = knownAt(run, checkpoint);
            StageMonth.Staged staged = transaction.execute(status -> stage.run(cycle, run, knownAt));
            KillPoint.at("cycle.compute.staged");
            transaction.executeWithoutResult(status -> {
                merge.run(cycle, run.id(), knownAt, staged);
                run.reached(MERGED);
                KillPoint.at("cycle.compute.before-commit");
            });
            KillPoint.at("cycle.compute.merged");
        }
        run.result("/cycles/" + id);
    }

    private Instant knownAt(Jobs.Run run, @Nullable String checkpoint) {
        if (checkpoint != null) {
            return Instant.parse(checkpoint);
        }
        Instant now = clock.instant();
        run.reached(now.toString());
        return now;
    }
}
