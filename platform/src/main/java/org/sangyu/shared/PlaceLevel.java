package org.sangyu.shared;

/** The six levels of the tree of places, from the nation down to the village or community. */
public enum PlaceLevel {
    NATION(1),
    PROVINCE(3),
    CITY(5),
    COUNTY(7),
    TOWNSHIP(10),
    VILLAGE(13);

    private final int pathLength;

    PlaceLevel(int pathLength) {
        this.pathLength = pathLength;
    }

    /** How many characters a {@link Place} of this level has. */
    public int pathLength() {
        return pathLength;
    }
}
