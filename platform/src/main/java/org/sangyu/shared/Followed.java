package org.sangyu.shared;

import java.util.UUID;

/** What the person at the current desk follows; kept by {@code desk}, asked by the pages of what can be followed. */
public interface Followed {

    /** True when the current account follows it. */
    boolean isFollowed(Followable.Kind kind, UUID subject);
}
