package org.sangyu.registry.internal;

import java.util.UUID;
import org.sangyu.registry.RecordedFact;

/**
 * A fact with what only the tables need.
 *
 * @param table where it lies
 * @param elder whose
 * @param place to whom the person belonged when it was read
 * @param fact the fact; whether it counts is not decided yet
 */
record FactRow(FactTable table, UUID elder, String place, RecordedFact fact) {}
