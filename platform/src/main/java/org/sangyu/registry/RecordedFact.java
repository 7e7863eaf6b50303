package org.sangyu.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it stands in the books.
 *
 * @param id its lasting name; a correction has another
 * @param content what is said
 * @param valid when it holds
 * @param source who says it
 * @param evidence hash of a stored file or a few words, or null
 * @param recorded when and by whom we learned it
 * @param counts false when a source that goes before says otherwise for the same days
 */
public record RecordedFact(
        UUID id,
        FactContent content,
        Period valid,
        String source,
        @Nullable String evidence,
        Recorded recorded,
        boolean counts) {

    /**
     * When and by whom it was learned.
     *
     * @param from since when it stands
     * @param to when it was corrected, or null while it stands
     * @param by account
     * @param batch the bulk run that brought it, or null
     */
    public record Recorded(
            Instant from,
            @Nullable Instant to,
            String by,
            @Nullable UUID batch) {}
}
