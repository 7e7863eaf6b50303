package org.sangyu.registry;

/** The kinds of fact the registry keeps; each has a table of its own. The order is that of the elder's page. */
public enum FactKind {
    IDENTITY,
    RESIDENCE,
    HOUSEHOLD,
    CONTACT,
    TAG,
    ABILITY,
    LTCI,
    INSTITUTION,
    ACCOUNT,
    LIFE,
    RECEIPT
}
