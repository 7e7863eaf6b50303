package org.sangyu.rules.packs;

/**
 * What a benefit gives: the rule for the amount, its unit, and whether the document calls it a minimum.
 *
 * @param atLeast true where the document gives only the least amount
 */
public record Standard(AmountRule rule, Unit unit, boolean atLeast) {}
