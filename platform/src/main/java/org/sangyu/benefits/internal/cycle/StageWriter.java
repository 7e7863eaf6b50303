package org.sangyu.benefits.internal.cycle;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.sangyu.benefits.internal.cycle.PersonMonth.Changes;
import org.sangyu.benefits.internal.cycle.PersonMonth.DueChange;
import org.sangyu.benefits.internal.cycle.PersonMonth.LineChange;
import org.sangyu.benefits.internal.cycle.StageMonth.StagedPerson;

/** Writes what a run changes into the staging tables. */
final class StageWriter {

    /** The reason on the hold list for someone who is enrolled but whom the registry does not show to this county. */
    static final String UNSEEN = """
        [{"code":"NOT_SEEN","zh":"本县区查不到此人的登记信息（可能已迁出），请核实",\
        "en":"the registry shows no such person in this county (moved away?); please verify"}]\
        """;

    private static final String NO_REASONS = "";

    private final UUID run;
    private final CopyRows spans;
    private final CopyRows dues;
    private final CopyRows lines;
    private final CopyRows holds;
    private final Set<Long> reasonsSaid = new HashSet<>();
    private long newDues;

    StageWriter(DataSource dataSource, UUID run) {
        this.run = run;
        this.spans = new CopyRows(
                dataSource,
                "benefits.stage_span (run, op, elder, place, benefit, valid_from, valid_to, outcome, fen, reasons,"
                        + " reasons_hash, facts)");
        this.dues = new CopyRows(
                dataSource, "benefits.stage_due (run, op, elder, benefit, period, month, accrued, place, fen)");
        this.lines = new CopyRows(
                dataSource,
                "benefits.stage_line (run, op, id, elder, benefit, period, month, accrued, place, name, kind, fen,"
                        + " hold, against, recovery, died)");
        this.holds = new CopyRows(
                dataSource, "benefits.stage_hold (run, id, elder, benefit, month, place, enrolment, reasons)");
    }

    void spans(StagedPerson person, List<SpanChange> changes) {
        for (SpanChange change : changes) {
            switch (change) {
                case SpanChange.Opened(Span span) -> span("I", person, span, reasons(span));
                case SpanChange.Superseded(Span span) -> span("C", person, span, NO_REASONS);
                case SpanChange.Ended(Span span, YearMonth to) -> span("T", person, span.until(to), NO_REASONS);
            }
        }
    }

    /** A hundred thousand spans rest on some thousand lists of reasons: each is staged with the first span only. */
    private String reasons(Span span) {
        return reasonsSaid.add(span.reasonsKey()) ? span.reasons().get() : NO_REASONS;
    }

    /** The span stands; only the fingerprints it rests on are new. */
    void confirmed(StagedPerson person, Span span) {
        span("F", person, span, NO_REASONS);
    }

    private void span(String op, StagedPerson person, Span span, String reasons) {
        YearMonth to = span.to();
        spans.row(
                run,
                op,
                person.key().elder(),
                person.enrolled().place(),
                person.key().benefit(),
                span.from().atDay(1),
                to == null ? null : to.atDay(1),
                span.outcome(),
                span.fen(),
                reasons,
                span.reasonsKey(),
                person.facts());
    }

    void changes(StagedPerson person, Changes changes) {
        for (DueChange due : changes.dues()) {
            newDues += due.isNew() ? 1 : 0;
            dues.row(
                    run,
                    due.isNew() ? "I" : "U",
                    person.key().elder(),
                    person.key().benefit(),
                    due.period(),
                    due.period().partition(),
                    due.accrued().atDay(1),
                    person.enrolled().place(),
                    due.fen());
        }
        for (LineChange line : changes.lines()) {
            line(person, line);
        }
    }

    private void line(StagedPerson person, LineChange change) {
        LineWanted line = change.line();
        lines.row(
                run,
                change.op().name().charAt(0),
                change.id(),
                person.key().elder(),
                person.key().benefit(),
                line.period(),
                line.period().partition(),
                line.accrued().atDay(1),
                person.enrolled().place(),
                person.name(),
                line.kind(),
                line.fen(),
                change.hold(),
                change.against(),
                change.recovery(),
                person.died());
    }

    void hold(StagedPerson person, YearMonth month, String reasons, UUID id) {
        holds.row(
                run,
                id,
                person.key().elder(),
                person.key().benefit(),
                month.atDay(1),
                person.enrolled().place(),
                person.enrolled().id(),
                reasons);
    }

    void flush() {
        spans.flush();
        dues.flush();
        lines.flush();
        holds.flush();
    }

    /** How many dues are new. */
    long newDues() {
        return newDues;
    }
}
