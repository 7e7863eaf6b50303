package org.sangyu.regions.web;

import org.jspecify.annotations.Nullable;

/**
 * A change of a place as it was typed; a part that was not sent is empty.
 *
 * @param kind what happens: RENAME, MERGE, REPARENT or SPLIT
 * @param other into or under which place, by name or code
 * @param chosen path of the one picked where several fit
 * @param name the new name
 * @param code the new code of civil affairs
 * @param names names of the parts, one a line
 * @param ends {@code true} when the place that is split ends
 * @param day from when
 * @param basis the document that orders it
 */
public record PlaceChangeForm(
        String kind,
        String other,
        String chosen,
        String name,
        String code,
        String names,
        String ends,
        String day,
        String basis) {

    private static final int LONGEST = 200;

    /** What is missing is empty; blanks at the ends do not count. */
    public PlaceChangeForm {
        kind = typed(kind).isEmpty() ? "RENAME" : typed(kind);
        other = typed(other);
        chosen = typed(chosen);
        name = typed(name);
        code = typed(code);
        names = names == null ? "" : names.strip();
        ends = typed(ends);
        day = typed(day);
        basis = typed(basis);
    }

    private static String typed(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        return stripped.substring(0, Math.min(LONGEST, stripped.length()));
    }

    /** True when the form was sent and not only opened. */
    public boolean isSent() {
        return !day.isEmpty() || !basis.isEmpty();
    }
}
