package org.sangyu.rules.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Decision;
import org.sangyu.rules.FactUsed;
import org.sangyu.rules.Membership;
import org.sangyu.rules.Reason;
import org.sangyu.rules.Wording;
import org.sangyu.rules.cases.Cases;
import org.sangyu.rules.packs.Benefit;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Answers as JSON, one line for each person. */
final class JsonAnswer implements Answer {
    private final OutputStream out;
    private final JsonGenerator json;

    JsonAnswer(OutputStream out) throws IOException {
        this.out = out;
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        this.json = factory.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
        json.writeStartObject();
        json.writeName("people");
        json.writeStartArray();
    }

    @Override
    public void decisions(String id, List<Decision> decisions) {
        begin(id, "decisions");
        for (Decision decision : decisions) {
            decision(decision);
        }
        end();
    }

    @Override
    public void groups(String id, List<Membership> memberships) {
        begin(id, "groups");
        for (Membership membership : memberships) {
            json.writeStartObject();
            json.writeStringProperty("group", membership.group().id());
            json.writeStringProperty("member", membership.member().name());
            reasons(membership.reasons());
            json.writeEndObject();
        }
        end();
    }

    private void begin(String id, String list) {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeName(list);
        json.writeStartArray();
    }

    private void end() {
        json.writeEndArray();
        json.writeEndObject();
    }

    private void decision(Decision decision) {
        Benefit benefit = decision.benefit();
        json.writeStartObject();
        json.writeStringProperty("benefit", benefit.id());
        json.writeStringProperty("outcome", Cases.outcome(decision));
        Long amount = decision instanceof Decision.Entitled entitled ? entitled.amount() : null;
        amount("amount", amount, benefit);
        json.writeStringProperty("unit", benefit.unit().code());
        json.writeStringProperty("period", benefit.period().name());
        json.writeStringProperty("kind", benefit.kind().name());
        if (decision instanceof Decision.Entitled entitled && entitled.atLeast()) {
            json.writeBooleanProperty("atLeast", true);
        }
        if (decision instanceof Decision.Undetermined undetermined) {
            possible(undetermined);
        }
        if (decision.before() != null) {
            amount("before", decision.before(), benefit);
        }
        reasons(decision.reasons());
        json.writeEndObject();
    }

    private void amount(String key, @Nullable Long amount, Benefit benefit) {
        json.writeName(key);
        if (amount == null) {
            json.writeNull();
        } else {
            json.writeString(benefit.unit().format(amount));
        }
    }

    private void possible(Decision.Undetermined undetermined) {
        json.writeName("possible");
        json.writeStartArray();
        for (long amount : undetermined.possible()) {
            json.writeString(undetermined.benefit().unit().format(amount));
        }
        json.writeEndArray();
    }

    private void reasons(List<Reason> reasons) {
        json.writeName("reasons");
        json.writeStartArray();
        for (Reason reason : reasons) {
            json.writeStartObject();
            json.writeStringProperty("code", reason.code().name());
            json.writeStringProperty("zh", Wording.zh(reason));
            json.writeStringProperty("en", Wording.en(reason));
            json.writeStringProperty("document", reason.source().document());
            json.writeStringProperty("clause", reason.source().clause());
            fact(reason.fact());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void fact(@Nullable FactUsed fact) {
        if (fact != null) {
            json.writeName("fact");
            json.writeStartObject();
            json.writeStringProperty("what", fact.what());
            if (fact.source() != null) {
                json.writeStringProperty("source", fact.source());
            }
            if (fact.date() != null) {
                json.writeStringProperty("date", fact.date().toString());
            }
            json.writeEndObject();
        }
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
        out.flush();
    }
}
