package org.sangyu.access.seal;

import java.util.ArrayList;
import java.util.List;

/** The root of a tree of hashes; the one left over on a level goes up as it is. */
final class Merkle {

    private static final byte[] MARK = {1};

    private Merkle() {}

    /**
     * The root.
     *
     * @throws IllegalArgumentException without leaves
     */
    static byte[] root(Algorithm algorithm, List<Leaf> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a seal of nothing");
        }
        List<byte[]> level = new ArrayList<>(
                leaves.stream().map(leaf -> leaf.hash(algorithm)).toList());
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>(level.size() / 2 + 1);
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(algorithm.hash(MARK, level.get(i), level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.getLast());
            }
            level = above;
        }
        return level.getFirst();
    }
}
