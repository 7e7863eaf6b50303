package org.sangyu.benefits.internal.cycle;

/**
 * A decision span that stands recorded.
 *
 * @param facts fingerprint it was last confirmed with
 * @param policy fingerprint it was last confirmed with
 */
record StoredSpan(Span span, long facts, String policy) {}
