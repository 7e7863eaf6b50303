package org.sangyu.benefits.internal.cycle;

/** What a line does to a due. */
public enum LineKind {
    /** 正常发放: the first payment of a due in its own month; at most one a due. */
    REGULAR,
    /** 补发: more of a due, or a due of an earlier month. */
    BACK_PAY,
    /** 追缴: less of a due that was paid; positive when such a claim is taken back. */
    RECOVERY,
    /** 抵扣: reduces another line's payment for a recovery case. */
    OFFSET,
    /** 核销: a claim given up, approved. */
    WRITE_OFF;

    /** True for lines whose money goes into a file. */
    public boolean isPaid() {
        return this == REGULAR || this == BACK_PAY;
    }
}
