package org.sangyu.registry;

import java.time.LocalDate;
import java.util.UUID;
import org.sangyu.shared.Place;

/**
 * A list of another department was read: one event for the whole list, whom it hit is answered by {@link Comparisons}.
 *
 * @param extracted the day of which the list speaks
 * @param hits how many open hits it made
 * @param by the desk that handed it in
 */
public record PeopleCompared(
        UUID comparison,
        Place county,
        FactSourceCode source,
        Comparisons.Kind kind,
        LocalDate extracted,
        long hits,
        AnsweredBy by) {}
