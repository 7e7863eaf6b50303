package org.sangyu.regions;

/**
 * How many places lie below a place.
 *
 * @param counties places of county level
 * @param townships places of township level
 * @param villages villages and communities
 */
public record PlaceCounts(int counties, int townships, int villages) {

    /** Nothing below. */
    public static final PlaceCounts NONE = new PlaceCounts(0, 0, 0);
}
