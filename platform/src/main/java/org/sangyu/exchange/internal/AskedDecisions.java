package org.sangyu.exchange.internal;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.sangyu.policy.PacksInForce;
import org.sangyu.rules.Decider;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Question;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.writing.DecisionWriter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Answers questions by the packs in force, exactly as {@code decide} does; keeps nothing of them. */
@Component
public class AskedDecisions {

    private static final int MOST_READY = 64;
    private static final JsonFactory JSON = new JsonFactory();

    private final AskedReader reader;
    private final PacksInForce packs;
    private final Clock clock;
    private final Ready ready = new Ready();

    AskedDecisions(AskedReader reader, PacksInForce packs, Clock clock) {
        this.reader = reader;
        this.packs = packs;
        this.clock = clock;
    }

    /** Packs compiled for one question, the longest unused thrown away; packs that changed are others. */
    private static final class Ready {

        private record Key(PackSet packs, Question question) {

            @Override
            public boolean equals(Object other) {
                return other instanceof Key key && packs == key.packs && question.equals(key.question);
            }

            @Override
            public int hashCode() {
                return 31 * System.identityHashCode(packs) + question.hashCode();
            }
        }

        private final Map<Key, Decider> deciders = new LinkedHashMap<>(MOST_READY, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Decider> eldest) {
                return size() > MOST_READY;
            }
        };

        private Decider of(PackSet packs, Question question) {
            Key key = new Key(packs, question);
            Supplier<Decider> make = () -> Decider.of(packs, question);
            synchronized (deciders) {
                return deciders.computeIfAbsent(key, missing -> make.get());
            }
        }
    }

    /** Reads what was sent. */
    public Asked read(byte[] body) {
        return reader.read(body);
    }

    /**
     * An answer.
     *
     * @param packs by which packs: equal packs give equal answers
     */
    public record Answer(String packs, byte[] json) {}

    /** The answer as JSON, people in the order in which they were sent. */
    public Answer answer(Asked.Question asked) {
        LocalDate today = LocalDate.now(clock);
        PackSet now = packs.packs();
        Decider decider = ready.of(now, new Question(asked.region(), asked.month(), asked.asOf(), false, today));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            DecisionWriter writer = DecisionWriter.decimalsAndFen(json);
            json.writeStartObject();
            json.writeStringProperty("region", asked.region().digits());
            json.writeStringProperty("month", asked.month().toString());
            json.writeName("people");
            json.writeStartArray();
            for (Person person : asked.people()) {
                json.writeStartObject();
                json.writeStringProperty("id", person.id());
                json.writeName("decisions");
                json.writeStartArray();
                for (Decision decision : decider.decide(person)) {
                    writer.decision(decision);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return new Answer(now.hash(), out.toByteArray());
    }
}
