package org.sangyu.policy.internal.simulation;

/** Where the values of a simulation come from. */
public enum Origin {
    /** What another region's documents give, taken over. */
    REGION,
    /** A pack folder that somebody uploaded. */
    UPLOAD,
    /** The region's own draft, as it lies in the packs. */
    DRAFT,
    /** Values edited on a page. */
    EDITED
}
