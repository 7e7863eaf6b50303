package org.sangyu.benefits.internal.cycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person and one benefit. */
record Key(UUID elder, String benefit) {

    /** Spelled out, because a month looks up every enrolment several times. */
    @Override
    public int hashCode() {
        return elder.hashCode() * 31 + benefit.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key(UUID his, String what) && elder.equals(his) && benefit.equals(what);
    }
}
