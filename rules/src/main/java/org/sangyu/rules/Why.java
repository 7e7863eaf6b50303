package org.sangyu.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.packs.Source;
import org.sangyu.rules.packs.SourceKind;

/**
 * One reason as many people share it: its code and clause, without the numbers and facts of a person.
 *
 * <p>{@link CompiledMonth#explain} fills them in for one person.
 *
 * @param kind how strong the paper is; null for settings
 */
public record Why(ReasonCode code, Source source, @Nullable SourceKind kind) {

    /** What these reasons have that does not depend on the person, in their order. */
    public static List<Why> of(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Why(reason.code(), reason.source(), reason.kind()))
                .toList();
    }
}
