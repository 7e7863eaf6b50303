package org.sangyu.policy;

import org.sangyu.rules.packs.Kind;
import org.sangyu.rules.packs.Period;

/**
 * A benefit and how it stands in a region.
 *
 * @param name its names
 * @param kind money, service or thing
 * @param period how often it is due
 * @param standing whether the region has it
 */
public record BenefitInfo(BenefitName name, Kind kind, Period period, Standing standing) {

    /** Whether a region has a benefit. */
    public enum Standing {
        /** In force, with a standard (有标准). */
        IN_FORCE,
        /** In force, but no document gives the amount. */
        WITHOUT_AMOUNT,
        /** Announced; neither start nor amount is known (已宣布未定). */
        ANNOUNCED,
        /** Only a draft has it. */
        DRAFT,
        /** It exists by a paper that is not in hand (他处有规定). */
        EXISTS_ELSEWHERE,
        /** No document of the region knows it (文件未提及). */
        NONE
    }

    /** Short for the lasting name. */
    public String id() {
        return name.id();
    }

    /** True for money; only that ever stands in a payment file. */
    public boolean isCash() {
        return kind == Kind.CASH;
    }
}
