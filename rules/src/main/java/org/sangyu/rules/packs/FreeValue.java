package org.sangyu.rules.packs;

/** A value that no decision reads: a norm to compare with, a label, a reference. */
public record FreeValue(String key, Text name, String unit, Content content) {}
