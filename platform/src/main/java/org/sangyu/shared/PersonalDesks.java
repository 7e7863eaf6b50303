package org.sangyu.shared;

import java.util.UUID;

/** Ends what a consent opened; implemented by {@code access}. */
public interface PersonalDesks {

    /** The elder took the consent back: whoever is signed in with it is out at the next click. */
    void end(UUID consent);
}
