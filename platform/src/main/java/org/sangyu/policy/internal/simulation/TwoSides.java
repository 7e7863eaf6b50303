package org.sangyu.policy.internal.simulation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sangyu.rules.Answers;
import org.sangyu.rules.CompiledMonth;
import org.sangyu.rules.Decider;
import org.sangyu.rules.FactCalendar;
import org.sangyu.rules.FactColumns;
import org.sangyu.rules.Outcome;
import org.sangyu.rules.Question;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.PackSet;

/**
 * Decides people in every month of a span by the standards in force and by a draft, chunk by chunk, in columns.
 *
 * <p>Each person is laid into the columns once, for both sides and every month in which nothing about the person changes.
 * Only a chunk is in memory, so that memory does not
 * grow with people. Used by one thread.
 */
final class TwoSides {

    /** People decided at once. */
    static final int CHUNK = 2_048;

    private final List<Benefit> benefits;
    private final List<Month> months;
    private final FactCalendar calendar;
    private final List<Person> people = new ArrayList<>(CHUNK);

    private TwoSides(List<Benefit> benefits, List<Month> months) {
        this.benefits = benefits;
        this.months = months;
        this.calendar = FactCalendar.of(months.stream().map(Month::columns).toList());
    }

    /** The standards to compare. */
    record Packs(PackSet now, PackSet draft, boolean withDrafts) {}

    /** A month's columns with both sides. */
    private record Month(FactColumns columns, Side before, Side after) {}

    static TwoSides of(Packs packs, RegionCode region, List<YearMonth> months) {
        List<Benefit> benefits = packs.draft().benefits();
        return new TwoSides(
                benefits,
                months.stream()
                        .map(month -> month(packs, region, month, benefits))
                        .toList());
    }

    private static Month month(Packs packs, RegionCode region, YearMonth month, List<Benefit> benefits) {
        CompiledMonth now = Decider.of(packs.now(), new Question(region, month, null, false, null))
                .compiled();
        CompiledMonth draft = Decider.of(packs.draft(), new Question(region, month, null, packs.withDrafts(), null))
                .compiled();
        return new Month(
                CompiledMonth.sharedColumns(List.of(now, draft)), Side.of(now, benefits), Side.of(draft, benefits));
    }

    /** The benefits of both sides, in their fixed order. */
    List<Benefit> benefits() {
        return benefits;
    }

    void add(Person person) {
        people.add(person);
        calendar.add(person);
    }

    int size() {
        return people.size();
    }

    Person person(int index) {
        return people.get(index);
    }

    boolean isFull() {
        return people.size() == CHUNK;
    }

    void decide() {
        for (Month month : months) {
            month.before().decide(month.columns());
            month.after().decide(month.columns());
        }
    }

    void clear() {
        people.clear();
        calendar.clear();
    }

    /** Writes what the year of a person depends on: the profile in every month, by both sides. */
    void course(int person, int[] into) {
        for (int month = 0; month < months.size(); month++) {
            into[2 * month] = months.get(month).before().answers.profile(person);
            into[2 * month + 1] = months.get(month).after().answers.profile(person);
        }
    }

    Side before(int month) {
        return months.get(month).before();
    }

    Side after(int month) {
        return months.get(month).after();
    }

    /** One side in one month; {@code order} says where the i-th benefit of both stands in it, -1 for nowhere. */
    static final class Side {

        private final CompiledMonth month;
        private final Answers answers;
        private final int[] order;

        private Side(CompiledMonth month, int[] order) {
            this.month = month;
            this.answers = month.answers();
            this.order = order;
        }

        private static Side of(CompiledMonth month, List<Benefit> benefits) {
            return new Side(
                    month,
                    IntStream.range(0, benefits.size())
                            .map(i -> month.indexOf(benefits.get(i).id()))
                            .toArray());
        }

        private void decide(FactColumns columns) {
            month.decide(columns, answers);
        }

        /** The outcome of a person of the chunk. */
        Outcome outcome(int person, int benefit) {
            return order[benefit] < 0 ? Outcome.NOT_ENTITLED : answers.outcome(person, order[benefit]);
        }

        /** What the person is owed, in fen or pieces. */
        long amount(int person, int benefit) {
            return order[benefit] < 0 ? 0 : answers.amount(person, order[benefit]);
        }
    }
}
