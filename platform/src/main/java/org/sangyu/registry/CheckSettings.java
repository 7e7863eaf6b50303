package org.sangyu.registry;

import org.sangyu.shared.Place;

/** Settings of comparison, from the packs; implemented by a module that may read them. */
public interface CheckSettings {

    /** Days the village has to look after a hit; 0 when no setting gives any. */
    int daysToLook(Place county);

    /** After how many months without any source having seen a person the village looks; 0 when no setting gives any. */
    int monthsUnseen(Place county);
}
