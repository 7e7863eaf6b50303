package org.sangyu.benefits.internal.unclaimed;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.ApplyForBenefit;
import org.sangyu.benefits.internal.enrolment.ApplyForBenefit.Result;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of asking people who are entitled and receive nothing, and takes it back. */
@Component
@Transactional
public class AnswerUnclaimed {

    private static final Set<Role> DESKS = Set.of(Role.VILLAGE, Role.TOWNSHIP, Role.COUNTY_CLERK);

    private final UnclaimedList list;
    private final UnclaimedResults results;
    private final ApplyForBenefit apply;
    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final Audit audit;
    private final Clock clock;

    AnswerUnclaimed(
            UnclaimedList list,
            UnclaimedResults results,
            ApplyForBenefit apply,
            JdbcClient jdbc,
            TimeOrderedIds ids,
            Audit audit,
            Clock clock) {
        this.list = list;
        this.results = results;
        this.apply = apply;
        this.jdbc = jdbc;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was found out about whom.
     *
     * @param applicant who is named as applicant where an application begins
     */
    public record Command(UnclaimedOutcome outcome, List<UnclaimedList.Key> keys, String why, String applicant) {}

    /**
     * How it went.
     *
     * @param act names the deed, to take it back
     * @param kept how many were written down
     * @param left words key to how many: why others were not
     */
    public record Done(UUID act, long kept, Map<String, Long> left) {}

    /** True for desks that ask people. */
    public static boolean mayAnswer(Role role) {
        return DESKS.contains(role);
    }

    /** Writes it down at the current desk for those who still wait. */
    @Unscoped("works at the current desk and inside its scope")
    public Done run(Command command) {
        Desk desk = CurrentDesk.get();
        if (!mayAnswer(desk.role())) {
            throw new IllegalStateException("this desk asks nobody");
        }
        List<UUID> runs = results.results(desk.scope(), null).stream()
                .map(UnclaimedResults.Result::id)
                .toList();
        UUID act = ids.next();
        long kept = 0;
        Map<String, Long> left = new LinkedHashMap<>();
        List<Unclaimed> waiting = list.waiting(desk.scope(), runs, command.keys());
        if (waiting.size() < command.keys().size()) {
            left.put("unclaimed.left.answered", (long) command.keys().size() - waiting.size());
        }
        for (Unclaimed one : waiting) {
            Begun begun = command.outcome() == UnclaimedOutcome.WILL_APPLY
                    ? begin(one, command.applicant())
                    : new Begun(null, null);
            if (begun.obstacle() == null) {
                keep(act, one, command, begun.enrolment());
                kept++;
            } else {
                left.merge(begun.obstacle(), 1L, Long::sum);
            }
        }
        audit.write(
                "unclaimed.answer",
                act,
                desk.place(),
                Map.of(
                        "outcome", command.outcome().name(),
                        "count", String.valueOf(kept),
                        "why", command.why()));
        return new Done(act, kept, left);
    }

    /**
     * Takes back one's own deed; an application begun by it is withdrawn unless somebody has gone on with it.
     *
     * @return how many were taken back, and how many applications are in other hands already
     */
    @Unscoped("works at the current desk and inside its scope")
    public Undone undo(UUID act) {
        Desk desk = CurrentDesk.get();
        long undone = 0;
        long inOtherHands = 0;
        for (Kept one : kept(act, desk)) {
            if (one.enrolment() != null && !apply.withdraw(one.enrolment())) {
                inOtherHands++;
            } else {
                undone += jdbc.sql("update benefits.unclaimed_answer set undone_by = :by, undone_at = :now"
                                + " where id = :id and elder = :elder and benefit = :benefit and undone_at is null")
                        .param("by", desk.account())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", act)
                        .param("elder", one.elder())
                        .param("benefit", one.benefit())
                        .update();
            }
        }
        audit.write("unclaimed.undo", act, desk.place(), Map.of("count", String.valueOf(undone)));
        return new Undone(undone, inOtherHands);
    }

    /** How taking back went. */
    public record Undone(long undone, long inOtherHands) {}

    private record Begun(@Nullable UUID enrolment, @Nullable String obstacle) {}

    private record Kept(
            UUID elder, String benefit, @Nullable UUID enrolment) {}

    private Begun begin(Unclaimed one, String applicant) {
        Result result = apply.run(new ApplyForBenefit.Command(one.elder(), one.benefit(), applicant));
        return switch (result) {
            case Result.Accepted accepted -> new Begun(accepted.enrolment(), null);
            case Result.PaidElsewhere elsewhere -> new Begun(null, null);
            case Result.AlreadyOpen open -> new Begun(null, "unclaimed.left.open");
            case Result.Refused refused -> new Begun(null, "unclaimed.left.refused");
            case Result.Undetermined undetermined -> new Begun(null, "unclaimed.left.missing");
            case Result.NotHere gone -> new Begun(null, "unclaimed.left.gone");
        };
    }

    @Unscoped("a row that was just read inside the desk's scope")
    private void keep(UUID act, Unclaimed one, Command command, @Nullable UUID enrolment) {
        Desk desk = CurrentDesk.get();
        jdbc.sql("""
            insert into benefits.unclaimed_answer (id, elder, benefit, county, place, outcome, why, enrolment,
                by_account, by_name, at)
            values (:id, :elder, :benefit, :county, :place, :outcome, :why, :enrolment, :account, :name, :now)\
            """)
                .param("id", act)
                .param("elder", one.elder().value())
                .param("benefit", one.benefit())
                .param("county", one.place().at(PlaceLevel.COUNTY).path())
                .param("place", one.place().path())
                .param("outcome", command.outcome().name())
                .param("why", command.why())
                .param("enrolment", enrolment)
                .param("account", desk.account())
                .param("name", desk.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<Kept> kept(UUID act, Desk desk) {
        return jdbc.sql("""
            select elder, benefit, enrolment from benefits.unclaimed_answer
            where id = :id and by_account = :account and undone_at is null and place >= :lo and place < :hi\
            """)
                .param("id", act)
                .param("account", desk.account())
                .param("lo", desk.scope().lo())
                .param("hi", desk.scope().hi())
                .query((row, number) -> new Kept(
                        row.getObject("elder", UUID.class),
                        row.getString("benefit"),
                        row.getObject("enrolment", UUID.class)))
                .list();
    }
}
