package org.sangyu.benefits.internal.enrolment;

/** Where an enrolment stands; money.md's line from proposal to end. */
public enum EnrolmentStatus {
    /** Proposed or applied for; the village checks (待村核实). */
    PROPOSED,
    /** The village has checked; the township reviews (待乡镇审核). */
    VILLAGE_CHECKED,
    /** The township has reviewed; the county approves (待县审批). */
    TOWNSHIP_REVIEWED,
    /** Approved; becomes active with a confirmed account (已审批，待账户确认). */
    COUNTY_APPROVED,
    /** In the register; paid from the first payable month on (在发). */
    ACTIVE,
    /** Not paid until it is cleared up (暂停). */
    SUSPENDED,
    /** Over; months from the given one on are not paid (终止). */
    ENDED,
    /** Refused with a reason (不予批准). */
    REFUSED;

    /** True while the person cannot be enrolled for the same benefit again. */
    public boolean isOpen() {
        return this != ENDED && this != REFUSED;
    }
}
