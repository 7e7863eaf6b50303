package org.sangyu.benefits.web.cycle;

/** A number with what it counts; the address opens what stands behind it, empty when there is nothing to open. */
public record Figure(String number, String label, String href) {}
