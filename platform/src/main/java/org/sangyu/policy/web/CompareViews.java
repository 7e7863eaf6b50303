package org.sangyu.policy.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.BenefitInfo;
import org.sangyu.policy.internal.Sentences;
import org.sangyu.policy.internal.Standings;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.SourceKind;
import org.sangyu.rules.packs.Standard;
import org.sangyu.rules.packs.Status;
import org.sangyu.rules.packs.Timeline;
import org.sangyu.shared.Money;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Page;

/** Lays the same benefit of several regions side by side and marks what differs from one of them. */
final class CompareViews {

    private static final String NOTHING = "—";

    private final PackSet packs;
    private final List<ComparedRegions.Region> regions;
    private final LocalDate day;
    private final Page page;
    private final ValueWords values;
    private final ConditionWords conditions;
    private final Citing citing;

    CompareViews(PackSet packs, List<ComparedRegions.Region> regions, LocalDate day, Citing citing) {
        this.packs = packs;
        this.regions = regions;
        this.day = day;
        this.page = citing.page();
        this.values = new ValueWords(page);
        this.conditions = new ConditionWords(page, packs);
        this.citing = citing;
    }

    /** What one region gives on the day, before it is put into words. */
    private record Given(
            ComparedRegions.Region region,
            BenefitInfo.Standing standing,
            @Nullable Status drafted,
            List<Dated<Standard>> amounts,
            List<String> who,
            List<PolicyView.Clause> clauses,
            @Nullable String missingFrom) {

        List<Standard> standards() {
            return amounts.stream().map(Dated::value).toList();
        }
    }

    CompareView.Overview overview() {
        return new CompareView.Overview(
                regions.stream().map(ComparedRegions.Region::name).toList(),
                packs.benefits().stream()
                        .map(benefit -> new CompareView.Line(
                                page.filtered("benefit", benefit.id()),
                                name(benefit),
                                regions.stream()
                                        .map(region -> square(benefit, given(benefit, region)))
                                        .toList()))
                        .toList());
    }

    private CompareView.Square square(Benefit benefit, Given given) {
        List<String> lines = new ArrayList<>();
        if (given.amounts().size() > 1) {
            lines.add(page.say("policy.today.unsure"));
        }
        given.standards().forEach(standard -> lines.addAll(values.lines(standard)));
        return new CompareView.Square(
                given.region().href("/policies/" + benefit.id()), standing(given), drafted(given), lines);
    }

    CompareView.Benefit benefit(Benefit benefit, ComparedRegions.Region base) {
        List<Given> all = regions.stream().map(region -> given(benefit, region)).toList();
        AmountColumns columns = new AmountColumns(
                page, all.stream().flatMap(one -> one.standards().stream()).toList());
        Given compared = all.stream()
                .filter(one -> one.region().equals(base))
                .findFirst()
                .orElseThrow();
        return new CompareView.Benefit(
                benefit.id(),
                name(benefit),
                page.say("policy.unit." + benefit.unit().name()),
                columns.heads(),
                all.stream().map(one -> row(benefit, one, compared, columns)).toList());
    }

    private CompareView.Row row(Benefit benefit, Given given, Given base, AmountColumns columns) {
        boolean own = given == base;
        List<List<Long>> amounts = columns.amounts(given.standards());
        List<List<Long>> others = columns.amounts(base.standards());
        List<CompareView.Cell> cells = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            String difference = own ? "" : difference(benefit, amounts.get(i), others.get(i));
            cells.add(new CompareView.Cell(amount(benefit, amounts.get(i), given), difference));
        }
        return new CompareView.Row(
                given.region().name(),
                given.region().href("/policies/" + benefit.id()),
                own,
                standing(given),
                drafted(given),
                cells,
                given.who(),
                !own && !given.who().equals(base.who()),
                from(given),
                given.amounts().size() == 1 ? until(benefit, given) : "",
                given.clauses(),
                notes(benefit, given));
    }

    private String amount(Benefit benefit, List<Long> amounts, Given given) {
        if (amounts.isEmpty()) {
            return NOTHING;
        }
        String text = amounts.stream()
                .map(amount -> number(benefit, amount))
                .collect(Collectors.joining(page.say("policy.or")));
        boolean atLeast = given.standards().stream().anyMatch(Standard::atLeast);
        return atLeast ? page.say("policy.at-least", text) : text;
    }

    private static String number(Benefit benefit, long amount) {
        return benefit.unit().isMoney() ? Formats.yuan(new Money(amount)) : Formats.count(amount);
    }

    private String difference(Benefit benefit, List<Long> here, List<Long> there) {
        if (here.equals(there)) {
            return "";
        }
        if (here.size() != 1 || there.size() != 1) {
            return page.say("policy.compare.differs");
        }
        long more = here.getFirst() - there.getFirst();
        return (more > 0 ? "+" : "−") + number(benefit, Math.abs(more));
    }

    private Given given(Benefit benefit, ComparedRegions.Region region) {
        BenefitPolicy policy =
                packs.policy(region.code(), benefit.id(), region.draft()).orElseThrow();
        BenefitInfo.Standing standing = Standings.of(packs, region.code(), day).stream()
                .filter(one -> one.id().equals(benefit.id()))
                .findFirst()
                .orElseThrow()
                .standing();
        List<Dated<Standard>> amounts = inForce(policy.amount());
        List<Dated<Status>> states = inForce(policy.status());
        Status drafted = states.stream()
                .filter(one -> one.kind() == SourceKind.DRAFT)
                .map(Dated::value)
                .findFirst()
                .orElse(null);
        List<PolicyView.Clause> clauses = (amounts.isEmpty() ? states : amounts)
                .stream().map(citing::clause).distinct().toList();
        return new Given(region, standing, drafted, amounts, who(policy), clauses, notYet(policy));
    }

    private <T> List<Dated<T>> inForce(List<Parameter<T>> layers) {
        List<Dated<T>> found = new ArrayList<>();
        for (Timeline.Candidate<T> candidate : Timeline.on(layers, day, null)) {
            if (candidate instanceof Timeline.Candidate.InForce<T>(var dated)) {
                found.add(dated);
            }
        }
        return found;
    }

    /** From when there will be a standard, where there is none yet on the day. */
    private @Nullable String notYet(BenefitPolicy policy) {
        for (Timeline.Candidate<Standard> candidate : Timeline.on(policy.amount(), day, null)) {
            if (candidate instanceof Timeline.Candidate.NotYet<Standard>(var first)) {
                return values.from(first.from());
            }
        }
        return null;
    }

    private List<String> who(BenefitPolicy policy) {
        return inForce(policy.who()).stream()
                .flatMap(one -> conditions.lines(one.value()).stream())
                .map(line -> "　".repeat(line.depth()) + line.text())
                .toList();
    }

    private String from(Given given) {
        String missing = given.missingFrom();
        if (given.amounts().isEmpty() && missing != null) {
            return page.say("policy.compare.not-yet", missing);
        }
        return given.amounts().stream()
                .map(one -> values.from(one.from()))
                .distinct()
                .collect(Collectors.joining(page.say("policy.or")));
    }

    private String until(Benefit benefit, Given given) {
        Dated<Standard> one = given.amounts().getFirst();
        List<Dated<Standard>> layer =
                packs
                        .policy(
                                given.region().code(),
                                benefit.id(),
                                given.region().draft())
                        .orElseThrow()
                        .amount()
                        .stream()
                        .map(Parameter::values)
                        .filter(all -> all.contains(one))
                        .findFirst()
                        .orElse(List.of());
        int next = layer.indexOf(one) + 1;
        return values.until(one, next > 0 && next < layer.size() ? layer.get(next) : null);
    }

    private List<String> notes(Benefit benefit, Given given) {
        List<String> notes = new ArrayList<>();
        if (given.amounts().size() > 1) {
            notes.add(page.say("policy.today.unsure"));
        }
        packs.findings(given.region().code(), given.region().draft()).stream()
                .filter(finding -> finding.about().contains(benefit.id()))
                .map(finding -> finding.found().in(citing.language()))
                .forEach(notes::add);
        return notes;
    }

    private CompareView.Mark standing(Given given) {
        return new CompareView.Mark(
                BenefitViews.tone(given.standing()),
                page.say("policy.standing." + given.standing().name()));
    }

    private CompareView.@Nullable Mark drafted(Given given) {
        return given.drafted() == null
                ? null
                : new CompareView.Mark(
                        "wait",
                        page.say(
                                "policy.compare.draft",
                                page.say("policy.status." + Objects.requireNonNull(given.drafted()))));
    }

    private String name(Benefit benefit) {
        return benefit.name().in(citing.language());
    }

    /** Puts a source into words, with its link and its mark. */
    record Citing(Page page, Sentences sentences) {

        String language() {
            return page.words().language().code();
        }

        PolicyView.Clause clause(Dated<?> dated) {
            return new PolicyView.Clause(
                    BenefitViews.href(dated.source()),
                    sentences.clause(dated.source(), page.words().language()),
                    new ValueWords(page).mark(dated.kind()));
        }
    }
}
