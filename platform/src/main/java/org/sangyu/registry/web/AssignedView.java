package org.sangyu.registry.web;

/**
 * To whom an elder is given.
 *
 * @param id of the assignment
 * @param person who visits or assesses
 * @param role in words
 * @param days from when to when
 * @param tone of the badge
 * @param state in words
 * @param open true while it can be ended
 */
public record AssignedView(
        String id, String person, String role, String days, String tone, String state, boolean open) {}
