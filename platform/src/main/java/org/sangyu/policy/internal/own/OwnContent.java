package org.sangyu.policy.internal.own;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.packs.ConflictRule;

/**
 * What an entered value says; one of its parts, by its kind.
 *
 * @param amount of a benefit
 * @param who for whom, where that changes; null when it stays as the layers above say
 * @param conflict what holds when benefits meet
 * @param members the benefits that meet, in the order that decides ties; empty unless a conflict
 * @param setting values of a setting; empty unless one, or to unset one
 */
public record OwnContent(
        @Nullable OwnAmount amount,
        @Nullable OwnWho who,
        @Nullable ConflictRule conflict,
        List<String> members,
        List<String> setting) {

    /** Copies the lists. */
    public OwnContent {
        members = List.copyOf(members);
        setting = List.copyOf(setting);
    }

    /** An amount. */
    public static OwnContent of(OwnAmount amount, @Nullable OwnWho who) {
        return new OwnContent(amount, who, null, List.of(), List.of());
    }

    /** A rule for benefits that meet. */
    public static OwnContent of(ConflictRule rule, List<String> members) {
        return new OwnContent(null, null, rule, members, List.of());
    }

    /** A setting. */
    public static OwnContent setting(List<String> values) {
        return new OwnContent(null, null, null, List.of(), values);
    }
}
