package org.sangyu.shared;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the policy module reads facts: registry, assessment and benefits each implement it over their own tables.
 *
 * <p>Every source answers sorted by elder id, so that sources are merged in memory without a join across schemas. A
 * stream holds a database cursor: close it.
 */
public interface FactSource {

    /** Everything this source says about the people asked for; people without any fact are left out. */
    Stream<PersonFacts> stream(FactQuery query);

    /**
     * Which people, known when.
     *
     * @param scope whose facts may be read
     * @param people only these, or null for everyone in the scope
     * @param knownAt what was recorded later is not known; null for all that is known now
     */
    record FactQuery(
            Scope scope,
            @Nullable List<ElderId> people,
            @Nullable Instant knownAt) {}

    /**
     * One person's facts from one source.
     *
     * @param elder whose
     * @param facts in no order; those no longer recorded are left out
     */
    record PersonFacts(ElderId elder, List<Fact> facts) {}
}
