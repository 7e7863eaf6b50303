package org.sangyu.rules.facts;

import java.time.LocalDate;

/** A grade of long-term-care insurance (长期护理保险失能等级), 0 to 5, valid from its day until a newer one. */
public record LtciFact(int grade, LocalDate on, Provenance provenance) {}
