package org.sangyu.benefits.internal.enrolment;

import java.util.List;
import java.util.Locale;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Timeline;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Language;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Things handed over to a person on their dated line. */
@Component
class DeliveryTimeline implements Timeline {

    private final Deliveries deliveries;
    private final BenefitRules rules;
    private final Dictionary dictionary;

    DeliveryTimeline(Deliveries deliveries, BenefitRules rules, Dictionary dictionary) {
        this.deliveries = deliveries;
        this.rules = rules;
        this.dictionary = dictionary;
    }

    @Override
    public List<Entry> of(ElderId elder, Scope scope, Locale language, int limit) {
        Words words = dictionary.in(language);
        return deliveries.of(elder, scope).stream()
                .limit(limit)
                .map(one -> entry(one, words))
                .toList();
    }

    private Entry entry(Delivery one, Words words) {
        String because = words.language() == Language.ZH
                ? one.because().zh()
                : one.because().en();
        boolean delivered = one.deliveredOn() != null;
        return new Entry(
                one.deliveredOn() == null ? one.madeOn() : one.deliveredOn(),
                "benefits.timeline.enrolment",
                words.say("benefits.timeline.delivery." + one.state(), rules.name(one.benefit(), words.language())),
                delivered ? one.deliveredBy() + " · " + one.note() : because.replace('\n', ' '),
                one.photo() == null ? "/enrolments/deliveries" : "/files/" + one.photo());
    }
}
