package org.sangyu.rules.packs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;

/** Reads what one dated value of an amount gives: flat, by bands of age, by a tag's attributes, by self-care. */
final class AmountReader {
    private static final int MAX_AGE = 150;

    private final Unit unit;
    private final Problems problems;

    AmountReader(Unit unit, Problems problems) {
        this.unit = unit;
        this.problems = problems;
    }

    @Nullable
    Standard read(Fields fields) {
        boolean atLeast = fields.truth("at_least", false);
        long shapes = Stream.of("amount", "bands", "table", "by_self_care")
                .filter(fields::has)
                .count();
        if (shapes != 1) {
            fields.add(
                    "AMOUNT_NOT_ONE",
                    fields.at(),
                    "金额应恰好用一种写法",
                    "An amount is given in exactly one way",
                    "写 amount、bands、table 或 by_self_care 之一",
                    "Write one of amount, bands, table, by_self_care");
            return null;
        }
        AmountRule rule = rule(fields);
        return rule == null ? null : new Standard(rule, unit, atLeast);
    }

    private @Nullable AmountRule rule(Fields fields) {
        if (fields.has("amount")) {
            Long amount = fields.amount("amount", unit);
            return amount == null ? null : new AmountRule.Flat(amount);
        }
        if (fields.has("bands")) {
            return bands(fields);
        }
        return fields.has("table") ? table(fields) : bySelfCare(fields);
    }

    private @Nullable AmountRule bands(Fields fields) {
        List<AmountRule.Band> bands = new ArrayList<>();
        int before = problems.count();
        for (Tree item : fields.items("bands")) {
            Fields band = Fields.of(item, problems);
            if (band == null) {
                continue;
            }
            Integer from = band.need("from_age") ? band.number("from_age", 0, MAX_AGE) : null;
            Long amount = band.need("amount") ? band.amount("amount", unit) : null;
            band.done();
            if (from != null && amount != null) {
                if (!bands.isEmpty() && bands.getLast().fromAge() >= from) {
                    band.add(
                            "BANDS_NOT_RISING",
                            band.at(),
                            "年龄段应由小到大",
                            "Bands go from young to old",
                            "重新排列",
                            "Reorder them");
                }
                bands.add(new AmountRule.Band(from, amount));
            }
        }
        return bands.isEmpty() || problems.count() > before ? null : new AmountRule.Bands(bands);
    }

    private @Nullable AmountRule table(Fields fields) {
        int before = problems.count();
        Fields table = fields.fields("table");
        Tag tag = table == null || !table.need("tag") ? null : table.constant("tag", Tag.class);
        if (table == null || tag == null) {
            return null;
        }
        List<Attribute> by = attributes(table, tag);
        List<AmountRule.Row> rows = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (Tree item : table.items("rows")) {
            Fields row = Fields.of(item, problems);
            if (row == null) {
                continue;
            }
            AmountRule.Row read = row(row, by);
            if (read != null && !seen.add(read.choices())) {
                row.add("ROW_TWICE", row.at(), "此行重复", "This row stands twice", "删去其中一行", "Remove one");
            } else if (read != null) {
                rows.add(read);
            }
        }
        table.done();
        return by.isEmpty() || rows.isEmpty() || problems.count() > before ? null : new AmountRule.Table(tag, by, rows);
    }

    private static List<Attribute> attributes(Fields table, Tag tag) {
        List<Attribute> by = new ArrayList<>();
        for (String key : table.texts("by")) {
            Attribute found = tag.attributes().stream()
                    .filter(a -> a.key().equals(key))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                table.add(
                        "UNKNOWN_WORD",
                        table.at("by"),
                        tag + " 没有“" + key + "”",
                        tag + " has no '" + key + "'",
                        "用该标签的属性",
                        "Use an attribute of the tag");
            } else {
                by.add(found);
            }
        }
        return by;
    }

    private AmountRule.@Nullable Row row(Fields row, List<Attribute> by) {
        List<Integer> choices = new ArrayList<>();
        for (Attribute attribute : by) {
            String word = row.needText(attribute.key());
            int index = word == null ? -1 : attribute.indexOf(word);
            if (word != null && index < 0) {
                row.add(
                        "UNKNOWN_WORD",
                        row.at(attribute.key()),
                        "不认识“" + word + "”",
                        "'" + word + "' is not known here",
                        "可用的有 " + attribute.domain(),
                        "Use one of " + attribute.domain());
            }
            choices.add(index);
        }
        Long amount = row.need("amount") ? row.amount("amount", unit) : null;
        row.done();
        return amount == null || choices.contains(-1) ? null : new AmountRule.Row(choices, amount);
    }

    private @Nullable AmountRule bySelfCare(Fields fields) {
        Fields levels = fields.fields("by_self_care");
        if (levels == null) {
            return null;
        }
        Long full = levels.need("FULL") ? levels.amount("FULL", unit) : null;
        Long partial = levels.need("PARTIAL") ? levels.amount("PARTIAL", unit) : null;
        Long none = levels.need("NONE") ? levels.amount("NONE", unit) : null;
        levels.done();
        return full == null || partial == null || none == null ? null : new AmountRule.BySelfCare(full, partial, none);
    }
}
