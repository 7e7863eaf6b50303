package org.sangyu.policy.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.packs.AmountRule;
import org.sangyu.rules.packs.Standard;
import org.sangyu.ui.Page;

/**
 * Amounts of several standards under common heads: bands are cut at every age at which any of them changes, so that
 * what stands below one head is for the same people.
 */
final class AmountColumns {

    private final Map<String, Column> columns = new LinkedHashMap<>();

    /** Takes the amount of one column out of a standard; null where the standard has none there. */
    private interface Column {
        @Nullable
        Long of(Standard standard);
    }

    AmountColumns(Page page, List<Standard> standards) {
        ValueWords words = new ValueWords(page);
        List<Integer> ages = new ArrayList<>(new TreeSet<>(standards.stream()
                .map(Standard::rule)
                .filter(AmountRule.Bands.class::isInstance)
                .flatMap(rule -> ((AmountRule.Bands) rule).bands().stream())
                .map(AmountRule.Band::fromAge)
                .toList()));
        for (int i = 0; i < ages.size(); i++) {
            int age = ages.get(i);
            String head = i + 1 < ages.size()
                    ? page.say("policy.band.between", age, ages.get(i + 1) - 1)
                    : page.say("policy.band.from", age);
            columns.put(head, standard -> atAge(standard.rule(), age));
        }
        for (Standard standard : standards) {
            switch (standard.rule()) {
                case AmountRule.Bands bands -> {}
                case AmountRule.Flat flat ->
                    columns.put(
                            page.say("policy.compare.each"),
                            one -> one.rule() instanceof AmountRule.Flat(long a) ? a : null);
                case AmountRule.Table table ->
                    table.rows()
                            .forEach(row -> columns.put(words.who(table, row), one -> inTable(one.rule(), table, row)));
                case AmountRule.BySelfCare care -> addSelfCare(words);
            }
        }
    }

    private void addSelfCare(ValueWords words) {
        columns.put(
                words.selfCare("FULL"), one -> one.rule() instanceof AmountRule.BySelfCare care ? care.full() : null);
        columns.put(
                words.selfCare("PARTIAL"),
                one -> one.rule() instanceof AmountRule.BySelfCare care ? care.partial() : null);
        columns.put(
                words.selfCare("NONE"), one -> one.rule() instanceof AmountRule.BySelfCare care ? care.none() : null);
    }

    private static @Nullable Long atAge(AmountRule rule, int age) {
        Long amount = null;
        if (rule instanceof AmountRule.Bands bands) {
            for (AmountRule.Band band : bands.bands()) {
                amount = band.fromAge() <= age ? Long.valueOf(band.amount()) : amount;
            }
        }
        return amount;
    }

    private static @Nullable Long inTable(AmountRule rule, AmountRule.Table like, AmountRule.Row row) {
        if (!(rule instanceof AmountRule.Table table)
                || table.tag() != like.tag()
                || !table.by().equals(like.by())) {
            return null;
        }
        return table.rows().stream()
                .filter(one -> one.choices().equals(row.choices()))
                .findFirst()
                .map(AmountRule.Row::amount)
                .orElse(null);
    }

    List<String> heads() {
        return List.copyOf(columns.keySet());
    }

    /** For each head the different amounts that may be in force; empty where there is none. */
    List<List<Long>> amounts(List<Standard> inForce) {
        return columns.values().stream()
                .map(column -> inForce.stream()
                        .map(column::of)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .distinct()
                        .sorted()
                        .toList())
                .toList();
    }
}
