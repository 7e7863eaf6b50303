package org.sangyu.shared;

import java.util.List;
import java.util.UUID;

/**
 * Which elders were assigned to a desk; asked by each request before its scope is known. Implemented by {@code registry}.
 */
public interface AssignedElders {

    /** Those assigned today; at most as many as a scope names. */
    List<ElderId> of(UUID desk);
}
