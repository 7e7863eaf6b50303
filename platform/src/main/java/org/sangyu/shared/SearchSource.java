package org.sangyu.shared;

import java.util.List;

/** What the one search box finds; each module answers for its own things. */
public interface SearchSource {

    /** Best hits first, at most {@code limit}, only inside the scope. */
    List<SearchHit> search(Scope scope, String text, int limit);

    /**
     * One hit.
     *
     * @param kind key of the word for what it is, for example {@code registry.kind.elder}
     * @param title for example a name
     * @param detail what tells it from others, for example village and age; protected values masked
     * @param href its page
     */
    record SearchHit(String kind, String title, String detail, String href) {}
}
