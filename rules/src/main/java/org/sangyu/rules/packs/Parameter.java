package org.sangyu.rules.packs;

import java.util.List;

/**
 * One parameter of one pack: its values over time, oldest first.
 *
 * @param pack the layer it stands in
 */
public record Parameter<T>(Pack pack, Use use, Strength strength, List<Dated<T>> values) {

    /** Copies the list. */
    public Parameter {
        values = List.copyOf(values);
    }

    /** The same without values that stand only in a draft. */
    public Parameter<T> withoutDrafts() {
        return new Parameter<>(
                pack,
                use,
                strength,
                values.stream().filter(v -> v.kind() != SourceKind.DRAFT).toList());
    }
}
