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
    /** The role's desks are held in a department, a facility or a provider, and none of that kind was named. */
    NEEDS_ORGANISATION,
    /** The role's desks are the office's own and held in no organisation. */
    NO_ORGANISATION,
    /** The organisation is over. */
    ORGANISATION_OVER,
    /** Another account is this person at the identity provider already. */
    IDENTITY_TAKEN,
    /** The password typed as the present one is not it. */
    WRONG_PASSWORD
}
