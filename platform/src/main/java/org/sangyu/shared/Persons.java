package org.sangyu.shared;

import java.util.Collection;
import java.util.Map;

/** Who stands behind a sign-in name, so that no page shows the sign-in name; implemented by {@code access}. */
public interface Persons {

    /** Names of the people behind sign-in names; those of no account, such as the system's, are left out. */
    Map<String, String> names(Collection<String> accounts);
}
