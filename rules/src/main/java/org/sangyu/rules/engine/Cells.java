package org.sangyu.rules.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Decision;

/** What the rules of one benefit can tell apart, and what they said of each so far. */
final class Cells {

    /** One of them. */
    record Key(long facts, int ageClass) {}

    private final long seen;
    private final int[] ownClass;
    private final Map<Key, Decision> known = new HashMap<>();

    Cells(long seen, AgeClasses own, AgeClasses all) {
        this.seen = seen;
        this.ownClass = new int[all.size()];
        for (int i = 0; i < ownClass.length; i++) {
            ownClass[i] = own.of(all.sample(i));
        }
    }

    Key key(long facts, int ageClass) {
        return new Key(facts & seen, ownClass[ageClass]);
    }

    @Nullable
    Decision find(Key key) {
        return known.get(key);
    }

    void put(Key key, Decision decision) {
        known.put(key, decision);
    }
}
