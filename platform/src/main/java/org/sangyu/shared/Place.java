package org.sangyu.shared;

/**
 * A place by its path of our own fixed-width segments; an official code is only an attribute of it.
 *
 * <p>The nation is {@code C}; each level adds a segment of base-36 digits: province 2, city 2, county 2, township 3,
 * village 3. So a scope is the range from the path to the path followed by {@code ~}.
 *
 * @param path for example {@code C0G0801003002}
 */
public record Place(String path) implements Comparable<Place> {

    public static final Place NATION = new Place("C");

    /** @throws IllegalArgumentException when the path is not whole segments */
    public Place {
        if (!isPath(path)) {
            throw new IllegalArgumentException("not a place path: " + path);
        }
    }

    /** Spelled out, because a million rows are read as places. */
    private static boolean isPath(String path) {
        boolean fits =
                switch (path.length()) {
                    case 1, 3, 5, 7, 10, 13 -> path.charAt(0) == 'C';
                    default -> false;
                };
        for (int i = 1; fits && i < path.length(); i++) {
            char c = path.charAt(i);
            fits = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
        }
        return fits;
    }

    /** How deep it lies. */
    public PlaceLevel level() {
        for (PlaceLevel level : PlaceLevel.values()) {
            if (level.pathLength() == path.length()) {
                return level;
            }
        }
        throw new IllegalStateException(path);
    }

    /** True for the place itself and all below it. */
    public boolean contains(Place other) {
        return other.path.startsWith(path);
    }

    /**
     * The place of the given level that holds this one.
     *
     * @throws IllegalArgumentException when the level lies below this place
     */
    public Place at(PlaceLevel level) {
        int length = level.pathLength();
        if (length > path.length()) {
            throw new IllegalArgumentException(path + " has no " + level);
        }
        return new Place(path.substring(0, length));
    }

    /** First path past this place: {@code place >= path and place < end}. */
    public String end() {
        return path + "~";
    }

    @Override
    public int compareTo(Place other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
