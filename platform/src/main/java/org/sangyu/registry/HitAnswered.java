package org.sangyu.registry;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

/**
 * Somebody looked after a hit.
 *
 * @param comparison the list; when a person is there after all, one event for each list that said otherwise
 * @param kind what the list says
 * @param right true when the list was right: the fact is recorded already; false when the person lives and is here, and
 *     nothing else is open about them
 * @param day when they died or moved; null when not right
 * @param why what was written down
 */
public record HitAnswered(
        UUID comparison,
        int row,
        ElderId elder,
        Place county,
        Comparisons.Kind kind,
        boolean right,
        @Nullable LocalDate day,
        String why,
        AnsweredBy by) {}
