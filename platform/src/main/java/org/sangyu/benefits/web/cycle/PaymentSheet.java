package org.sangyu.benefits.web.cycle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sangyu.benefits.internal.cycle.Totals;
import org.sangyu.benefits.web.Sheet;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** The payments behind a total as a workbook. */
@Component
class PaymentSheet implements Sheet {

    private final Totals totals;
    private final BenefitNames names;

    PaymentSheet(Totals totals, BenefitNames names) {
        this.totals = totals;
        this.names = names;
    }

    @Override
    public String wordKey() {
        return "payments";
    }

    @Override
    public List<String> heads(Words words) {
        return Stream.of(
                        "person",
                        "village",
                        "benefit",
                        "period",
                        "return.day",
                        "yuan",
                        "cycle.number",
                        "return.reference",
                        "why")
                .map(key -> words.say("cycles." + key))
                .toList();
    }

    @Override
    public void rows(Map<String, String> query, Words words, Consumer<Row> rows) {
        Desk desk = CurrentDesk.get();
        Map<String, String> benefits = names.of(TotalPages.place(desk), words.language());
        Totals.Filter filter =
                TotalQuery.of(query, benefits.keySet(), desk.scope()).filter();
        totals.forEachPayment(
                desk.scope(),
                filter,
                one -> rows.accept(new Row(
                        new ElderId(one.elder()),
                        new Place(one.place()),
                        List.of(
                                one.name(),
                                names.townshipAndPlace(one.place()),
                                benefits.getOrDefault(one.benefit(), one.benefit()),
                                one.period().equals("ONCE") ? words.say("cycles.once") : one.period(),
                                Formats.date(one.paidOn()),
                                BigDecimal.valueOf(one.fen(), 2),
                                one.cycleNumber(),
                                one.reference(),
                                words.language() == Language.ZH ? one.textZh() : one.textEn()))));
    }
}
