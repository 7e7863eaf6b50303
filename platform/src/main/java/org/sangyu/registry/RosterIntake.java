package org.sangyu.registry;

import java.util.UUID;
import org.sangyu.shared.Files;

/** Takes in a roster whose headings need no person to look at them, such as one that a program wrote. */
public interface RosterIntake {

    /**
     * Starts the import of a roster at the current desk, in the running transaction, with the columns as its headings
     * say.
     *
     * @param roster the stored file, CSV or Excel
     * @return the background job
     * @throws IllegalArgumentException when no heading is recognised
     */
    UUID start(Files.Stored roster);
}
