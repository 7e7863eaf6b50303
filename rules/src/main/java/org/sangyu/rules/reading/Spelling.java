package org.sangyu.rules.reading;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Guesses which known word somebody meant to write. */
final class Spelling {
    private static final int FAR = 2;

    private Spelling() {}

    /** The known word that differs by at most two letters and by fewer than half of them; null when there is none. */
    static @Nullable String nearest(String written, Collection<String> known) {
        String nearest = null;
        int least = Math.min(FAR, (written.length() - 1) / 2) + 1;
        for (String word : known) {
            int distance = Math.abs(word.length() - written.length()) > FAR ? FAR + 1 : distance(written, word);
            if (distance < least) {
                least = distance;
                nearest = word;
            }
        }
        return nearest;
    }

    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
