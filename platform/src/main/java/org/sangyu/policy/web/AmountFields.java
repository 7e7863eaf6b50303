package org.sangyu.policy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.own.OwnAmount;
import org.sangyu.rules.Wording;
import org.sangyu.rules.packs.AmountRule;
import org.sangyu.rules.packs.Standard;
import org.sangyu.rules.packs.Unit;
import org.sangyu.ui.Page;

/** Fields for an amount of one shape, filled with what was typed, else with the standard of today. */
final class AmountFields {

    private final Page page;
    private final Unit unit;
    private final Map<String, String> typed;
    private final @Nullable Standard now;

    AmountFields(Page page, Unit unit, Map<String, String> typed, @Nullable Standard now) {
        this.page = page;
        this.unit = unit;
        this.typed = typed;
        this.now = now;
    }

    /** The fields; a table asks for every combination of the words of its attributes. */
    List<OwnView.AmountField> of(OwnAmount.Shape shape, AmountRule.@Nullable Table table) {
        List<OwnView.AmountField> fields = new ArrayList<>();
        ValueWords words = new ValueWords(page);
        switch (shape) {
            case FLAT ->
                fields.add(field(
                        "amount",
                        page.say("policy.compare.each"),
                        now == null ? null : unit.format(((AmountRule.Flat) now.rule()).amount())));
            case SELF_CARE -> {
                AmountRule.BySelfCare care = now == null ? null : (AmountRule.BySelfCare) now.rule();
                fields.add(field("amountFULL", words.selfCare("FULL"), care == null ? null : unit.format(care.full())));
                fields.add(field(
                        "amountPARTIAL", words.selfCare("PARTIAL"), care == null ? null : unit.format(care.partial())));
                fields.add(field("amountNONE", words.selfCare("NONE"), care == null ? null : unit.format(care.none())));
            }
            case BANDS -> bands(fields, now == null ? null : (AmountRule.Bands) now.rule());
            case TABLE -> rows(fields, table, now == null ? null : (AmountRule.Table) now.rule());
        }
        return fields;
    }

    private OwnView.AmountField field(String name, String label, @Nullable String now) {
        return new OwnView.AmountField(name, label, null, typed.getOrDefault(name, now == null ? "" : now));
    }

    private void bands(List<OwnView.AmountField> fields, AmountRule.@Nullable Bands now) {
        for (int i = 0; i < OwnTyped.BANDS; i++) {
            AmountRule.Band band =
                    now != null && i < now.bands().size() ? now.bands().get(i) : null;
            fields.add(new OwnView.AmountField(
                    "amount" + i,
                    page.say("policy.own.band", i + 1),
                    typed.getOrDefault("age" + i, band == null ? "" : String.valueOf(band.fromAge())),
                    typed.getOrDefault("amount" + i, band == null ? "" : unit.format(band.amount()))));
        }
    }

    private void rows(
            List<OwnView.AmountField> fields, AmountRule.@Nullable Table table, AmountRule.@Nullable Table now) {
        if (table == null) {
            return;
        }
        Wording wording = Wording.in(page.words().language().code());
        List<List<String>> keys = OwnTyped.keys(table);
        for (int i = 0; i < keys.size(); i++) {
            List<String> words = new ArrayList<>();
            List<Integer> choices = new ArrayList<>();
            for (int k = 0; k < table.by().size(); k++) {
                words.add(wording.choice(table.by().get(k), keys.get(i).get(k)));
                choices.add(table.by().get(k).indexOf(keys.get(i).get(k)));
            }
            String value = now == null
                    ? null
                    : now.rows().stream()
                            .filter(row -> row.choices().equals(choices))
                            .findFirst()
                            .map(row -> unit.format(row.amount()))
                            .orElse(null);
            fields.add(field("amount" + i, String.join(page.say("policy.and"), words), value));
        }
    }
}
