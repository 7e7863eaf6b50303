package org.sangyu.policy.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Arg;
import org.sangyu.rules.Reason;
import org.sangyu.ui.Language;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reasons of decisions in the form that is stored.
 *
 * <p>In a county thousands of answers rest on equal reasons: each is put into words once. Of one thread.
 */
final class SaidReasons {

    private static final int MOST = 10_000;

    private final Sentences sentences;
    private final JsonMapper mapper;
    private final Map<List<Reason>, Said> known = new HashMap<>();

    SaidReasons(Sentences sentences, JsonMapper mapper) {
        this.sentences = sentences;
        this.mapper = mapper;
    }

    Said of(List<Reason> reasons) {
        Said said = known.get(reasons);
        if (said == null) {
            if (known.size() >= MOST) {
                known.clear();
            }
            said = new Said(reasons);
            known.put(reasons, said);
        }
        return said;
    }

    /** One list of reasons, each form made when first asked for. */
    final class Said {

        private final List<Reason> reasons;
        private @Nullable Long key;
        private @Nullable String json;

        private Said(List<Reason> reasons) {
            this.reasons = reasons;
        }

        Sentences sentences() {
            return sentences;
        }

        /** The same for equal reasons, on every machine. */
        long key() {
            Long made = key;
            if (made == null) {
                made = makeKey();
                key = made;
            }
            return made;
        }

        /** Codes, arguments and sentences in both languages. */
        String json() {
            String made = json;
            if (made == null) {
                made = mapper.writeValueAsString(
                        reasons.stream().map(SaidReasons.this::asMap).toList());
                json = made;
            }
            return made;
        }

        private long makeKey() {
            StringBuilder text = new StringBuilder();
            for (Reason reason : reasons) {
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
