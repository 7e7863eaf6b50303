package org.sangyu.shared;

import java.util.List;

/**
 * What a module keeps by place and takes along when places are merged, put under another or split; implemented by every
 * module that keeps rows with a place, asked by {@code regions}. No module touches another's tables.
 *
 * <p>What is frozen (rosters, payments, the ledger) keeps the place it was written with.
 */
public interface PlaceFollower {

    /** What lies in a place today, for the question before a change; kinds of which there is nothing may be left out. */
    List<Touched> touched(Place place);

    /**
     * Why the place cannot move now, for example because a month is being paid: word keys of sentences.
     *
     * @param leavesCounty true when it comes under another county, or is one
     */
    default List<String> obstacles(Place place, boolean leavesCounty) {
        return List.of();
    }

    /**
     * Rewrites the current rows of a whole subtree, set by set, in the running transaction. Done again it changes nothing.
     */
    void follow(Move move);

    /**
     * One kind of thing in a place.
     *
     * @param wordKey the sentence that counts it
     * @param count how many
     */
    record Touched(String wordKey, long count) {}

    /**
     * A whole subtree that changed its path.
     *
     * @param from its root before
     * @param to its root now
     * @param merged true when the place is no more and what was kept at it goes to another that has its own
     */
    record Move(String from, String to, boolean merged) {

        /** First path past the former subtree. */
        public String fromEnd() {
            return from + "~";
        }

        /** True when what moves leaves its county, or the county itself moves. */
        public boolean leavesCounty() {
            int county = PlaceLevel.COUNTY.pathLength();
            return from.length() <= county || to.length() <= county || !from.regionMatches(0, to, 0, county);
        }
    }
}
