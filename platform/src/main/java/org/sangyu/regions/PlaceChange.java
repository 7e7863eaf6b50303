package org.sangyu.regions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of administrative division, as one document orders it; its steps are done in order, all or none.
 *
 * @param day from when
 * @param basis the document that orders it, as printed
 * @param steps what changes
 */
public record PlaceChange(LocalDate day, String basis, List<Step> steps) {

    /** Copies the steps. */
    public PlaceChange {
        steps = List.copyOf(steps);
    }

    /** One step; places are named by their lasting ids. */
    public sealed interface Step {}

    /** A place gets another name. */
    public record Rename(long place, String name) implements Step {}

    /** A place with all below it comes under another place of its parent's level. */
    public record Reparent(long place, long newParent) implements Step {}

    /** A place ends; all right below it comes under another of the same level. */
    public record Merge(long place, long into) implements Step {}

    /**
     * A new place, for example a part of one that is split.
     *
     * @param parent right above it
     * @param name its name
     */
    public record Create(long parent, String name) implements Step {}

    /**
     * A place below which nothing is left ends without a successor: a village that was split. Who was kept at it is kept
     * at the place above, until a list assigns them.
     */
    public record Close(long place) implements Step {}

    /**
     * A place gets another code; the former one ends.
     *
     * @param code digits, or null when it has none from then on
     */
    public record Recode(
            long place, CodeSystem system, @Nullable String code) implements Step {}
}
