package org.sangyu.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;

/** Comparison with other departments (比对): what their lists say about the people of a county. */
public interface Comparisons {

    /** What a list of another department says of everybody on it. */
    enum Kind {
        /** They died on the day given. */
        DEATHS,
        /** They moved away on the day given. */
        MOVES,
        /** They were seen alive, on the day given or on that of the extract. */
        SEEN
    }

    /**
     * The newest list of one kind from one source.
     *
     * @param extracted the day of which the list speaks
     * @param readAt when it was read here
     * @param by name of who handed it in
     * @param rows rows of people in it
     * @param hits how many of them spoke against a person of the county
     */
    record Last(
            UUID id,
            FactSourceCode source,
            Kind kind,
            LocalDate extracted,
            Instant readAt,
            String by,
            long rows,
            long hits) {}

    /**
     * A row that speaks against a person who is registered as alive and here; open until the village answered.
     *
     * @param row number in the file
     * @param place the person's place
     * @param day when they died or moved; null when the list gives none
     */
    record Hit(
            UUID comparison,
            int row,
            ElderId elder,
            Place place,
            Kind kind,
            FactSourceCode source,
            @Nullable LocalDate day) {}

    /** The newest list of every kind and source that was ever read for the county; empty when none ever was. */
    List<Last> last(Place county);

    /** Lists of deaths and moves that still have open hits in the county, the oldest first. */
    List<PeopleCompared> open(Place county);

    /**
     * Open hits of one list in the order of its rows, at most {@code limit} after the row given (0 to begin).
     *
     * <p>Inside a transaction that writes, they stay open until it ends: whoever answers waits.
     */
    List<Hit> hits(UUID comparison, Scope scope, int afterRow, int limit);
}
