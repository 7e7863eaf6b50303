package org.sangyu.benefits.internal.cycle;

/**
 * How much of a payment may be kept back for an open claim on the same living person's same benefit (抵扣).
 *
 * @param cap most fen a payment, as fixed for the case by a named person
 * @param percent most hundredths of the payment, as the county's setting says
 */
record OffsetRule(long cap, int percent) {

    private static final int WHOLE = 100;

    /** Fen to keep back: never more than is asked, than the cap, than the share; rounded down to the fen. */
    long of(long payment, long openClaim) {
        long share = Math.multiplyExact(payment, percent) / WHOLE;
        return Math.max(0, Math.min(openClaim, Math.min(cap, share)));
    }
}
