package org.sangyu.registry.web.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;
import org.sangyu.ui.Pager;

/**
 * What was compared when.
 *
 * @param kinds heads of the table of sources
 * @param sources every source with its newest list of each kind; empty above counties
 * @param handed lists handed in, newest first
 * @param form where this desk hands in lists, or null
 * @param checks how many checks are open
 * @param due the nearest deadline in words, may be empty
 * @param overdue true when it has passed
 * @param unseen how many nobody has seen for long; empty above counties
 * @param counties true when lists of several counties are shown
 */
public record OverviewView(
        List<String> kinds,
        List<Source> sources,
        List<HeadView> handed,
        @Nullable Form form,
        String checks,
        String due,
        boolean overdue,
        String unseen,
        boolean counties,
        Pager pager) {

    /** Copies the lists. */
    public OverviewView {
        kinds = List.copyOf(kinds);
        sources = List.copyOf(sources);
        handed = List.copyOf(handed);
    }

    /** One source; for each kind its newest list or the plain word that there never was one. */
    public record Source(String name, List<Cell> cells) {

        /** Copies the list. */
        public Source {
            cells = List.copyOf(cells);
        }
    }

    /** The newest list of a kind, or null for never. */
    public record Cell(String kind, @Nullable HeadView last) {}

    /** The form as it was filled in. */
    public record Form(List<Option> sources, List<Option> kinds, String extracted, FormErrors errors) {

        /** Copies the lists. */
        public Form {
            sources = List.copyOf(sources);
            kinds = List.copyOf(kinds);
        }
    }
}
