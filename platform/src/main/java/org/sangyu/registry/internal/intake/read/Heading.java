package org.sangyu.registry.internal.intake.read;

/** What a column of a roster holds. */
public enum Heading {
    NAME,
    ID_NUMBER,
    SEX,
    BORN,
    COUNTY,
    TOWNSHIP,
    VILLAGE,
    RESIDES,
    ADDRESS,
    PHONE,
    CONTACT,
    CONTACT_RELATION,
    CONTACT_PHONE,
    CATEGORY,
    LIVING,
    ABILITY,
    ASSESSED,
    BANK,
    ACCOUNT,
    HOLDER,
    BENEFIT,
    AMOUNT,
    PAID_UP_TO,
    /** Known and not taken in: running number, age, remark, the answer columns of an earlier import. */
    IGNORED
}
