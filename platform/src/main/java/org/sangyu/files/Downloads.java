package org.sangyu.files;

import java.util.Optional;
import org.sangyu.shared.Files;
import org.sangyu.shared.Scope;

/** Hands files out to desks that may have them. */
public interface Downloads {

    /**
     * The file behind a hash, and a line in the audit; empty when no such file belongs to a place in the scope and it
     * is not shared with all. Stored under several names, the newest visible one counts.
     */
    Optional<Files.Stored> take(String sha256, Scope scope);
}
