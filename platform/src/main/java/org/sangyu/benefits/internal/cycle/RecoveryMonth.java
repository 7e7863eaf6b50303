package org.sangyu.benefits.internal.cycle;

/** One line of a recovery case: which period, how much, and why. */
public record RecoveryMonth(String period, LineKind kind, long fen, String textZh, String textEn) {}
