package org.sangyu.benefits.internal.sources;

import org.sangyu.benefits.internal.cycle.SettingsConfirmed;
import org.sangyu.policy.SettingsConfirmation;
import org.sangyu.shared.Place;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether a county stands behind its settings, as the policy module knows it. */
@Component
class PolicySettings implements SettingsConfirmed {

    private final ObjectProvider<SettingsConfirmation> confirmation;

    PolicySettings(ObjectProvider<SettingsConfirmation> confirmation) {
        this.confirmation = confirmation;
    }

    @Override
    public boolean isConfirmed(Place county) {
        return confirmation.stream().anyMatch(one -> one.isConfirmed(county));
    }
}
