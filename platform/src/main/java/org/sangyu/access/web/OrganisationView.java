package org.sangyu.access.web;

/**
 * One organisation, ready to show.
 *
 * @param href its page
 * @param kind word of its kind, with the department's name
 * @param days from when to when
 * @param desks how many are held in it
 * @param tone of the badge
 * @param state word of its state
 * @param open true while it is not over
 */
public record OrganisationView(
        String href,
        String name,
        String kind,
        String place,
        String days,
        String desks,
        String tone,
        String state,
        boolean open) {}
