package org.sangyu.rules.facts;

import org.sangyu.rules.RegionCode;

/** The place where the person is registered or lives on the days of the span. */
public record Residence(ResidenceKind kind, RegionCode place, Span span, Provenance provenance) {}
