package org.sangyu.benefits.internal.enrolment;

import java.util.Optional;
import org.sangyu.registry.CheckSettings;
import org.sangyu.shared.Place;
import org.springframework.stereotype.Component;

/** Settings of comparison as the packs give them to a county. */
@Component
class LookSettings implements CheckSettings {

    static final String UNSEEN_MONTHS = "comparison_unseen_months";

    private final BenefitRules rules;

    LookSettings(BenefitRules rules) {
        this.rules = rules;
    }

    @Override
    public int daysToLook(Place county) {
        return number(rules.setting(county, Procedures.ANSWER_DAYS));
    }

    @Override
    public int monthsUnseen(Place county) {
        return number(rules.setting(county, UNSEEN_MONTHS));
    }

    private static int number(Optional<String> value) {
        return value.map(Integer::parseInt).orElse(0);
    }
}
