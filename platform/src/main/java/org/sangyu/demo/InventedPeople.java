package org.sangyu.demo;

import org.sangyu.regions.PlaceInfo;
import org.sangyu.shared.Files;

/** Rosters of invented people for real villages, as large as wanted; only a demonstration directory takes them in. */
public interface InventedPeople {

    /**
     * Stores the roster of a county, owned by the current desk; the same arguments on the same day give the same bytes.
     *
     * @param order how many, and which
     */
    Files.Stored roster(PlaceInfo county, Order order);

    /**
     * What to make.
     *
     * @param number of the county among all that are filled, from 0: counties with different numbers share nobody
     * @param scale share of the assumed people of a village, above 0
     * @param leastAge nobody is younger, in full years
     * @param cast whether the named cast of twelve stands first
     */
    record Order(int number, double scale, int leastAge, boolean cast) {}
}
