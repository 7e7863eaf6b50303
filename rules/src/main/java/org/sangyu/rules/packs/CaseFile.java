package org.sangyu.rules.packs;

import org.jspecify.annotations.Nullable;

/**
 * Worked examples of one pack: people, months, and what must come out.
 *
 * @param benefit the benefit beside which they stand; null for examples of groups
 */
public record CaseFile(Pack pack, @Nullable String benefit, PackFile file) {}
