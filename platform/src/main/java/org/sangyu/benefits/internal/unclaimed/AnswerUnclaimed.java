package org.sangyu.benefits.internal.unclaimed;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        Map<String, Long> left = new LinkedHashMap<>();
        List<Unclaimed> waiting = list.waiting(desk.scope(), runs, command.keys());
        if (waiting.size() < command.keys().size()) {
            left.put("unclaimed.left.answered", (long) command.keys().size() - waiting.size());
        }
        List<Answered> answered = new ArrayList<>();
        for (Answered one : begun(waiting, command)) {
            if (one.obstacle() == null) {
                answered.add(one);
            } else {
                left.merge(one.obstacle(), 1L, Long::sum);
            }
        }
        long kept = keep(act, answered, command);
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
        List<Kept> all = kept(act, desk);
        Set<UUID> withdrawn = apply.withdraw(
                all.stream().map(Kept::enrolment).flatMap(Stream::ofNullable).toList());
        List<Kept> free = all.stream()
                .filter(one -> one.enrolment() == null || withdrawn.contains(one.enrolment()))
                .toList();
        long undone = jdbc.sql("""
            update benefits.unclaimed_answer a set undone_by = :by, undone_at = :now
            from unnest(:elders::uuid[], :benefits::text[]) as k (elder, benefit)
            where a.id = :id and a.elder = k.elder and a.benefit = k.benefit and a.undone_at is null\
            """)
                .param("by", desk.account())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", act)
                .param("elders", free.stream().map(Kept::elder).toArray(UUID[]::new))
                .param("benefits", free.stream().map(Kept::benefit).toArray(String[]::new))
                .update();
        long inOtherHands = (long) all.size() - free.size();
        audit.write("unclaimed.undo", act, desk.place(), Map.of("count", String.valueOf(undone)));
        return new Undone(undone, inOtherHands);
    }

    /** How taking back went. */
    public record Undone(long undone, long inOtherHands) {}

    /** What came of one, with the application that it began, or why it was not written down. */
    private record Answered(
            Unclaimed row,
            @Nullable UUID enrolment,
            @Nullable String obstacle) {}

    private record Kept(
            UUID elder, String benefit, @Nullable UUID enrolment) {}

    private List<Answered> begun(List<Unclaimed> waiting, Command command) {
        if (command.outcome() != UnclaimedOutcome.WILL_APPLY) {
            return waiting.stream().map(row -> new Answered(row, null, null)).toList();
        }
        List<Result> results = apply.run(waiting.stream()
                .map(row -> new ApplyForBenefit.Command(row.elder(), row.benefit(), command.applicant()))
                .toList());
        return IntStream.range(0, waiting.size())
                .mapToObj(i -> answered(waiting.get(i), results.get(i)))
                .toList();
    }

    private static Answered answered(Unclaimed row, Result result) {
        return switch (result) {
            case Result.Accepted accepted -> new Answered(row, accepted.enrolment(), null);
            case Result.PaidElsewhere elsewhere -> new Answered(row, null, null);
            case Result.AlreadyOpen open -> new Answered(row, null, "unclaimed.left.open");
            case Result.Refused refused -> new Answered(row, null, "unclaimed.left.refused");
            case Result.Undetermined undetermined -> new Answered(row, null, "unclaimed.left.missing");
            case Result.NotHere gone -> new Answered(row, null, "unclaimed.left.gone");
        };
    }

    @Unscoped("rows that were just read inside the desk's scope")
    private long keep(UUID act, List<Answered> answered, Command command) {
        Desk desk = CurrentDesk.get();
        List<Unclaimed> rows = answered.stream().map(Answered::row).toList();
        return jdbc.sql("""
            insert into benefits.unclaimed_answer (id, elder, benefit, county, place, outcome, why, enrolment,
                by_account, by_name, at)
            select :id, k.elder, k.benefit, k.county, k.place, :outcome, :why, k.enrolment, :account, :name, :now
            from unnest(:elders::uuid[], :benefits::text[], :counties::text[], :places::text[], :enrolments::uuid[])
                as k (elder, benefit, county, place, enrolment)\
            """)
                .param("id", act)
                .param("elders", rows.stream().map(row -> row.elder().value()).toArray(UUID[]::new))
                .param("benefits", rows.stream().map(Unclaimed::benefit).toArray(String[]::new))
                .param(
                        "counties",
                        rows.stream()
                                .map(row -> row.place().at(PlaceLevel.COUNTY).path())
                                .toArray(String[]::new))
                .param("places", rows.stream().map(row -> row.place().path()).toArray(String[]::new))
                .param("enrolments", answered.stream().map(Answered::enrolment).toArray(UUID[]::new))
                .param("outcome", command.outcome().name())
                .param("why", command.why())
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
