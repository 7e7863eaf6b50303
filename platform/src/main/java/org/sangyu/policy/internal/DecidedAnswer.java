package org.sangyu.policy.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.Answer;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Wording;
import org.sangyu.rules.packs.Kind;
import org.sangyu.rules.packs.Period;
import org.sangyu.rules.packs.Unit;
import org.sangyu.shared.Entitlements.Because;
import org.sangyu.shared.Entitlements.Outcome;
import org.sangyu.shared.Entitlements.Standing;
import org.sangyu.ui.Language;

/** A decision of the rules as other modules see it. */
record DecidedAnswer(Decision decision, SaidReasons.Said said) implements Answer {

    @Override
    public String benefit() {
        return decision.benefit().id();
    }

    @Override
    public Outcome outcome() {
        return switch (decision) {
            case Decision.Entitled entitled -> Outcome.ENTITLED;
            case Decision.NotEntitled not -> Outcome.NOT_ENTITLED;
            case Decision.Undetermined undetermined -> Outcome.UNDETERMINED;
        };
    }

    @Override
    public long fen() {
        return decision instanceof Decision.Entitled entitled ? entitled.amount() : 0;
    }

    @Override
    public boolean atLeast() {
        return decision instanceof Decision.Entitled entitled && entitled.atLeast();
    }

    @Override
    public List<Long> possible() {
        return decision instanceof Decision.Undetermined undetermined ? undetermined.possible() : List.of();
    }

    @Override
    public @Nullable Long before() {
        return decision.before();
    }

    @Override
    public Unit unit() {
        return decision.benefit().unit();
    }

    @Override
    public Period period() {
        return decision.benefit().period();
    }

    @Override
    public Kind kind() {
        return decision.benefit().kind();
    }

    @Override
    public Standing standing() {
        return switch (decision.reasons().getFirst().code()) {
            case ANNOUNCED -> Standing.ANNOUNCED;
            case NO_SUCH_BENEFIT -> Standing.ABSENT;
            default -> Standing.GIVEN;
        };
    }

    @Override
    public long reasonsKey() {
        return said.key();
    }

    @Override
    public List<Because> because(Language language) {
        return decision.reasons().stream()
                .map(reason -> said.sentences().because(reason, language))
                .toList();
    }

    @Override
    public @Nullable String amount(Language language) {
        return decision instanceof Decision.Entitled entitled
                ? Wording.in(language.code()).amount(entitled.amount(), unit())
                : null;
    }

    @Override
    public String json() {
        return said.json();
    }
}
