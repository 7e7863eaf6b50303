package org.sangyu.access.internal;

import java.util.Set;
import org.sangyu.ui.Language;

/**
 * A department that may hold desks.
 *
 * @param code its code in the data
 * @param chinese name
 * @param english name
 * @param sources codes of the sources of facts it may deliver; none for most
 */
public record Department(String code, String chinese, String english, Set<String> sources) {

    /** Copies the sources. */
    public Department {
        sources = Set.copyOf(sources);
    }

    /** The name in a language. */
    public String name(Language language) {
        return language == Language.ZH ? chinese : english;
    }
}
