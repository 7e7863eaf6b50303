package org.sangyu.policy.internal.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.Kind;
import org.sangyu.rules.packs.Period;

/**
 * Counts of one county: heads and money by benefit, month and age band, today and by the draft; and who gains or loses.
 *
 * <p>A yearly amount is counted in the first month of each year in which it is due within the span, a once-only amount
 * in the first month; a thing counts heads and no money.
 */
final class Tally {

    /** Heads, fen and undetermined heads, before and after. */
    static final int FIGURES = 6;

    /** Courses remembered at a time; each is some hundred numbers. */
    static final int MOST_COURSES = 20_000;

    private final List<Benefit> benefits;
    private final List<YearMonth> months;
    private final long[] counts;
    private final boolean[] counted = new boolean[2];
    private final Map<Course.Key, Course> courses = new HashMap<>();
    private final Course.Key asked;
    private final int mostCourses;
    private long people;
    private long gains;
    private long loses;

    Tally(List<Benefit> benefits, List<YearMonth> months) {
        this(benefits, months, MOST_COURSES);
    }

    Tally(List<Benefit> benefits, List<YearMonth> months, int mostCourses) {
        this.benefits = benefits;
        this.months = months;
        this.counts = new long[benefits.size() * months.size() * AgeBand.COUNT * FIGURES];
        this.asked = new Course.Key(3 * months.size());
        this.mostCourses = mostCourses;
    }

    /** Takes a person whose totals changed. */
    interface Changes {
        /**
         * One benefit of one person of the chunk.
         *
         * @param person index in the chunk
         * @param from first month that differs
         */
        void changed(int person, Benefit benefit, YearMonth from, long before, long after);
    }

    /** Counts the decided people of a chunk. */
    void count(TwoSides decided, Changes changes) {
        for (int person = 0; person < decided.size(); person++) {
            Course course = course(decided, person);
            course.met();
            for (Course.Change change : course.changes()) {
                changes.changed(
                        person,
                        benefits.get(change.benefit()),
                        months.get(change.from()),
                        change.before(),
                        change.after());
            }
        }
    }

    private Course course(TwoSides decided, int person) {
        int[] parts = asked.parts();
        decided.course(person, parts);
        bands(decided.person(person).born(), parts);
        Course known = courses.get(asked);
        if (known == null) {
            known = new Course();
            for (int benefit = 0; benefit < benefits.size(); benefit++) {
                workOut(decided, person, benefit, known);
            }
            if (courses.size() == mostCourses) {
                settle();
            }
            courses.put(asked.copy(), known);
        }
        return known;
    }

    private void bands(LocalDate born, int[] parts) {
        int first = AgeBand.of(born, months.getFirst().atEndOfMonth());
        int last = AgeBand.of(born, months.getLast().atEndOfMonth());
        for (int month = 0; month < months.size(); month++) {
            parts[2 * months.size() + month] =
                    first == last ? first : AgeBand.of(born, months.get(month).atEndOfMonth());
        }
    }

    private void workOut(TwoSides decided, int person, int benefit, Course course) {
        boolean yearly = benefits.get(benefit).period() == Period.YEAR;
        long before = 0;
        long after = 0;
        int differs = -1;
        Arrays.fill(counted, false);
        for (int month = 0; month < months.size(); month++) {
            if (yearly && months.get(month).getMonthValue() == 1) {
                Arrays.fill(counted, false);
            }
            int at = at(benefit, month, asked.parts()[2 * months.size() + month]);
            long now = add(decided.before(month), new Answer(person, benefit, at), 0, course);
            long then = add(decided.after(month), new Answer(person, benefit, at), 1, course);
            differs = now != then && differs < 0 ? month : differs;
            before += now;
            after += then;
        }
        if (before != after) {
            course.changes(new Course.Change(benefit, Math.max(differs, 0), before, after));
        }
    }

    /** Whose answer about what, and where its figures begin. */
    private record Answer(int person, int benefit, int at) {}

    /** Adds one answer to the course; what it costs in the month. */
    private long add(TwoSides.Side side, Answer answer, int which, Course course) {
        int base = answer.at() + which * FIGURES / 2;
        return switch (side.outcome(answer.person(), answer.benefit())) {
            case UNDETERMINED -> {
                course.adds(base + 2, 1);
                yield 0;
            }
            case NOT_ENTITLED -> 0;
            case ENTITLED -> {
                Benefit what = benefits.get(answer.benefit());
                boolean again = what.period() != Period.MONTH && counted[which];
                counted[which] = true;
                long fen = again || what.kind() == Kind.THING ? 0 : side.amount(answer.person(), answer.benefit());
                course.adds(base, 1);
                course.adds(base + 1, fen);
                yield fen;
            }
        };
    }

    /** Puts what was met into the counters and forgets the courses, so that memory does not grow with people. */
    private void settle() {
        courses.values().forEach(course -> {
            course.addTo(counts);
            people += course.people();
            gains += course.difference() > 0 ? course.people() : 0;
            loses += course.difference() < 0 ? course.people() : 0;
        });
        courses.clear();
    }

    private int at(int benefit, int month, int band) {
        return ((benefit * months.size() + month) * AgeBand.COUNT + band) * FIGURES;
    }

    long people() {
        settle();
        return people;
    }

    long gains() {
        settle();
        return gains;
    }

    long loses() {
        settle();
        return loses;
    }

    /** One row of the result. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(String benefit, YearMonth month, int band, long[] figures) {}

    /** Takes the rows. */
    interface Rows {
        /** One row that is not all zero. */
        void row(Row row);
    }

    void forEach(Rows rows) {
        settle();
        for (int benefit = 0; benefit < benefits.size(); benefit++) {
            for (int month = 0; month < months.size(); month++) {
                for (int band = 0; band < AgeBand.COUNT; band++) {
                    int at = at(benefit, month, band);
                    long[] figures = Arrays.copyOfRange(counts, at, at + FIGURES);
                    if (Arrays.stream(figures).anyMatch(one -> one != 0)) {
                        rows.row(new Row(benefits.get(benefit).id(), months.get(month), AgeBand.lowest(band), figures));
                    }
                }
            }
        }
    }
}
