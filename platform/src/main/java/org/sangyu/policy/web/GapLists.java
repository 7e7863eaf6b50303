package org.sangyu.policy.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.BenefitInfo;
import org.sangyu.policy.internal.Standings;
import org.sangyu.policy.internal.own.OwnKind;
import org.sangyu.policy.web.ListView.Cell;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.rules.packs.Conflict;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.Finding;
import org.sangyu.rules.packs.Goal;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.Setting;
import org.sangyu.rules.packs.Target;

/** What the documents do not give, where they disagree, and what upper layers overtook. */
final class GapLists {

    private static final String OVERTAKEN = "BELOW_UPPER_LAYER";

    private final ListMaker make;
    private final BiFunction<ComparedRegions.Region, OwnForms.Subject, String> enter;

    /**
     * Prepares.
     *
     * @param enter address of the form to enter a value for a region; empty where this desk may not
     */
    GapLists(ListMaker make, BiFunction<ComparedRegions.Region, OwnForms.Subject, String> enter) {
        this.make = make;
        this.enter = enter;
    }

    ListView.Table missing() {
        List<List<Cell>> rows = new ArrayList<>();
        make.regions.forEach(region -> {
            Standings.of(make.packs, region.code(), make.today).forEach(one -> benefit(rows, region, one));
            make.packs.conflicts(region.code(), region.draft()).stream()
                    .map(one -> one.values().getLast())
                    .filter(one -> !one.value().confirmed())
                    .forEach(one -> conflict(rows, region, one));
            make.packs.settings(region.code()).stream()
                    .filter(GapLists::isOpen)
                    .forEach(one -> setting(rows, region, one));
            make.packs.findings(region.code(), region.draft()).stream()
                    .filter(one -> one.kind() == Finding.Kind.NOT_GIVEN)
                    .forEach(one -> finding(rows, region, one));
        });
        return make.table(
                rows,
                "policy.region",
                "policy.own.about",
                "policy.list.missing.what",
                "policy.list.missing.then",
                "policy.list.missing.do");
    }

    /** Unset, or set for some of the levels that it speaks of only. */
    private static boolean isOpen(Setting setting) {
        long levels = setting.choices().stream()
                .filter(one -> one.contains("="))
                .map(one -> one.split("=", 2)[0])
                .distinct()
                .count();
        return setting.values().isEmpty() || setting.values().size() < levels;
    }

    private void benefit(List<List<Cell>> rows, ComparedRegions.Region region, BenefitInfo info) {
        String key =
                switch (info.standing()) {
                    case WITHOUT_AMOUNT -> "amount";
                    case ANNOUNCED -> "announced";
                    case EXISTS_ELSEWHERE -> "elsewhere";
                    case IN_FORCE -> policy(region, info).who().isEmpty() ? "who" : "";
                    case DRAFT, NONE -> "";
                };
        if (!key.isEmpty()) {
            rows.add(row(
                    region,
                    new Gap(
                            info.name().in(make.page.words().language()),
                            make.page.say("policy.missing." + key),
                            make.page.say("policy.list.then." + key)),
                    new OwnForms.Subject(OwnKind.AMOUNT, info.id())));
        }
    }

    private BenefitPolicy policy(ComparedRegions.Region region, BenefitInfo info) {
        return make.packs.policy(region.code(), info.id(), region.draft()).orElseThrow();
    }

    private void conflict(List<List<Cell>> rows, ComparedRegions.Region region, Dated<Conflict> conflict) {
        rows.add(row(
                region,
                new Gap(
                        make.conditions.names(conflict.value().members()),
                        make.page.say("policy.missing.conflict"),
                        make.page.say("policy.list.then.conflict")),
                new OwnForms.Subject(OwnKind.CONFLICT, conflict.value().id())));
    }

    private void setting(List<List<Cell>> rows, ComparedRegions.Region region, Setting setting) {
        rows.add(row(
                region,
                new Gap(
                        setting.name().in(make.language()),
                        setting.ground().in(make.language()),
                        make.page.say("policy.list.then.setting")),
                new OwnForms.Subject(OwnKind.SETTING, setting.key())));
    }

    private void finding(List<List<Cell>> rows, ComparedRegions.Region region, Finding finding) {
        rows.add(List.of(
                Cell.of(region.name()),
                Cell.of(about(region, finding)),
                Cell.cited(
                        List.of(finding.found().in(make.language())),
                        finding.says().stream().map(make::clause).toList()),
                Cell.of(finding.handling().in(make.language())),
                Cell.of()));
    }

    /** What is missing: of what, what, and what follows. */
    private record Gap(String about, String what, String then) {}

    private List<Cell> row(ComparedRegions.Region region, Gap gap, OwnForms.Subject subject) {
        String key = subject.kind() == OwnKind.AMOUNT ? "policy.own.enter" : "policy.own.confirm";
        return List.of(
                Cell.of(region.name()),
                Cell.of(gap.about()),
                Cell.of(gap.what()),
                Cell.of(gap.then()),
                Cell.link(make.page.say(key), enter.apply(region, subject)));
    }

    private List<String> about(ComparedRegions.Region region, Finding finding) {
        Map<String, String> names = make.names(region.code(), region.draft());
        return finding.about().stream().map(key -> names.getOrDefault(key, key)).toList();
    }

    ListView.Table contradictions() {
        List<List<Cell>> rows = new ArrayList<>();
        make.regions.forEach(region -> {
            make.packs.targets(region.code(), region.draft()).forEach(target -> {
                twoFigures(rows, region, target, target.baseline());
                twoFigures(rows, region, target, target.goals());
            });
            make.packs.findings(region.code(), region.draft()).stream()
                    .filter(one -> one.kind() != Finding.Kind.NOT_GIVEN)
                    .forEach(one -> rows.add(List.of(
                            Cell.of(region.name()),
                            Cell.of(new CompareView.Mark(
                                    one.kind() == Finding.Kind.CONTRADICTION ? "bad" : "warn",
                                    make.page.say("policy.list.finding." + one.kind()))),
                            Cell.of(one.found().in(make.language())),
                            Cell.cited(
                                    List.of(),
                                    one.says().stream().map(make::clause).toList()),
                            Cell.of(one.handling().in(make.language())),
                            Cell.of(about(region, one)))));
        });
        return make.table(
                rows,
                "policy.region",
                "policy.list.finding.kind",
                "policy.list.finding.found",
                "policy.list.finding.says",
                "policy.list.finding.handling",
                "policy.list.finding.about");
    }

    private void twoFigures(
            List<List<Cell>> rows, ComparedRegions.Region region, Target target, @Nullable Parameter<Goal> parameter) {
        List<Dated<Goal>> both = parameter == null
                ? List.of()
                : parameter.values().stream()
                        .filter(one -> one.contradicts() != null)
                        .sorted(Comparator.comparing((Dated<Goal> one) -> !one.shownFirst()))
                        .toList();
        if (both.isEmpty()) {
            return;
        }
        rows.add(List.of(
                Cell.of(region.name()),
                Cell.of(new CompareView.Mark("bad", make.page.say("policy.list.finding.CONTRADICTION"))),
                Cell.of(both.stream()
                        .map(one -> make.page.say(
                                one.shownFirst() ? "policy.list.first" : "policy.list.second",
                                make.content(one.value().content()) + " " + target.unit()))
                        .toList()),
                Cell.cited(List.of(), both.stream().map(make::clause).toList()),
                Cell.of(make.page.say("policy.list.finding.both")),
                Cell.of(target.name().in(make.language()))));
    }

    /** Of all regions: a lower pack that falls below an upper one, for which the upper value counts until it is mended. */
    ListView.Table overtaken() {
        List<List<Cell>> rows = new ArrayList<>();
        make.packs.problems().stream()
                .filter(one -> one.code().equals(OVERTAKEN))
                .forEach(one -> rows.add(List.of(
                        Cell.of(one.at().file()),
                        Cell.of(one.what().in(make.language())),
                        Cell.of(one.todo().in(make.language())))));
        return make.table(rows, "policy.list.where", "policy.list.missing.what", "policy.list.missing.do");
    }
}
