package org.sangyu.benefits.internal.enrolment;

/** What a desk does to an enrolment. */
public enum EnrolmentVerb {
    /** The village confirms what it knows about the person (核实). */
    CHECK,
    /** The township reviews (审核). */
    REVIEW,
    /** The county approves; the first payable month is fixed (审批). */
    APPROVE,
    /** A confirmed account makes an approved enrolment payable; never done by hand (列入在发). */
    ACTIVATE,
    /** Hands it back one step with a reason (退回). */
    RETURN,
    /** Refuses with a reason (不予批准). */
    REFUSE,
    /** Stops paying until it is cleared up (暂停). */
    SUSPEND,
    /** Pays again, with the months in between (恢复). */
    RESUME,
    /** Ends from a month on (终止). */
    END,
    /** Takes back an application with which nobody has gone on; it follows from undoing what began it (撤回申请). */
    WITHDRAW,
    /** Takes one's own last step back (撤销). */
    UNDO;

    /** True when a reason must be given. */
    public boolean needsReason() {
        return switch (this) {
            case RETURN, REFUSE, SUSPEND, RESUME, END -> true;
            case CHECK, REVIEW, APPROVE, ACTIVATE, WITHDRAW, UNDO -> false;
        };
    }
}
