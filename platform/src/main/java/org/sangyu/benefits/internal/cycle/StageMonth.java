package org.sangyu.benefits.internal.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.sangyu.benefits.internal.cycle.LinesOwed.Months;
import org.sangyu.benefits.internal.cycle.PersonMonth.Books;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.ReadAhead;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads enrolments, facts and books once, works out every person, and copies what changes into staging tables.
 *
 * <p>Facts are read ahead on a thread and in a transaction of their own; everything else is of this thread.
 */
@Component
@Unscoped("works on the one county of a cycle that was found through a scope")
class StageMonth {

    private static final int CHUNK = 2_000;
    private static final int REPORT_EVERY = 5_000;

    private final BookRows rows;
    private final MonthDecisions decisions;
    private final TimeOrderedIds ids;
    private final DataSource dataSource;
    private final JdbcClient jdbc;

    StageMonth(BookRows rows, MonthDecisions decisions, TimeOrderedIds ids, DataSource dataSource, JdbcClient jdbc) {
        this.rows = rows;
        this.decisions = decisions;
        this.ids = ids;
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /** What was staged. */
    record Staged(String policy, long people, long workedOutAnew, long newDues, long unseen) {}

    Staged run(Cycle cycle, Jobs.Run run, Instant knownAt) {
        for (String table : List.of("stage_span", "stage_due", "stage_line", "stage_hold")) {
            jdbc.sql("delete from benefits." + table + " where run = :run")
                    .param("run", run.id())
                    .update();
        }
        MonthDecisions.Reading reading = decisions.read(cycle.county(), knownAt, cycle.benefits());
        try (ReadAhead<MonthDecisions.Subject> people = new ReadAhead<>("month-reader", reading::forEach)) {
            return new Pass(cycle, run, reading.policy()).staged(people);
        }
    }

    /** One pass over the county. */
    private final class Pass {

        private final Cycle cycle;
        private final Jobs.Run run;
        private final Months months;
        private final Map<String, Rhythm> rhythms = new LinkedHashMap<>();
        private final String policy;
        private final CountyBooks books;
        private final Map<UUID, List<Enrolled>> enrolled;
        private final YearMonth goesOnFrom;
        private final Map<Key, Books> newMonths;
        private final StageWriter out;
        private final List<Anew> anew = new ArrayList<>();
        private final Set<YearMonth> partitions = new HashSet<>();
        private long people;
        private long allAnew;

        Pass(Cycle cycle, Jobs.Run run, String policy) {
            this.cycle = cycle;
            this.run = run;
            this.months = new Months(cycle.first(), cycle.last());
            decisions.benefits(cycle.county()).forEach(benefit -> rhythms.put(benefit.id(), benefit.rhythm()));
            this.policy = policy;
            this.enrolled = rows.enrolled(cycle);
            this.books = new CountyBooks(rows, cycle);
            this.goesOnFrom = goesOnFrom();
            this.newMonths = books.books(null, goesOnFrom.atDay(1));
            this.out = new StageWriter(dataSource, run.id());
        }

        /** Months after the last one computed for these benefits; a cycle computed again goes on from its own first. */
        private YearMonth goesOnFrom() {
            return jdbc.sql("""
                select max(m.month) from benefits.cycle_month m join benefits.cycle c on c.id = m.cycle
                where m.county = :county and m.benefit = any (:benefits) and m.month < :first
                  and c.known_at is not null\
                """)
                    .param("county", cycle.county().path())
                    .param("benefits", cycle.benefits().toArray(String[]::new))
                    .param("first", cycle.first().atDay(1))
                    .query((row, n) -> row.getObject(1, LocalDate.class) == null
                            ? cycle.first()
                            : YearMonth.from(row.getObject(1, LocalDate.class)).plusMonths(1))
                    .single();
        }

        Staged staged(ReadAhead<MonthDecisions.Subject> reading) {
            int total = enrolled.size();
            reading.forEach(subject -> {
                List<Enrolled> of = enrolled.remove(subject.elder().value());
                if (of != null) {
                    of.forEach(one -> take(subject, one));
                    people++;
                    if (people % REPORT_EVERY == 0) {
                        run.progress(people, total);
                    }
                }
            });
            workOutAnew();
            enrolled.values().forEach(of -> of.forEach(this::unseen));
            out.flush();
            makePartitions();
            run.progress(people, total);
            return new Staged(policy, people, allAnew, out.newDues(), enrolled.size());
        }

        private void take(MonthDecisions.Subject subject, Enrolled one) {
            Key key = new Key(one.elder(), one.benefit());
            StoredSpan open = books.openSpan(key);
            Rhythm rhythm = rhythms.getOrDefault(one.benefit(), Rhythm.MONTH);
            long facts = one.mixedWith(subject.facts()) + books.payOn(key).hashCode();
            StagedPerson person = new StagedPerson(one, key, subject.name(), subject.died() != null, facts, rhythm);
            if (rhythm == Rhythm.MONTH
                    && open != null
                    && open.facts() == facts
                    && open.policy().equals(policy)
                    && !books.isUnsettled(key)) {
                goOn(subject, person, open);
            } else {
                anew.add(new Anew(person, answers(subject, one, one.from())));
                if (anew.size() >= CHUNK) {
                    workOutAnew();
                }
            }
        }

        private void goOn(MonthDecisions.Subject subject, StagedPerson person, StoredSpan open) {
            Enrolled one = person.enrolled();
            YearMonth from = goesOnFrom.isBefore(one.from()) ? one.from() : goesOnFrom;
            if (one.isOverBefore(from)) {
                return;
            }
            List<MonthAnswer> answers = answers(subject, one, from);
            out.spans(person, SpanChange.goOn(open.span(), answers));
            write(person, newMonths.getOrDefault(person.key(), Books.EMPTY), answers);
        }

        private List<MonthAnswer> answers(MonthDecisions.Subject subject, Enrolled one, YearMonth from) {
            int index = cycle.benefits().indexOf(one.benefit());
            List<MonthAnswer> answers = new ArrayList<>();
            for (YearMonth month = from; !month.isAfter(cycle.last()); month = month.plusMonths(1)) {
                answers.add(new MonthAnswer(month, subject.decide(month).get(index)));
            }
            return answers;
        }

        private void workOutAnew() {
            if (anew.isEmpty()) {
                return;
            }
            allAnew += anew.size();
            List<Key> keys = anew.stream().map(one -> one.person().key()).toList();
            YearMonth from = anew.stream()
                    .map(one -> one.person().enrolled().from())
                    .min(YearMonth::compareTo)
                    .orElseThrow();
            Map<Key, Books> found = books.books(keys, LocalDate.of(from.getYear(), 1, 1));
            Map<Key, List<Span>> spans = books.spans(keys);
            for (Anew one : anew) {
                StagedPerson person = one.person();
                List<Span> recorded = spans.getOrDefault(person.key(), List.of());
                List<SpanChange> changes = SpanChange.between(recorded, Span.of(one.answers()));
                out.spans(person, changes);
                if (changes.isEmpty() && !recorded.isEmpty()) {
                    out.confirmed(person, recorded.getLast());
                }
                write(person, found.getOrDefault(person.key(), books.empty(person.key())), one.answers());
            }
            anew.clear();
        }

        private void write(StagedPerson person, Books found, List<MonthAnswer> answers) {
            PersonMonth.Changes changes =
                    new PersonMonth(person.enrolled(), person.rhythm(), months, ids::next).against(found, answers);
            changes.dues()
                    .forEach(due -> partitions.add(YearMonth.from(due.period().partition())));
            out.changes(person, changes);
            for (MonthAnswer answer : answers) {
                if (answer.outcome() == MonthDecisions.Outcome.UNDETERMINED
                        && months.contain(answer.month())
                        && person.enrolled().covers(answer.month())) {
                    out.hold(person, answer.month(), answer.decided().reasons().get(), ids.next());
                }
            }
        }

        /** Enrolled, but the registry shows this county nobody: nothing is paid, the case goes on the hold list. */
        private void unseen(Enrolled one) {
            if (!one.isOverBefore(cycle.first())) {
                StagedPerson person =
                        new StagedPerson(one, new Key(one.elder(), one.benefit()), "", false, 0, Rhythm.MONTH);
                out.hold(person, cycle.last(), StageWriter.UNSEEN, ids.next());
            }
        }

        private void makePartitions() {
            for (YearMonth month : partitions) {
                jdbc.sql("select benefits.make_month(:month)")
                        .param("month", month.atDay(1))
                        .query((row, n) -> n)
                        .list();
            }
        }
    }

    /** A person whose months are all worked out. */
    private record Anew(StagedPerson person, List<MonthAnswer> answers) {}

    /** One person and benefit on the way into staging. */
    record StagedPerson(Enrolled enrolled, Key key, String name, boolean died, long facts, Rhythm rhythm) {}
}
