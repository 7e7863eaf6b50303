package org.sangyu.rules.packs;

import java.util.List;

/**
 * Benefits that do not simply add up.
 *
 * @param members ids, in the order that decides ties and deductions; may name benefits that no pack decides
 * @param confirmed false while the evidence is weak: the affected pair is then undetermined
 */
public record Conflict(String id, List<String> members, ConflictRule rule, boolean confirmed) {
    /** Copies the members. */
    public Conflict {
        members = List.copyOf(members);
    }
}
