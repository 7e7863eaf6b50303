package org.sangyu.policy;

import org.sangyu.rules.packs.PackSet;

/** The packs in force with the installation's own layer, for whoever brings the facts along. */
public interface PacksInForce {

    /** The packs; the same object as long as nothing changed. */
    PackSet packs();
}
