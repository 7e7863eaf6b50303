package org.sangyu.benefits.web.cycle;

/** One cycle in the list, ready to show. */
public record CycleRow(
        String href, String number, String county, String months, String benefits, String tone, String state) {}
