package org.sangyu.rules.writing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Decision;
import org.sangyu.rules.FactUsed;
import org.sangyu.rules.Reason;
import org.sangyu.rules.Wording;
import org.sangyu.rules.cases.Cases;
import org.sangyu.rules.packs.Benefit;
import tools.jackson.core.JsonGenerator;

/** Writes decisions as JSON, the same for the command line and for whoever asks over the network. */
public final class DecisionWriter {
    private final JsonGenerator json;
    private final boolean fen;

    private DecisionWriter(JsonGenerator json, boolean fen) {
        this.json = json;
        this.fen = fen;
    }

    /** Amounts as decimal strings only. */
    public static DecisionWriter decimals(JsonGenerator json) {
        return new DecisionWriter(json, false);
    }

    /** Beside each decimal string of money the same in whole fen, under the key with {@code Fen} behind it. */
    public static DecisionWriter decimalsAndFen(JsonGenerator json) {
        return new DecisionWriter(json, true);
    }

    /** One decision as an object. */
    public void decision(Decision decision) {
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
        if (fen && benefit.unit().isMoney()) {
            json.writeName(key + "Fen");
            if (amount == null) {
                json.writeNull();
            } else {
                json.writeNumber(amount);
            }
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

    /** Reasons as the list {@code reasons}, each in Chinese and English. */
    public void reasons(List<Reason> reasons) {
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
}
