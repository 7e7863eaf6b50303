package org.sangyu.rules.facts;

import org.jspecify.annotations.Nullable;

/**
 * The person is being paid or given this, here or by another office.
 *
 * @param benefit its id; may be one that no pack decides, such as a subsidy of the disabled persons' federation
 * @param fen what is received in the benefit's own period, in fen (pieces for a thing); null when not known
 */
public record Receipt(String benefit, @Nullable Long fen, Span span, Provenance provenance) {}
