package org.sangyu.registry.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One elder's page.
 *
 * @param id for addresses
 * @param name name
 * @param line sex, age, birth in one line
 * @param place full name of where the person belongs
 * @param died sentence, or empty
 * @param apart sentence about living elsewhere than registered, or empty
 * @param reach how to reach: label and value, with what can be revealed
 * @param know what to know
 * @param hurts what can hurt today; empty for most
 * @param groups everything said, kind by kind
 * @param add kinds that can be recorded, as address and word
 * @param mayChange true when this desk records
 * @param entitlements address of what the person can have
 * @param timeline address of the dated line
 */
public record ElderView(
        String id,
        String name,
        String line,
        String place,
        String died,
        String apart,
        List<Item> reach,
        List<Item> know,
        List<String> hurts,
        List<Group> groups,
        List<Link> add,
        boolean mayChange,
        String entitlements,
        String timeline) {

    /**
     * One thing.
     *
     * @param label what it is
     * @param value what it says, protected values masked
     * @param note source and date
     * @param href the fact behind it, or null
     */
    public record Item(
            String label,
            String value,
            String note,
            @Nullable String href) {}

    /** A kind of fact with its facts. */
    public record Group(String label, List<Row> rows) {}

    /**
     * One fact in the list of all.
     *
     * @param topic what it speaks of
     * @param value what it says
     * @param period from when to when
     * @param source who says it
     * @param recorded when it was learned
     * @param state empty when it counts, else why not
     * @param href its evidence
     */
    public record Row(
            String topic, String value, String period, String source, String recorded, String state, String href) {}

    /** Address and word. */
    public record Link(String href, String text) {}
}
