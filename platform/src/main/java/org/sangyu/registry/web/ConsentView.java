package org.sangyu.registry.web;

/**
 * A consent, ready to show.
 *
 * @param who name and relation
 * @param purposes what for, in words
 * @param given how, with the witness
 * @param days first and last day
 * @param state word of its state
 * @param tone of its badge
 * @param open true while it may be taken back
 */
public record ConsentView(
        String id,
        String who,
        String phone,
        String purposes,
        String given,
        String days,
        String state,
        String tone,
        boolean open) {}
