package org.sangyu.rules.packs;

/**
 * A benefit as the nation's pack names it; whether a region has it, for whom and how much stands in the layers.
 *
 * @param order place in every list of benefits, from 1
 * @param residence key of the setting that says which residence counts for it
 */
public record Benefit(String id, int order, Text name, Kind kind, Period period, Unit unit, String residence) {}
