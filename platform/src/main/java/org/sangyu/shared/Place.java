package org.sangyu.shared;

import java.util.regex.Pattern;

/**
 * A place by its path of our own fixed-width segments; an official code is only an attribute of it.
 *
 * <p>The nation is {@code C}; each level adds a segment of base-36 digits: province 2, city 2, county 2, township 3,
 * village 3. So a scope is the range from the path to the path followed by {@code ~}.
 *
 * @param path for example {@code C0G0801003002}
 */
public record Place(String path) implements Comparable<Place> {

    private static final Pattern SHAPE = Pattern.compile("C([0-9A-Z]{2}){0,3}|C[0-9A-Z]{6}([0-9A-Z]{3}){1,2}");
    public static final Place NATION = new Place("C");

    /** @throws IllegalArgumentException when the path is not whole segments */
    public Place {
        if (!SHAPE.matcher(path).matches()) {
            throw new IllegalArgumentException("not a place path: " + path);
        }
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
