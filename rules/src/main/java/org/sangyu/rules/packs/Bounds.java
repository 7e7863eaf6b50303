package org.sangyu.rules.packs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a lower layer's amount keeps what an upper layer demands, at every age.
 *
 * <p>Amounts of different units, or found in ways that cannot be laid side by side, are not compared.
 */
public final class Bounds {
    /** Nobody is older; the oldest person known reached 122. */
    private static final int OLDEST = 130;

    private Bounds() {}

    /** Tells whether the lower amount keeps the bound. */
    public static boolean keeps(Standard upper, Strength strength, Standard lower) {
        if (strength == Strength.FREE || upper.unit() != lower.unit()) {
            return true;
        }
        if (upper.rule() instanceof AmountRule.Table u && lower.rule() instanceof AmountRule.Table l) {
            return keepsRows(u, strength, l);
        }
        if (upper.rule() instanceof AmountRule.BySelfCare u && lower.rule() instanceof AmountRule.BySelfCare l) {
            return keeps(u.full(), strength, l.full())
                    && keeps(u.partial(), strength, l.partial())
                    && keeps(u.none(), strength, l.none());
        }
        for (int age = 0; age <= OLDEST; age++) {
            Long u = at(upper.rule(), age);
            Long l = at(lower.rule(), age);
            if (u != null && l != null && !keeps(u, strength, l)) {
                return false;
            }
        }
        return true;
    }

    private static boolean keepsRows(AmountRule.Table upper, Strength strength, AmountRule.Table lower) {
        if (upper.tag() != lower.tag() || !upper.by().equals(lower.by())) {
            return true;
        }
        for (AmountRule.Row u : upper.rows()) {
            for (AmountRule.Row l : lower.rows()) {
                if (u.choices().equals(l.choices()) && !keeps(u.amount(), strength, l.amount())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean keeps(long upper, Strength strength, long lower) {
        return switch (strength) {
            case EXACT -> lower == upper;
            case FLOOR -> lower >= upper;
            case CEILING -> lower <= upper;
            case FREE -> true;
        };
    }

    private static @Nullable Long at(AmountRule rule, int age) {
        return switch (rule) {
            case AmountRule.Flat flat -> flat.amount();
            case AmountRule.Bands bands -> atAge(bands.bands(), age);
            case AmountRule.Table _, AmountRule.BySelfCare _ -> null;
        };
    }

    private static long atAge(List<AmountRule.Band> bands, int age) {
        long amount = 0;
        for (AmountRule.Band band : bands) {
            if (band.fromAge() <= age) {
                amount = band.amount();
            }
        }
        return amount;
    }
}
