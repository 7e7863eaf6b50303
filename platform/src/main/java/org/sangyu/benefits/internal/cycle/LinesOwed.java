package org.sangyu.benefits.internal.cycle;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns dues into the lines of one cycle: the difference between what is owed and what the books already moved.
 *
 * <p>Pure. Lines that can still be moved are worked out anew each time; all others are facts. A claim on a due
 * that is still open is taken back before more of that due is paid.
 */
final class LinesOwed {

    private final Months months;
    private final List<OldLine> old;
    private long openClaim;
    private final List<LineWanted> wanted = new ArrayList<>();

    private LinesOwed(Months months, List<OldLine> old, long openClaim) {
        this.months = months;
        this.old = old;
        this.openClaim = openClaim;
    }

    /**
     * The lines of one person and benefit.
     *
     * @param dues what is owed now; periods left out are not touched, undetermined ones stand as in the books
     */
    static List<LineWanted> of(Months months, List<DueAmount> dues, PersonMonth.Books books) {
        LinesOwed owed = new LinesOwed(months, books.lines(), books.openClaim());
        for (DueAmount due : dues) {
            Long fen = due.fen() == null ? books.dues().get(due.period()) : due.fen();
            if (fen != null) {
                owed.settle(due, fen);
            }
        }
        return owed.wanted;
    }

    private void settle(DueAmount due, long fen) {
        long difference = fen - moved(due.period());
        if (difference < 0) {
            wanted.add(new LineWanted(due.period(), due.accrued(), LineKind.RECOVERY, difference));
            return;
        }
        long takenBack = Math.min(difference, Math.min(openClaim, claimed(due.period())));
        if (takenBack > 0) {
            openClaim -= takenBack;
            wanted.add(new LineWanted(due.period(), due.accrued(), LineKind.RECOVERY, takenBack));
        }
        if (difference > takenBack) {
            wanted.add(new LineWanted(due.period(), due.accrued(), kind(due), difference - takenBack));
        }
    }

    private long moved(DuePeriod period) {
        long moved = 0;
        for (OldLine line : old) {
            if (isPast(line, period) && line.kind() != LineKind.OFFSET && line.kind() != LineKind.WRITE_OFF) {
                moved += line.fen();
            }
        }
        return moved;
    }

    private long claimed(DuePeriod period) {
        long claims = 0;
        for (OldLine line : old) {
            if (isPast(line, period) && line.kind() == LineKind.RECOVERY) {
                claims += line.fen();
            }
        }
        return Math.max(0, -claims);
    }

    private static boolean isPast(OldLine line, DuePeriod period) {
        return !line.movable() && line.period().equals(period);
    }

    private LineKind kind(DueAmount due) {
        boolean regularIsPast = false;
        for (OldLine line : old) {
            if (line.period().equals(due.period()) && line.kind() == LineKind.REGULAR) {
                if (line.movable()) {
                    return LineKind.REGULAR;
                }
                regularIsPast = true;
            }
        }
        return !regularIsPast && months.contain(due.accrued()) ? LineKind.REGULAR : LineKind.BACK_PAY;
    }

    /** The months a cycle pays, both inclusive. */
    record Months(YearMonth first, YearMonth last) {
        boolean contain(YearMonth month) {
            return !month.isBefore(first) && !month.isAfter(last);
        }
    }
}
