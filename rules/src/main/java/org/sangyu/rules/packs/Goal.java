package org.sangyu.rules.packs;

import org.jspecify.annotations.Nullable;

/**
 * What an indicator is to reach, or where it stood in the base year.
 *
 * @param attribute how binding the document calls it; null where it does not say
 */
public record Goal(Content content, @Nullable Attribute attribute) {

    /** What a plan's table of indicators says about each. */
    public enum Attribute {
        /** 约束性. */
        BINDING,
        /** 预期性. */
        EXPECTED
    }
}
