package org.sangyu.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.packs.Source;
import org.sangyu.rules.packs.SourceKind;

/**
 * One reason: a code with typed arguments, the clause it rests on, and the fact it used.
 *
 * <p>{@link Wording} makes Chinese and English of it when it is shown.
 *
 * @param args as the code documents them, in order
 * @param kind how strong the paper is; null for settings
 * @param fact null where no single fact was used
 */
public record Reason(
        ReasonCode code,
        List<Arg> args,
        Source source,
        @Nullable SourceKind kind,
        @Nullable FactUsed fact) {

    /** Copies the arguments. */
    public Reason {
        args = List.copyOf(args);
    }
}
