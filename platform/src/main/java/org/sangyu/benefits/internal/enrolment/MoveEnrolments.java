package org.sangyu.benefits.internal.enrolment;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.DeedRows.Chunk;
import org.sangyu.benefits.internal.enrolment.DeedRows.Obstacles;
import org.sangyu.benefits.internal.enrolment.EnrolmentMoves.Move;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks, reviews, approves, returns, refuses, suspends, resumes, ends: one enrolment or a hundred thousand. */
@Component
public class MoveEnrolments {

    /** Up to here a deed is done while the page waits; beyond it a job does it. */
    static final int MOST_AT_ONCE = 2_000;

    private final DeedRows rows;
    private final Procedures procedures;
    private final TimeOrderedIds ids;
    private final Jobs jobs;
    private final Audit audit;

    MoveEnrolments(DeedRows rows, Procedures procedures, TimeOrderedIds ids, Jobs jobs, Audit audit) {
        this.rows = rows;
        this.procedures = procedures;
        this.ids = ids;
        this.jobs = jobs;
        this.audit = audit;
    }

    /**
     * What is to be done.
     *
     * @param why needed where {@link EnrolmentVerb#needsReason()} says so
     * @param endedFrom first month no longer paid; needed for an end
     */
    public record Command(
            EnrolmentVerb verb,
            Selection selection,
            String why,
            @Nullable YearMonth endedFrom) {}

    /** How it went. */
    public sealed interface Result {

        /**
         * It was done for these.
         *
         * @param act names the deed, to undo it
         * @param moved how many
         * @param left why others in the selection were not: words key to how many
         */
        record Done(UUID act, long moved, Map<String, Long> left) implements Result {}

        /** A job does it. */
        record Started(UUID job) implements Result {}

        /** This desk cannot do that. */
        record NotAtThisDesk() implements Result {}

        /** The reason is missing. */
        record ReasonMissing() implements Result {}

        /** The month from which on nothing is paid is missing. */
        record MonthMissing() implements Result {}
    }

    /** Does it at the current desk, or starts the job that does. */
    @Transactional
    public Result run(Command command) {
        Desk desk = CurrentDesk.get();
        List<Move> moves = moves(command.verb(), desk);
        if (moves.isEmpty() || command.verb() == EnrolmentVerb.UNDO) {
            return new Result.NotAtThisDesk();
        }
        if (command.verb().needsReason() && command.why().isBlank()) {
            return new Result.ReasonMissing();
        }
        if (command.verb() == EnrolmentVerb.END && command.endedFrom() == null) {
            return new Result.MonthMissing();
        }
        Deed deed = new Deed(
                ids.next(), command.verb(), command.selection(), command.why().strip(), command.endedFrom(), null);
        Obstacles before = rows.obstacles(deed, moves, rules(deed, desk), desk);
        if (command.selection().all() && before.meant() > MOST_AT_ONCE) {
            return new Result.Started(start(deed));
        }
        long moved = step(deed, desk, null, MOST_AT_ONCE).moved();
        return new Result.Done(deed.act(), moved, left(before));
    }

    /** Takes back one's own deed where nobody has gone on since. */
    @Transactional
    public Result undo(UUID act) {
        Desk desk = CurrentDesk.get();
        DeedRows.Act done = rows.act(act, desk.scope());
        if (done == null || !done.account().equals(desk.account())) {
            return new Result.NotAtThisDesk();
        }
        Selection all = new Selection(List.of(), true, EnrolmentFilter.ALL);
        Deed deed = new Deed(ids.next(), EnrolmentVerb.UNDO, all, "", null, act);
        if (done.steps() > MOST_AT_ONCE) {
            return new Result.Started(start(deed));
        }
        return new Result.Done(deed.act(), step(deed, desk, null, MOST_AT_ONCE).moved(), Map.of());
    }

    /** One set of a deed, with everything that follows from it, in the running transaction. */
    Chunk step(Deed deed, Desk desk, @Nullable UUID after, int limit) {
        List<Move> moves = moves(deed.verb(), desk);
        Chunk chunk = rows.move(deed, moves, rules(deed, desk), desk, after, limit);
        if (deed.verb() == EnrolmentVerb.APPROVE) {
            rows.activate(deed.act(), desk);
        }
        if (chunk.moved() > 0) {
            audit.write(
                    "enrolment." + deed.verb().name().toLowerCase(java.util.Locale.ROOT),
                    deed.act(),
                    desk.place(),
                    Map.of("count", String.valueOf(chunk.moved()), "why", deed.why()));
        }
        return chunk;
    }

    private UUID start(Deed deed) {
        return jobs.start(
                MoveJob.KIND, new Jobs.Title("benefits.job.move." + deed.verb(), List.of()), MoveJob.arguments(deed));
    }

    private List<Move> moves(EnrolmentVerb verb, Desk desk) {
        return EnrolmentMoves.all().stream()
                .filter(move -> move.verb() == verb && move.desks().contains(desk.role()))
                .toList();
    }

    private List<Procedure> rules(Deed deed, Desk desk) {
        if (desk.place().path().length() < PlaceLevel.COUNTY.pathLength()) {
            return List.of();
        }
        List<String> benefits = rows.benefits(deed.selection(), desk.scope());
        return procedures.of(desk.place().at(PlaceLevel.COUNTY), benefits, desk.scope());
    }

    private static Map<String, Long> left(Obstacles obstacles) {
        Map<String, Long> left = new java.util.LinkedHashMap<>();
        put(left, "benefits.left.elsewhere", obstacles.elsewhere());
        put(left, "benefits.left.own", obstacles.own());
        put(left, "benefits.left.notice", obstacles.notice());
        put(left, "benefits.left.month", obstacles.month());
        return left;
    }

    private static void put(Map<String, Long> left, String key, long count) {
        if (count > 0) {
            left.put(key, count);
        }
    }
}
