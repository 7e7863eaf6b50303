package org.sangyu.rules.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Arg;
import org.sangyu.rules.FactUsed;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.Source;
import org.sangyu.rules.packs.SourceKind;

/** The paper that the reasons of one value or condition rest on. */
record Cite(Source source, @Nullable SourceKind kind) {

    static Cite of(Dated<?> dated) {
        return new Cite(dated.source(), dated.kind());
    }

    static Cite setting(String key) {
        return new Cite(Source.setting(key), null);
    }

    Reason reason(ReasonCode code, @Nullable FactUsed fact, Arg... args) {
        return new Reason(code, List.of(args), source, kind, fact);
    }
}
