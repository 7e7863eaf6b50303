package org.sangyu.rules;

import java.util.List;
import org.sangyu.rules.packs.Group;

/** Whether a person belongs to a group in a month, and why. */
public record Membership(Group group, Member member, List<Reason> reasons) {

    /** Yes, no, or it depends on what is missing. */
    public enum Member {
        YES,
        NO,
        UNDETERMINED
    }
}
