package org.sangyu.policy.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.sangyu.policy.Answer;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Entitlements;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Language;
import org.springframework.stereotype.Component;

/** What one person can have, and why, at the place of registration. */
@Component
class OwnEntitlements implements Entitlements {

    private final PackDecisions decisions;

    OwnEntitlements(PackDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Line> of(ElderId elder, Scope scope, YearMonth month, Locale locale) {
        Language language = Language.of(locale);
        return decisions.findAtHome(elder, scope).stream()
                .flatMap(subject -> subject.decide(month).stream())
                .map(answer -> line(answer, language))
                .toList();
    }

    private Line line(Answer answer, Language language) {
        String name = decisions
                .name(answer.benefit())
                .map(known -> known.in(language))
                .orElse(answer.benefit());
        return new Line(
                answer.benefit(),
                name,
                answer.outcome(),
                answer.amount(language),
                answer.because(language),
                answer.standing());
    }
}
