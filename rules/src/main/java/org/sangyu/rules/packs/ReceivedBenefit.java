package org.sangyu.rules.packs;

/** A benefit that another office gives and no pack decides; named so that conflicts can speak of it. */
public record ReceivedBenefit(String id, Text name, Unit unit) {}
