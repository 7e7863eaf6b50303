package org.sangyu.policy.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sangyu.policy.web.ListView.Cell;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.Content;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.FreeValue;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.Source;
import org.sangyu.ui.Page;

/** What all makers of lists share: words for values, days, sources, and names of what a key stands for. */
final class ListMaker {

    final PackSet packs;
    final List<ComparedRegions.Region> regions;
    final LocalDate today;
    final Page page;
    final ValueWords values;
    final ConditionWords conditions;
    private final CompareViews.Citing citing;

    ListMaker(PackSet packs, List<ComparedRegions.Region> regions, LocalDate today, CompareViews.Citing citing) {
        this.packs = packs;
        this.regions = regions;
        this.today = today;
        this.page = citing.page();
        this.citing = citing;
        this.values = new ValueWords(page);
        this.conditions = new ConditionWords(page, packs);
    }

    String language() {
        return citing.language();
    }

    ListView.Table table(List<List<Cell>> rows, String... headKeys) {
        return new ListView.Table(Arrays.stream(headKeys).map(page::say).toList(), rows);
    }

    PolicyView.Clause clause(Dated<?> dated) {
        return citing.clause(dated);
    }

    PolicyView.Clause clause(Source source) {
        return new PolicyView.Clause(
                BenefitViews.href(source),
                citing.sentences().clause(source, page.words().language()),
                "");
    }

    /** From when until when. */
    Cell days(Dated<?> dated, Parameter<?> of) {
        int next = of.values().indexOf(dated) + 1;
        Dated<?> after = next < of.values().size() ? of.values().get(next) : null;
        return Cell.of(page.say("policy.compare.since", values.from(dated.from())), values.until(dated, after));
    }

    /** A figure with its sign, words, or a list. */
    String content(Content content) {
        return switch (content) {
            case Content.Quantity quantity -> {
                String number = quantity.value().toPlainString();
                yield quantity.upTo() == null
                        ? page.say("policy.list.compare." + quantity.compare(), number)
                        : page.say(
                                "policy.list.compare." + quantity.compare(),
                                number,
                                quantity.upTo().toPlainString());
            }
            case Content.Plain plain -> plain.text();
            case Content.Items items -> String.join(page.say("policy.and"), items.items());
        };
    }

    /** The layer's name, marked when it is a draft or entered here. */
    String layer(org.sangyu.rules.packs.Pack pack) {
        String name = pack.name().in(language());
        if (pack.installation()) {
            return name + page.say("policy.list.own");
        }
        return pack.draft() ? name + page.say("policy.list.draft") : name;
    }

    /** Names of benefits, groups, targets and values by id and key, for the layers of a region. */
    Map<String, String> names(RegionCode region, boolean draft) {
        Map<String, String> names = new HashMap<>();
        packs.freeValues(region, draft).stream()
                .flatMap(parameter -> parameter.values().stream())
                .map(Dated::value)
                .forEach(
                        (FreeValue value) -> names.put(value.key(), value.name().in(language())));
        packs.targets(region, draft)
                .forEach(one -> names.put(one.key(), one.name().in(language())));
        packs.groups().forEach(one -> names.put(one.id(), one.name().in(language())));
        packs.benefits().forEach(one -> names.put(one.id(), one.name().in(language())));
        return names;
    }

    /** Lines of a condition, indented. */
    List<String> condition(org.sangyu.rules.packs.Condition condition) {
        return conditions.lines(condition).stream()
                .map(line -> "　".repeat(line.depth()) + line.text())
                .toList();
    }
}
