package org.sangyu.shared;

import java.util.Set;

/** Which roles may open an address; implemented by {@code access} from the one table that decides it. */
public interface Readers {

    /** Roles that may read what stands under the address; empty when there is no such address. */
    Set<Role> of(String address);
}
