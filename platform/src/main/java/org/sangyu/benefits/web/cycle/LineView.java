package org.sangyu.benefits.web.cycle;

/** One line of a cycle, ready to show. */
public record LineView(
        String id,
        String name,
        String elder,
        String place,
        String benefit,
        String period,
        String kind,
        String yuan,
        String account,
        String tone,
        String state,
        String why,
        String reference) {}
