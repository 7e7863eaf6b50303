package org.sangyu.access.internal;

/** Why an account or a desk was left as it is; its word is {@code access.refusal.<name>}. */
public enum AccountRefusal {
    /** Somebody has this sign-in name, or had it: names are never used twice. */
    NAME_TAKEN,
    /** The installation would be left without anybody who can make accounts. */
    LAST_KEEPER,
    /** The three administrators do not do one another's work, nor anybody else's: such a desk stands alone. */
    STANDS_ALONE,
    /** Nobody changes the own account. */
    OWN_ACCOUNT,
    /** The person has this desk already. */
    DESK_EXISTS,
    /** Another account is this person at the identity provider already. */
    IDENTITY_TAKEN,
    /** The password typed as the present one is not it. */
    WRONG_PASSWORD
}
