package org.sangyu.shared;

/** What a place is called today; implemented by {@code regions}, held in memory there. */
public interface PlaceNames {

    /** The place's own name without those above it; the path itself when the place is not known. */
    String nameOf(Place place);
}
