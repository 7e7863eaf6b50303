package org.sangyu.demo;

import java.io.IOException;
import java.io.OutputStream;
import org.sangyu.shared.Place;

/** Rosters as messy as real ones, for a newcomer to take in; the same county gets the same file on the same day. */
public interface TrialFiles {

    /** False outside a demonstration. */
    boolean areOffered();

    /** An Excel roster of sixty invented people, some rows of which cannot be taken. */
    void writeRoster(Place county, OutputStream out) throws IOException;

    /** An Excel list of those of them who are paid already, for opening the books. */
    void writeReceiving(Place county, OutputStream out) throws IOException;
}
