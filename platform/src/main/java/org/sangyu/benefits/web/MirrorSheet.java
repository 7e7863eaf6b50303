package org.sangyu.benefits.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.Mirrors;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Money;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** The differences as a workbook, to be handed to the office that pays. */
@Component
class MirrorSheet implements Sheet {

    private static final int SLICE = 1_000;

    private final Mirrors mirrors;
    private final Shown shown;

    MirrorSheet(Mirrors mirrors, Shown shown) {
        this.mirrors = mirrors;
        this.shown = shown;
    }

    @Override
    public String wordKey() {
        return "mirrored";
    }

    @Override
    public List<String> heads(Words words) {
        return Stream.of(
                        "name",
                        "id.number",
                        "village",
                        "benefit",
                        "mirror.kind",
                        "mirror.theirs",
                        "mirror.ours",
                        "mirror.said",
                        "because",
                        "mirror.told",
                        "mirror.since")
                .map(key -> words.say("benefits." + key))
                .toList();
    }

    @Override
    public void rows(Map<String, String> query, Words words, Consumer<Row> rows) {
        Desk desk = CurrentDesk.get();
        MirrorPages.Query asked = MirrorPages.Query.of(query);
        mirrors.forEach(desk.scope(), asked.filter(desk), SLICE, slice -> {
            Shown.Names names = shown.names(
                    slice.stream().map(Mirrors.Difference::elder).distinct().toList(),
                    slice.stream().map(Mirrors.Difference::place).distinct().toList(),
                    desk.scope(),
                    words.language());
            slice.forEach(one -> rows.accept(new Row(one.elder(), one.place(), row(one, names, words))));
        });
    }

    private List<Object> row(Mirrors.Difference one, Shown.Names names, Words words) {
        String because = words.language() == Language.ZH
                ? one.because().zh()
                : one.because().en();
        return List.of(
                names.name(one.elder()),
                names.maskedId(one.elder()),
                names.place(one.place()),
                shown.benefit(one.benefit(), words),
                words.say("benefits.mirror.kind." + one.kind()),
                amount(one.theirs()),
                amount(one.ours()),
                MirrorPages.said(one, words),
                because.replace('\n', ' '),
                Formats.date(one.toldOn()),
                Formats.date(one.since()));
    }

    private static Object amount(@Nullable Money money) {
        return money == null ? "" : BigDecimal.valueOf(money.fen(), 2);
    }
}
