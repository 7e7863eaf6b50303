package org.sangyu.registry;

/** Who says a fact. Their order, by which one counts where they disagree, is a setting of the installation. */
public enum FactSourceCode {
    /** Public security (公安). */
    PUBLIC_SECURITY,
    /** Funeral office (殡葬). */
    FUNERAL,
    /** Health commission (卫健). */
    HEALTH,
    /** Social insurance (人社、医保). */
    SOCIAL_INSURANCE,
    /** Disabled persons' federation (残联). */
    DISABLED_FEDERATION,
    /** An assessment organisation (评估机构). */
    ASSESSMENT,
    /** Other civil-affairs lists (民政业务系统). */
    CIVIL_AFFAIRS,
    /** Typed in at a desk (窗口登记). */
    DESK,
    /** Reported by village or community (村、社区上报). */
    VILLAGE,
    /** A roster taken in from a file (花名册). */
    ROSTER,
    /** The template that opens the books (在领人员名册). */
    OPENING_BOOKS,
    /** Made by the generator of a demonstration (演示数据). */
    DEMONSTRATION
}
