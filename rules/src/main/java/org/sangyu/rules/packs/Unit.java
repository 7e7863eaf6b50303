package org.sangyu.rules.packs;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Unit of an amount; money is counted in fen, things in pieces. */
public enum Unit {
    CNY_MONTH("CNY/month", Period.MONTH, true),
    CNY_YEAR("CNY/year", Period.YEAR, true),
    CNY("CNY", Period.ONCE, true),
    PIECE("piece", Period.ONCE, false);

    private final String code;
    private final Period period;
    private final boolean money;

    Unit(String code, Period period, boolean money) {
        this.code = code;
        this.period = period;
        this.money = money;
    }

    /** The unit of that code, or null. */
    public static @Nullable Unit find(String code) {
        for (Unit unit : values()) {
            if (unit.code.equals(code)) {
                return unit;
            }
        }
        return null;
    }

    /** As in packs and answers, for instance {@code CNY/month}. */
    public String code() {
        return code;
    }

    /** How often the amount is due. */
    public Period period() {
        return period;
    }

    /** Tells whether an amount of this unit is money (fen) and not a count. */
    public boolean isMoney() {
        return money;
    }

    /** The amount as a decimal string without separators: 5000 fen is {@code 50.00}, one piece is {@code 1}. */
    public String format(long amount) {
        return money ? String.format(Locale.ROOT, "%d.%02d", amount / 100, amount % 100) : Long.toString(amount);
    }
}
