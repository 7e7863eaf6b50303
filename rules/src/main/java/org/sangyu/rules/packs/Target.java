package org.sangyu.rules.packs;

import org.jspecify.annotations.Nullable;

/**
 * One indicator of one pack: where it stood and what it is to reach by when. Days are those from which a goal is to
 * hold. Nothing is computed here.
 *
 * @param baseline figures of the past; null where the document gives none, which is not nought
 * @param goals by their days, oldest first; null where the document only reports
 */
public record Target(
        Pack pack,
        String key,
        Text name,
        String unit,
        @Nullable Parameter<Goal> baseline,
        @Nullable Parameter<Goal> goals,
        Position at) {

    /** The same without values that stand only in a draft; null when nothing is left. */
    public @Nullable Target withoutDrafts() {
        Parameter<Goal> past = withoutDrafts(baseline);
        Parameter<Goal> coming = withoutDrafts(goals);
        return past == null && coming == null ? null : new Target(pack, key, name, unit, past, coming, at);
    }

    private static @Nullable Parameter<Goal> withoutDrafts(@Nullable Parameter<Goal> parameter) {
        Parameter<Goal> left = parameter == null ? null : parameter.withoutDrafts();
        return left == null || left.values().isEmpty() ? null : left;
    }
}
