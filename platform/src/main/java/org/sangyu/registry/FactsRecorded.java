package org.sangyu.registry;

import java.time.Instant;
import java.util.UUID;

/**
 * Facts about people in a place were recorded, corrected or closed: one event for a whole run.
 *
 * <p>Whom it touched is answered by {@link Registry#listChangedSince}; the event carries no people.
 *
 * @param run the import, the job, or the single change
 * @param at nothing of it was recorded before: the instant of a single change, the beginning of an import
 * @param cause what made it: an import, a desk, a change of places, or the day on which a fact began or ended
 * @param place path of the narrowest place that holds everyone touched
 * @param people how many
 */
public record FactsRecorded(UUID run, Instant at, String cause, String place, long people) {}
