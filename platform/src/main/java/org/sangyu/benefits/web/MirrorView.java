package org.sangyu.benefits.web;

import java.util.List;
import java.util.Map;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Option;
import org.sangyu.ui.Pager;

/**
 * What other offices pay against what the rule says.
 *
 * @param sum how many the list holds and what both sides come to
 * @param fields the filter again, for the forms beside the list
 */
public record MirrorView(
        List<Whole> wholes,
        List<Chip> kinds,
        List<Chip> benefits,
        List<Option> places,
        List<Option> orders,
        Map<String, String> fields,
        List<Row> rows,
        String sum,
        Pager pager,
        boolean mayCompare) {

    /** Copies the lists. */
    public MirrorView {
        wholes = List.copyOf(wholes);
        kinds = List.copyOf(kinds);
        benefits = List.copyOf(benefits);
        places = List.copyOf(places);
        orders = List.copyOf(orders);
        fields = Map.copyOf(fields);
        rows = List.copyOf(rows);
    }

    /** One benefit of a county; theirs is a dash as long as no list of theirs was taken in. */
    public record Whole(
            String county,
            String benefit,
            String href,
            String theirPeople,
            String theirYuan,
            String ourPeople,
            String ourYuan,
            String same,
            String differ,
            String compared,
            boolean known) {}

    /** One person; said is the sentence 'they pay X, the rule says Y'. */
    public record Row(
            String name,
            String href,
            String who,
            String place,
            String benefit,
            String policy,
            String tone,
            String kind,
            String theirs,
            String ours,
            String difference,
            String said,
            List<String> because,
            String since) {}
}
