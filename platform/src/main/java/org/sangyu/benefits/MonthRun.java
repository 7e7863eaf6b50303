package org.sangyu.benefits;

import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.sangyu.shared.Place;

/**
 * One run of bulk work on a county's month is done: one event a run, in its transaction; listeners read the run's rows.
 *
 * @param run the job
 * @param county whose month
 * @param month the last month it is about
 * @param counts how much it did, by plain English names; never any person
 */
public record MonthRun(UUID run, Kind kind, Place county, YearMonth month, Map<String, Long> counts) {

    /** What kind of work. */
    public enum Kind {
        /** The register was compared with the month's decisions (按月核对). */
        COMPARED,
        /** A cycle was computed (核算). */
        COMPUTED,
        /** A cycle was frozen (锁定名册). */
        FROZEN,
        /** A file for the paying office was made (报盘). */
        RELEASED,
        /** An answer of the paying office was read (回盘). */
        ANSWERED
    }

    /** Copies the counts. */
    public MonthRun {
        counts = Map.copyOf(counts);
    }
}
