package org.sangyu.shared;

/** How far the ledger is sealed at this moment; implemented by {@code access}. */
public interface NewestSeal {

    /** Number and root of the newest seal, for example {@code 17 9f86d0…}; empty before the first. */
    String text();
}
