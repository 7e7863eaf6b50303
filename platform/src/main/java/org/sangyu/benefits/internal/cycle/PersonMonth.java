package org.sangyu.benefits.internal.cycle;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.LinesOwed.Months;

/**
 * Works out what a run changes for one person and one benefit. Pure: books and answers in, changes out.
 *
 * @param enrolled the enrolment
 * @param rhythm how often the benefit is owed
 * @param months the months the cycle pays
 * @param ids makes ids of new lines
 */
record PersonMonth(Enrolled enrolled, Rhythm rhythm, Months months, Supplier<UUID> ids) {

    /**
     * What the books hold.
     *
     * @param dues amounts by period
     * @param lines in any order
     * @param openClaim fen still asked back, 0 for none
     * @param offset how much may be kept back, or null
     * @param claim the case of the claim, or null
     * @param payOn undetermined months that a named person decided to pay on
     */
    record Books(
            Map<DuePeriod, Long> dues,
            List<OldLine> lines,
            long openClaim,
            @Nullable OffsetRule offset,
            @Nullable UUID claim,
            Set<YearMonth> payOn) {

        static final Books EMPTY = new Books(Map.of(), List.of(), 0, null, null, Set.of());
    }

    /** A due that is new or has another amount. */
    record DueChange(DuePeriod period, YearMonth accrued, long fen, boolean isNew) {}

    /** A line of this cycle after the run. */
    record LineChange(
            Op op,
            UUID id,
            LineWanted line,
            @Nullable String hold,
            @Nullable UUID against,
            @Nullable UUID recovery) {}

    /** What happens to a line. */
    enum Op {
        INSERT,
        UPDATE,
        DELETE
    }

    /** Everything that changes. */
    record Changes(List<DueChange> dues, List<LineChange> lines) {}

    Changes against(Books books, List<MonthAnswer> answers) {
        List<DueAmount> dues = DueAmount.of(rhythm, answers, enrolled, books.payOn());
        List<DueChange> changed = new ArrayList<>();
        for (DueAmount due : dues) {
            Long before = books.dues().get(due.period());
            Long fen = due.fen();
            if (fen != null && !fen.equals(before) && (before != null || fen > 0)) {
                changed.add(new DueChange(due.period(), due.accrued(), fen, before == null));
            }
        }
        List<LineWanted> wanted = LinesOwed.of(months, dues, books);
        return new Changes(changed, lines(books, wanted, dues));
    }

    private List<LineChange> lines(Books books, List<LineWanted> wanted, List<DueAmount> dues) {
        List<LineChange> changes = new ArrayList<>();
        List<OldLine> unused = new ArrayList<>();
        for (OldLine line : books.lines()) {
            if (line.movable() && isWorkedOut(line, dues)) {
                unused.add(line);
            }
        }
        long claim = books.openClaim() - takenBack(wanted);
        for (LineWanted line : wanted) {
            OldLine old = take(unused, line);
            String hold = line.kind().isPaid() ? hold(old) : null;
            UUID id = old == null ? ids.get() : old.id();
            if (old == null || !old.here() || old.fen() != line.fen() || !java.util.Objects.equals(old.hold(), hold)) {
                changes.add(new LineChange(
                        old == null ? Op.INSERT : Op.UPDATE, id, line, hold, null, recovery(line, books)));
            }
            claim -= offset(new Paying(books, unused, changes, claim), line, id, hold);
        }
        for (OldLine line : unused) {
            changes.add(deletion(line));
        }
        return changes;
    }

    /** Why a line to be paid waits: the person's reason first, then the bank's, then the reviewer's in this cycle. */
    private @Nullable String hold(@Nullable OldLine old) {
        if (enrolled.hold() != null) {
            return enrolled.hold().name();
        }
        if (old == null) {
            return null;
        }
        Instant refused = old.refusedAt();
        if (refused != null
                && (enrolled.confirmedAt() == null || !enrolled.confirmedAt().isAfter(refused))) {
            return HoldReason.BANK_REFUSED.name();
        }
        return old.here() && HoldReason.MANUAL.name().equals(old.hold()) ? old.hold() : null;
    }

    private record Paying(Books books, List<OldLine> unused, List<LineChange> changes, long claim) {}

    private long offset(Paying paying, LineWanted line, UUID id, @Nullable String hold) {
        OffsetRule rule = paying.books.offset();
        if (rule == null || hold != null || line.kind() != LineKind.REGULAR) {
            return 0;
        }
        long fen = rule.of(line.fen(), paying.claim);
        if (fen > 0) {
            LineWanted offset = new LineWanted(line.period(), line.accrued(), LineKind.OFFSET, -fen);
            OldLine old = take(paying.unused, offset);
            if (old == null || !old.here() || old.fen() != -fen) {
                UUID offsetId = old == null ? ids.get() : old.id();
                paying.changes.add(new LineChange(
                        old == null ? Op.INSERT : Op.UPDATE, offsetId, offset, null, id, paying.books.claim()));
            }
        }
        return fen;
    }

    private static @Nullable UUID recovery(LineWanted line, Books books) {
        return line.kind() == LineKind.RECOVERY && line.fen() > 0 ? books.claim() : null;
    }

    private static long takenBack(List<LineWanted> wanted) {
        long back = 0;
        for (LineWanted line : wanted) {
            back += line.kind() == LineKind.RECOVERY && line.fen() > 0 ? line.fen() : 0;
        }
        return back;
    }

    /** Lines of periods that stay undetermined without anything in the books are left as they are. */
    private static boolean isWorkedOut(OldLine line, List<DueAmount> dues) {
        return dues.stream().anyMatch(due -> due.period().equals(line.period()));
    }

    private static @Nullable OldLine take(List<OldLine> unused, LineWanted wanted) {
        for (int i = 0; i < unused.size(); i++) {
            OldLine old = unused.get(i);
            if (old.period().equals(wanted.period()) && old.kind() == wanted.kind()) {
                return unused.remove(i);
            }
        }
        return null;
    }

    private static LineChange deletion(OldLine old) {
        YearMonth month = YearMonth.from(old.period().partition());
        return new LineChange(
                Op.DELETE,
                old.id(),
                new LineWanted(old.period(), month, old.kind(), old.fen()),
                old.hold(),
                null,
                null);
    }
}
