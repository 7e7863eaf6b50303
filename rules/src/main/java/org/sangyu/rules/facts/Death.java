package org.sangyu.rules.facts;

import java.time.LocalDate;

/** The person died on that day, as far as told. */
public record Death(LocalDate on, Provenance provenance) {}
