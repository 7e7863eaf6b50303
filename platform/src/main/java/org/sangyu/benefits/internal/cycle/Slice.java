package org.sangyu.benefits.internal.cycle;

/** Which rows of a long list: so many after so many left out. */
public record Slice(int offset, int limit) {}
