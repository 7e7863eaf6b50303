package org.sangyu.rules.packs;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document says where no decision reads it: a figure, some words, or a list. */
public sealed interface Content {

    /**
     * A figure to compare with.
     *
     * @param upTo the upper end, both ends included; only and always with {@link Compare#BETWEEN}
     */
    record Quantity(
            Compare compare, BigDecimal value, @Nullable BigDecimal upTo) implements Content {

        /** Refuses an upper end where none belongs, and a missing one where it does. */
        public Quantity {
            if ((compare == Compare.BETWEEN) != (upTo != null)) {
                throw new IllegalArgumentException("Only BETWEEN has an upper end: " + compare);
            }
        }
    }

    /** Words that cannot be counted, such as a plan's 显著增长. */
    record Plain(String text) implements Content {}

    /** An enumeration, in the order of the document. */
    record Items(List<String> items) implements Content {

        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }
}
