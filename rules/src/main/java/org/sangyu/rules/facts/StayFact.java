package org.sangyu.rules.facts;

/** The person lives in a care institution on the days of the span. */
public record StayFact(Span span, Provenance provenance) {}
