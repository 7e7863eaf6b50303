package org.sangyu.exchange.web;

/**
 * One vendor, ready to show.
 *
 * @param days first and last day, both included
 * @param tone of the badge of its state
 * @param open true while its token may be taken back
 */
public record VendorView(
        String href,
        String name,
        String region,
        String days,
        String used,
        String created,
        String tone,
        String state,
        boolean open) {}
