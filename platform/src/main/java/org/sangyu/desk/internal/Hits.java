package org.sangyu.desk.internal;

import java.util.List;
import org.sangyu.shared.Scope;
import org.sangyu.shared.SearchSource;
import org.sangyu.shared.SearchSource.SearchHit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks every module what it finds, in one read-only transaction. */
@Component
public class Hits {

    private final ObjectProvider<SearchSource> sources;

    Hits(ObjectProvider<SearchSource> sources) {
        this.sources = sources;
    }

    /** At most {@code limit} hits of each module, each module's best first. */
    @Transactional(readOnly = true)
    public List<SearchHit> of(Scope scope, String text, int limit) {
        return sources.orderedStream()
                .flatMap(source -> source.search(scope, text, limit).stream())
                .toList();
    }
}
