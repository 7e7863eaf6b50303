package org.sangyu.shared;

import java.math.BigDecimal;

/**
 * An exact amount of yuan, kept in fen (1/100 yuan); may be negative (a recovery).
 *
 * @param fen hundredths of a yuan
 */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);
    private static final int FEN_DIGITS = 2;

    /**
     * Reads a decimal string of yuan such as {@code 50.00} or {@code 50}.
     *
     * @throws ArithmeticException when it has a part of a fen
     * @throws NumberFormatException when it is no decimal number
     */
    public static Money parse(String yuan) {
        return new Money(new BigDecimal(yuan).movePointRight(FEN_DIGITS).longValueExact());
    }

    /** Adds; overflow is a fault and throws. */
    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /** Subtracts; the result may be negative. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    /** Turns a payment into the recovery of the same amount, and back. */
    public Money negated() {
        return new Money(Math.negateExact(fen));
    }

    /** True for zero only. */
    public boolean isZero() {
        return fen == 0;
    }

    /** Yuan with two decimals and no grouping, as files and JSON carry it. */
    public String plain() {
        return BigDecimal.valueOf(fen, FEN_DIGITS).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return plain();
    }
}
