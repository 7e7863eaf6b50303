package org.sangyu.benefits.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.sangyu.benefits.internal.unclaimed.UnclaimedFilter;
import org.sangyu.benefits.internal.unclaimed.UnclaimedList;
import org.sangyu.benefits.internal.unclaimed.UnclaimedResults;
import org.sangyu.benefits.web.UnclaimedPeoplePages.Answered;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** The people of a comparison as a workbook, filtered and sorted as on screen. */
@Component
class UnclaimedSheet implements Sheet {

    private static final List<String> HEADS = List.of(
            "benefits.name",
            "unclaimed.who",
            "benefits.village",
            "benefits.benefit",
            "unclaimed.amount",
            "unclaimed.since",
            "unclaimed.because",
            "unclaimed.state",
            "unclaimed.by");

    private final UnclaimedList list;
    private final UnclaimedResults results;
    private final UnclaimedViews views;

    UnclaimedSheet(UnclaimedList list, UnclaimedResults results, UnclaimedViews views) {
        this.list = list;
        this.results = results;
        this.views = views;
    }

    @Override
    public String wordKey() {
        return "unclaimed";
    }

    @Override
    public List<String> heads(Words words) {
        return HEADS.stream().map(words::say).toList();
    }

    @Override
    public void rows(Map<String, String> arguments, Words words, Consumer<Row> rows) {
        Desk desk = CurrentDesk.get();
        UnclaimedQuery query = UnclaimedQuery.of(arguments);
        List<UUID> runs = UnclaimedPages.runs(results, desk.scope(), query);
        UnclaimedFilter filter = query.filter(runs, desk);
        list.forEach(desk.scope(), filter, query.order(), slice -> {
            List<UnclaimedView.Person> shown = views.rows(slice, desk, words, new Answered(null, null, null));
            for (int i = 0; i < shown.size(); i++) {
                rows.accept(new Row(slice.get(i).elder(), slice.get(i).place(), cells(shown.get(i))));
            }
        });
    }

    private static List<Object> cells(UnclaimedView.Person row) {
        return List.of(
                row.name(),
                row.who(),
                row.place(),
                row.benefit(),
                row.amount().isEmpty() ? "" : new BigDecimal(row.amount().replace(",", "")),
                row.since(),
                String.join("；", row.because()),
                row.state(),
                row.by());
    }
}
