package org.sangyu.shared;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A module's part of the one dated line on an elder's page: facts, decisions, money, later visits, orders, beds. */
public interface Timeline {

    /** Newest first, at most {@code limit}. */
    List<Entry> of(ElderId elder, Scope scope, Locale language, int limit);

    /**
     * One dated line.
     *
     * @param on the day it counts from
     * @param kind key of the filter it belongs to, for example {@code registry.timeline.fact}
     * @param title one short sentence in the reader's language
     * @param detail source, clause, amount; may be empty
     * @param href its evidence, or null
     */
    record Entry(
            LocalDate on,
            String kind,
            String title,
            String detail,
            @Nullable String href) {}
}
