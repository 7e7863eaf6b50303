package org.sangyu.benefits.internal.enrolment;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.KillPoint;
import org.sangyu.shared.Place;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does a deed for more people than a page can wait for, some thousands at a time; a crash goes on where it stopped. */
@Component
class MoveJob implements Jobs.Handler {

    static final String KIND = "benefits.move";

    private static final int CHUNK = 5_000;
    private static final String NONE = "";

    private final MoveEnrolments moves;
    private final DeedRows rows;
    private final TransactionTemplate transactions;

    MoveJob(MoveEnrolments moves, DeedRows rows, TransactionTemplate transactions) {
        this.moves = moves;
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        Deed deed = deed(run.arguments());
        Desk desk = CurrentDesk.get();
        Progress at = Progress.parse(run.checkpoint());
        long total = transactions.execute(status -> rows.meant(deed, desk.scope())) + at.done();
        while (true) {
            Progress before = at;
            at = transactions.execute(status -> {
                DeedRows.Chunk chunk = moves.step(deed, desk, before.last(), CHUNK);
                Progress next = new Progress(before.done() + chunk.moved(), chunk.last());
                if (chunk.last() != null) {
                    run.reached(next.toString());
                }
                return next;
            });
            KillPoint.at("enrolment.move.between-pieces");
            run.progress(at.done(), total);
            if (at.last() == null) {
                run.result("/enrolments");
                return;
            }
        }
    }

    static Map<String, String> arguments(Deed deed) {
        EnrolmentFilter filter = deed.selection().filter();
        Map<String, String> all = new HashMap<>();
        all.put("act", deed.act().toString());
        all.put("verb", deed.verb().name());
        all.put("why", deed.why());
        all.put("endedFrom", text(deed.endedFrom()));
        all.put("undone", text(deed.undone()));
        all.put("status", text(filter.status()));
        all.put("benefit", text(filter.benefit()));
        all.put("place", text(filter.place()));
        all.put("returned", String.valueOf(filter.returned()));
        all.put("notice", text(filter.notice()));
        return all;
    }

    private static Deed deed(Map<String, String> all) {
        EnrolmentFilter filter = new EnrolmentFilter(
                none(all, "status") ? null : EnrolmentStatus.valueOf(given(all, "status")),
                none(all, "benefit") ? null : given(all, "benefit"),
                none(all, "place") ? null : new Place(given(all, "place")),
                Boolean.parseBoolean(given(all, "returned")),
                none(all, "notice") ? null : UUID.fromString(given(all, "notice")));
        return new Deed(
                UUID.fromString(given(all, "act")),
                EnrolmentVerb.valueOf(given(all, "verb")),
                new Selection(List.of(), true, filter),
                all.getOrDefault("why", NONE),
                none(all, "endedFrom") ? null : YearMonth.parse(given(all, "endedFrom")),
                none(all, "undone") ? null : UUID.fromString(given(all, "undone")));
    }

    private static String given(Map<String, String> all, String key) {
        return all.getOrDefault(key, "");
    }

    private static boolean none(Map<String, String> all, String key) {
        return all.getOrDefault(key, NONE).isEmpty();
    }

    private static String text(@Nullable Object value) {
        return value == null ? NONE : value.toString();
    }

    /**
     * How far it has come.
     *
     * @param last id of the last enrolment done, or null at the end
     */
    private record Progress(long done, @Nullable UUID last) {

        static Progress parse(@Nullable String checkpoint) {
            if (checkpoint == null) {
                return new Progress(0, null);
            }
            String[] parts = checkpoint.split("/", 2);
            return new Progress(Long.parseLong(parts[0]), UUID.fromString(parts[1]));
        }

        @Override
        public String toString() {
            return done + "/" + last;
        }
    }
}
