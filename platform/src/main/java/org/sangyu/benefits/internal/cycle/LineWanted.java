package org.sangyu.benefits.internal.cycle;

import java.time.YearMonth;

/** A line that this cycle should hold. */
record LineWanted(DuePeriod period, YearMonth accrued, LineKind kind, long fen) {}
