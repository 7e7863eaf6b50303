package org.sangyu.policy.internal.own;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.packs.AmountRule;
import org.sangyu.rules.packs.Standard;
import org.sangyu.rules.packs.Unit;

/**
 * An amount as an operator enters it, of the same shapes as in a pack.
 *
 * @param atLeast whether the paper gives only the least amount
 * @param tag of a table, else null
 * @param by keys of the attributes of a table, else empty
 * @param rows what the shape asks for: one; an age each; a degree of self-care each; words of the attributes each
 */
public record OwnAmount(
        Shape shape, boolean atLeast, @Nullable String tag, List<String> by, List<Row> rows) {

    /** How the amount is found. */
    public enum Shape {
        FLAT,
        BANDS,
        SELF_CARE,
        TABLE
    }

    /** One amount, a decimal string of yuan (or of pieces), for whom its keys name. */
    public record Row(List<String> keys, String amount) {

        /** Copies the keys. */
        public Row {
            keys = List.copyOf(keys);
        }
    }

    /** Copies the lists. */
    public OwnAmount {
        by = List.copyOf(by);
        rows = List.copyOf(rows);
    }

    /** The shape of a rule of a pack. */
    public static Shape shape(AmountRule rule) {
        return switch (rule) {
            case AmountRule.Flat flat -> Shape.FLAT;
            case AmountRule.Bands bands -> Shape.BANDS;
            case AmountRule.BySelfCare care -> Shape.SELF_CARE;
            case AmountRule.Table table -> Shape.TABLE;
        };
    }

    /** A standard of a pack as somebody would type it. */
    public static OwnAmount of(Standard standard) {
        Unit unit = standard.unit();
        boolean atLeast = standard.atLeast();
        return switch (standard.rule()) {
            case AmountRule.Flat flat -> plain(Shape.FLAT, atLeast, List.of(row("", flat.amount(), unit)));
            case AmountRule.Bands bands ->
                plain(
                        Shape.BANDS,
                        atLeast,
                        bands.bands().stream()
                                .map(band -> row(String.valueOf(band.fromAge()), band.amount(), unit))
                                .toList());
            case AmountRule.BySelfCare care ->
                plain(
                        Shape.SELF_CARE,
                        atLeast,
                        List.of(
                                row("FULL", care.full(), unit),
                                row("PARTIAL", care.partial(), unit),
                                row("NONE", care.none(), unit)));
            case AmountRule.Table table ->
                new OwnAmount(
                        Shape.TABLE,
                        atLeast,
                        table.tag().name(),
                        table.by().stream().map(Attribute::key).toList(),
                        table.rows().stream().map(row -> row(table, row, unit)).toList());
        };
    }

    private static OwnAmount plain(Shape shape, boolean atLeast, List<Row> rows) {
        return new OwnAmount(shape, atLeast, null, List.of(), rows);
    }

    private static Row row(String key, long amount, Unit unit) {
        return new Row(key.isEmpty() ? List.of() : List.of(key), unit.format(amount));
    }

    private static Row row(AmountRule.Table table, AmountRule.Row row, Unit unit) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < table.by().size(); i++) {
            keys.add(table.by().get(i).domain().get(row.choices().get(i)));
        }
        return new Row(keys, unit.format(row.amount()));
    }

    /** As the rules see it. */
    public Standard standard(Unit unit) {
        AmountRule rule =
                switch (shape) {
                    case FLAT -> new AmountRule.Flat(amount(rows.getFirst(), unit));
                    case BANDS ->
                        new AmountRule.Bands(rows.stream()
                                .map(row -> new AmountRule.Band(
                                        Integer.parseInt(row.keys().getFirst()), amount(row, unit)))
                                .toList());
                    case SELF_CARE ->
                        new AmountRule.BySelfCare(
                                amount(rows.get(0), unit), amount(rows.get(1), unit), amount(rows.get(2), unit));
                    case TABLE -> table(unit);
                };
        return new Standard(rule, unit, atLeast);
    }

    private AmountRule table(Unit unit) {
        Tag of = Tag.valueOf(tag == null ? "" : tag);
        List<Attribute> attributes = by.stream()
                .map(key -> of.attributes().stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow())
                .toList();
        List<AmountRule.Row> found = new ArrayList<>();
        for (Row row : rows) {
            List<Integer> choices = new ArrayList<>();
            for (int i = 0; i < attributes.size(); i++) {
                choices.add(attributes.get(i).indexOf(row.keys().get(i)));
            }
            found.add(new AmountRule.Row(choices, amount(row, unit)));
        }
        return new AmountRule.Table(of, attributes, found);
    }

    private static long amount(Row row, Unit unit) {
        BigDecimal value = new BigDecimal(row.amount());
        return unit.isMoney() ? value.movePointRight(2).longValueExact() : value.longValueExact();
    }

    /** The line of a pack that says it. */
    String yaml() {
        return switch (shape) {
            case FLAT -> "amount: " + Yaml.text(rows.getFirst().amount());
            case BANDS ->
                rows.stream()
                        .map(row ->
                                "{from_age: " + row.keys().getFirst() + ", amount: " + Yaml.text(row.amount()) + "}")
                        .collect(Collectors.joining(", ", "bands: [", "]"));
            case SELF_CARE ->
                rows.stream()
                        .map(row -> row.keys().getFirst() + ": " + Yaml.text(row.amount()))
                        .collect(Collectors.joining(", ", "by_self_care: {", "}"));
            case TABLE ->
                rows.stream()
                        .map(this::tableRow)
                        .collect(Collectors.joining(
                                ", ", "table: {tag: " + tag + ", by: [" + String.join(", ", by) + "], rows: [", "]}"));
        };
    }

    private String tableRow(Row row) {
        StringBuilder line = new StringBuilder("{");
        for (int i = 0; i < by.size(); i++) {
            line.append(by.get(i))
                    .append(": ")
                    .append(Yaml.text(row.keys().get(i)))
                    .append(", ");
        }
        return line.append("amount: ")
                .append(Yaml.text(row.amount()))
                .append('}')
                .toString();
    }
}
