package org.sangyu.registry;

import org.jspecify.annotations.Nullable;

/**
 * A fact to be recorded.
 *
 * @param content what is said
 * @param valid when it holds
 * @param source who says it: a code of {@link FactSourceCode}
 * @param evidence hash of a stored file or a few words, or null
 */
public record NewFact(
        FactContent content,
        Period valid,
        String source,
        @Nullable String evidence) {}
