package org.sangyu.rules.reading;

import java.util.ArrayList;
import java.util.List;
import org.sangyu.rules.packs.Position;
import org.sangyu.rules.packs.Problem;
import org.sangyu.rules.packs.Text;

/** Gathers everything wrong, so that a person mends it in one go. */
public final class Problems {
    private final List<Problem> all = new ArrayList<>();

    /** One more; the words say what is wrong and what to do, Chinese first. */
    public void add(String code, Position at, Text what, Text todo) {
        all.add(new Problem(code, at, what, todo));
    }

    /** How many so far: compare before and after to see whether a part was sound. */
    public int count() {
        return all.size();
    }

    /** Everything so far, in the order found. */
    public List<Problem> all() {
        return List.copyOf(all);
    }
}
