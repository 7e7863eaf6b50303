package org.sangyu.policy.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.Answer;
import org.sangyu.rules.Arg;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.Wording;
import org.sangyu.rules.packs.Kind;
import org.sangyu.rules.packs.Period;
import org.sangyu.rules.packs.Unit;
import org.sangyu.shared.Entitlements.Because;
import org.sangyu.shared.Entitlements.Outcome;
import org.sangyu.ui.Language;
import tools.jackson.databind.json.JsonMapper;

/** A decision of the rules as other modules see it. */
record DecidedAnswer(Decision decision, Sentences sentences, JsonMapper mapper) implements Answer {

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
    public boolean announced() {
        return decision.reasons().getFirst().code() == ReasonCode.ANNOUNCED;
    }

    @Override
    public long reasonsKey() {
        StringBuilder text = new StringBuilder();
        for (Reason reason : decision.reasons()) {
            text.append(reason.code().name());
            for (Arg argument : reason.args()) {
                text.append('|').append(argument);
            }
            text.append('|')
                    .append(reason.source().document())
                    .append('|')
                    .append(reason.source().clause());
            text.append('|').append(reason.fact()).append('\n');
        }
        return Fingerprint.of(text.toString());
    }

    @Override
    public List<Because> because(Language language) {
        return decision.reasons().stream()
                .map(reason -> sentences.because(reason, language))
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
        return mapper.writeValueAsString(
                decision.reasons().stream().map(this::asMap).toList());
    }

    private Map<String, @Nullable Object> asMap(Reason reason) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("code", reason.code().name());
        map.put("args", reason.args().stream().map(Object::toString).toList());
        map.put("zh", sentences.sentence(reason, Language.ZH));
        map.put("en", sentences.sentence(reason, Language.EN));
        map.put("document", sentences.clause(reason.source(), Language.ZH));
        map.put("clause", reason.source().clause());
        map.put("kind", reason.kind() == null ? null : reason.kind().name());
        if (reason.fact() != null) {
            Map<String, @Nullable String> fact = new LinkedHashMap<>();
            fact.put("what", reason.fact().what());
            fact.put("source", reason.fact().source());
            fact.put(
                    "date",
                    reason.fact().date() == null ? null : reason.fact().date().toString());
            map.put("fact", fact);
        }
        return map;
    }
}
