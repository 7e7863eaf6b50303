package org.sangyu.shared;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Things that people follow (关注); each module that has news of one kind implements it, the home page shows it. */
public interface Followable {

    /** What can be followed. */
    enum Kind {
        /** An older person. */
        ELDER,
        /** A payment cycle. */
        CYCLE
    }

    /** The newest of each of these, in one question; nothing of what lies outside the scope or is of another kind. */
    List<News> news(Kind kind, Collection<UUID> subjects, Scope scope, Locale language);

    /**
     * What is new about one thing.
     *
     * @param subject which
     * @param name what it is called; empty from a module that only adds to another's thing
     * @param href its page; empty as the name
     * @param at when
     * @param sentence what happened, in the reader's language
     */
    record News(UUID subject, String name, String href, Instant at, String sentence) {}
}
