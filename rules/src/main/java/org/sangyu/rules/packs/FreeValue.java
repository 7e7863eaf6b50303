package org.sangyu.rules.packs;

/** A value that no decision reads: something to compare with, a target, a label, a reference; as written. */
public record FreeValue(String key, Text name, String value, String unit) {}
