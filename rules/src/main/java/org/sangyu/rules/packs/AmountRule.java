package org.sangyu.rules.packs;

import java.util.List;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Tag;

/** How an amount is found; a whole parameter, all its bands and rows together. Amounts in fen, or pieces. */
public sealed interface AmountRule {

    /** The same for everyone. */
    record Flat(long amount) implements AmountRule {}

    /** By age in full years: the highest band reached; below the first band there is none. Lowest band first. */
    record Bands(List<Band> bands) implements AmountRule {
        /** Copies the bands. */
        public Bands {
            bands = List.copyOf(bands);
        }
    }

    /** One band: this amount from this age on. */
    record Band(int fromAge, long amount) {}

    /** By attributes of a tag: the one row whose choices all fit. */
    record Table(Tag tag, List<Attribute> by, List<Row> rows) implements AmountRule {
        /** Copies the lists. */
        public Table {
            by = List.copyOf(by);
            rows = List.copyOf(rows);
        }
    }

    /** One row: indexes into the values of the table's attributes, in their order. */
    record Row(List<Integer> choices, long amount) {
        /** Copies the choices. */
        public Row {
            choices = List.copyOf(choices);
        }
    }

    /** By how far the person cares for himself or herself: full, partly, not at all. */
    record BySelfCare(long full, long partial, long none) implements AmountRule {}
}
