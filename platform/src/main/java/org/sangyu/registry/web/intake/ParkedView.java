package org.sangyu.registry.web.intake;

import java.util.List;
import org.sangyu.ui.Option;

/**
 * A row that waits, as its page shows it.
 *
 * @param id of the row
 * @param name as read
 * @param who what else is known of the person
 * @param reason why it waits
 * @param said what the roster says, or what to do instead
 * @param row file and line, or empty for a desk that does not see the import
 * @param href of the import, or empty
 * @param since when
 * @param villages to choose from, when the village is not known
 * @param candidates people it might be
 * @param mayOpen true when it may be somebody else
 * @param mayDrop true when it may be left out
 */
public record ParkedView(
        String id,
        String name,
        String who,
        String reason,
        String said,
        String row,
        String href,
        String since,
        List<Option> villages,
        List<Candidate> candidates,
        boolean mayOpen,
        boolean mayDrop) {

    /** Somebody it might be. */
    public record Candidate(String id, String text) {}
}
