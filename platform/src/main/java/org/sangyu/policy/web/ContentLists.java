package org.sangyu.policy.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.web.ListView.Cell;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.rules.packs.Condition;
import org.sangyu.rules.packs.Content;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.FreeValue;
import org.sangyu.rules.packs.Goal;
import org.sangyu.rules.packs.Group;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.ServiceItem;
import org.sangyu.rules.packs.When;

/** What the documents do give beside amounts: targets, service lists, catalogues, groups, and all of it over time. */
final class ContentLists {

    private final ListMaker make;

    ContentLists(ListMaker make) {
        this.make = make;
    }

    ListView.Table targets() {
        List<List<Cell>> rows = new ArrayList<>();
        make.regions.forEach(region -> make.packs
                .targets(region.code(), region.draft())
                .forEach(target -> rows.add(List.of(
                        Cell.of(make.layer(target.pack())),
                        Cell.of(target.name().in(make.language())),
                        goals(target.baseline()),
                        goals(target.goals()),
                        Cell.of(target.unit())))));
        return make.table(
                rows,
                "policy.region",
                "policy.list.target",
                "policy.list.baseline",
                "policy.list.goals",
                "policy.unit");
    }

    private Cell goals(@Nullable Parameter<Goal> goals) {
        if (goals == null) {
            return Cell.of(make.page.say("policy.compare.silent"));
        }
        return Cell.cited(
                goals.values().stream().map(this::goal).toList(),
                goals.values().stream().map(make::clause).distinct().toList());
    }

    private String goal(Dated<Goal> goal) {
        String said = make.page.say(
                "policy.line", day(goal.from()), make.content(goal.value().content()));
        return goal.value().attribute() == null
                ? said
                : said + make.page.say("policy.list.attribute." + goal.value().attribute());
    }

    /** The day by which: a year as a year, what was seen by its day. */
    private String day(When when) {
        if (when.seen()) {
            return when.latest().toString();
        }
        return when.written().length() == 4
                ? make.page.say("policy.list.year", when.written())
                : make.values.from(when);
    }

    ListView.Table services() {
        List<List<Cell>> rows = new ArrayList<>();
        make.regions.forEach(region -> {
            for (Parameter<List<ServiceItem>> layer : make.packs.serviceList(region.code(), region.draft())) {
                for (Dated<List<ServiceItem>> version : layer.values().reversed()) {
                    version.value()
                            .forEach(item -> rows.add(List.of(
                                    Cell.of(region.name()),
                                    Cell.of(item.name().in(make.language())),
                                    Cell.of(String.join(make.page.say("policy.and"), item.targets())),
                                    Cell.of(String.join(make.page.say("policy.and"), item.contents())),
                                    make.days(version, layer),
                                    Cell.cited(List.of(make.layer(layer.pack())), List.of(make.clause(version))))));
                }
                Dated<List<ServiceItem>> first = layer.values().getFirst();
                rows.add(List.of(
                        Cell.of(region.name()),
                        Cell.of(make.page.say("policy.compare.silent")),
                        Cell.of(),
                        Cell.of(),
                        Cell.of(make.page.say("policy.list.before", make.values.from(first.from()))),
                        Cell.of(make.layer(layer.pack()))));
            }
        });
        return make.table(
                rows,
                "policy.region",
                "policy.list.service",
                "policy.list.service.for",
                "policy.list.service.what",
                "policy.compare.days",
                "policy.source");
    }

    /** Values whose key has this word in it: a catalogue; all for an empty word. */
    ListView.Table catalogue(String word) {
        Predicate<Parameter<FreeValue>> wanted =
                one -> one.values().getFirst().value().key().contains(word);
        List<List<Cell>> rows = new ArrayList<>();
        for (ComparedRegions.Region region : make.regions) {
            List<Parameter<FreeValue>> found = make.packs.freeValues(region.code(), region.draft()).stream()
                    .filter(wanted)
                    .toList();
            if (found.isEmpty()) {
                rows.add(List.of(
                        Cell.of(region.name()),
                        Cell.of(make.page.say("policy.compare.silent")),
                        Cell.of(),
                        Cell.of(),
                        Cell.of()));
            }
            found.forEach(parameter -> parameter
                    .values()
                    .reversed()
                    .forEach(one -> rows.add(List.of(
                            Cell.of(make.layer(parameter.pack())),
                            Cell.of(one.value().name().in(make.language())),
                            Cell.of(said(one.value())),
                            make.days(one, parameter),
                            Cell.cited(List.of(), List.of(make.clause(one)))))));
        }
        return make.table(
                rows,
                "policy.region",
                "policy.list.item",
                "policy.list.content",
                "policy.compare.days",
                "policy.source");
    }

    /** What it says, with its unit where that is more than a kind of text. */
    private String said(FreeValue value) {
        String said = make.content(value.content());
        return value.content() instanceof Content.Quantity ? said + " " + value.unit() : said;
    }

    ListView.Table groups() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Group group : make.packs.groups()) {
            for (ComparedRegions.Region region : make.regions) {
                List<Parameter<Condition>> layers = make.packs.members(region.code(), group.id(), region.draft());
                if (layers.isEmpty()) {
                    rows.add(List.of(
                            Cell.of(group.name().in(make.language())),
                            Cell.of(region.name()),
                            Cell.of(make.page.say("policy.compare.silent")),
                            Cell.of(),
                            Cell.of()));
                }
                layers.forEach(layer -> layer.values()
                        .reversed()
                        .forEach(one -> rows.add(List.of(
                                Cell.of(group.name().in(make.language())),
                                Cell.of(make.layer(layer.pack())),
                                Cell.of(make.condition(one.value())),
                                make.days(one, layer),
                                Cell.cited(List.of(), List.of(make.clause(one)))))));
            }
        }
        return make.table(
                rows, "policy.list.group", "policy.region", "policy.condition", "policy.compare.days", "policy.source");
    }

    /** One thing that held, with the day that orders it. */
    private record Change(LocalDate day, List<Cell> cells) {}

    /** What changes: the benefit's name and the end of the key of the word for the part. */
    private record Part(String benefit, String what) {}

    /** Everything that any layer says about the benefits, newest first. */
    ListView.Table history(String benefit) {
        List<Change> changes = new ArrayList<>();
        make.regions.forEach(region -> make.packs.benefits().stream()
                .filter(one -> benefit.isEmpty() || one.id().equals(benefit))
                .forEach(one -> changes(
                        one.name().in(make.language()),
                        make.packs.policy(region.code(), one.id(), true).orElseThrow(),
                        changes)));
        List<List<Cell>> rows = changes.stream()
                .sorted(Comparator.comparing(Change::day).reversed())
                .map(Change::cells)
                .distinct()
                .toList();
        return make.table(
                rows,
                "policy.compare.days",
                "policy.benefit",
                "policy.list.changed",
                "policy.standard",
                "policy.layer",
                "policy.list.recorded",
                "policy.source");
    }

    private void changes(String name, BenefitPolicy policy, List<Change> changes) {
        OwnWords words = new OwnWords(make.packs, make.page);
        policy.amount().forEach(layer -> add(changes, new Part(name, "standard"), layer, make.values::lines));
        policy.status()
                .forEach(layer -> add(
                        changes,
                        new Part(name, "standing"),
                        layer,
                        is -> List.of(make.page.say("policy.status." + is))));
        policy.who().forEach(layer -> add(changes, new Part(name, "who"), layer, make::condition));
        policy.conflicts()
                .forEach(layer -> add(
                        changes,
                        new Part(name, "conflicts"),
                        layer,
                        is -> List.of(words.conflict(is.rule(), is.members(), is.confirmed()))));
    }

    private <T> void add(List<Change> changes, Part part, Parameter<T> layer, Function<T, List<String>> lines) {
        for (Dated<T> one : layer.values()) {
            changes.add(new Change(
                    one.from().latest(),
                    List.of(
                            make.days(one, layer),
                            Cell.of(part.benefit()),
                            Cell.of(make.page.say("policy." + part.what())),
                            Cell.of(lines.apply(one.value())),
                            Cell.of(make.layer(layer.pack())),
                            Cell.of(one.recorded() == null ? "" : one.recorded().toString()),
                            Cell.cited(List.of(), List.of(make.clause(one))))));
        }
    }
}
