package org.sangyu.registry.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.ui.Chip;

/**
 * The one dated line of everything about a person.
 *
 * @param name whose
 * @param elder address of the person's page
 * @param chips filters with counts
 * @param entries newest first
 */
public record TimelineView(String name, String elder, List<Chip> chips, List<Entry> entries) {

    /** One dated entry; its address leads to the evidence. */
    public record Entry(
            String date,
            String relative,
            String title,
            String detail,
            @Nullable String href) {}
}
