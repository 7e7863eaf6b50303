package org.sangyu.policy.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sangyu.policy.BenefitInfo;
import org.sangyu.policy.internal.Sentences;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.rules.packs.Condition;
import org.sangyu.rules.packs.Conflict;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.Source;
import org.sangyu.rules.packs.SourceKind;
import org.sangyu.rules.packs.Standard;
import org.sangyu.rules.packs.Timeline;
import org.sangyu.ui.Page;

/** Makes the views of one region's benefits. */
final class BenefitViews {

    private final PackSet packs;
    private final RegionCode region;
    private final Sentences sentences;
    private final Page page;
    private final ValueWords values;
    private final ConditionWords conditions;

    BenefitViews(PackSet packs, RegionCode region, Sentences sentences, Page page) {
        this.packs = packs;
        this.region = region;
        this.sentences = sentences;
        this.page = page;
        this.values = new ValueWords(page);
        this.conditions = new ConditionWords(page, packs);
    }

    PolicyView.Row row(BenefitInfo benefit, String query, LocalDate day) {
        return new PolicyView.Row(
                "/policies/" + benefit.id() + query,
                benefit.name().in(page.words().language()),
                kind(benefit),
                tone(benefit.standing()),
                page.say("policy.standing." + benefit.standing().name()),
                today(policy(benefit.id()), day));
    }

    PolicyView.Benefit benefit(BenefitInfo benefit, String regionName) {
        BenefitPolicy policy = policy(benefit.id());
        return new PolicyView.Benefit(
                benefit.id(),
                benefit.name().in(page.words().language()),
                regionName,
                kind(benefit),
                tone(benefit.standing()),
                page.say("policy.standing." + benefit.standing().name()),
                policy.amount().stream().flatMap(this::amounts).toList(),
                policy.who().stream().flatMap(this::who).toList(),
                policy.conflicts().stream().flatMap(this::conflicts).toList(),
                missing(benefit, policy));
    }

    private BenefitPolicy policy(String benefit) {
        return packs.policy(region, benefit, false).orElseThrow();
    }

    /** What it gives on the day; several lines where only one of several can be in force and no document says which. */
    private List<String> today(BenefitPolicy policy, LocalDate day) {
        List<Standard> inForce = new ArrayList<>();
        for (Timeline.Candidate<Standard> candidate : Timeline.on(policy.amount(), day, null)) {
            if (candidate instanceof Timeline.Candidate.InForce<Standard>(var dated)) {
                inForce.add(dated.value());
            }
        }
        if (inForce.size() > 1) {
            return Stream.concat(
                            Stream.of(page.say("policy.today.unsure")),
                            inForce.stream().flatMap(one -> values.lines(one).stream()))
                    .toList();
        }
        return inForce.stream().flatMap(one -> values.lines(one).stream()).toList();
    }

    private Stream<PolicyView.Value> amounts(Parameter<Standard> layer) {
        List<Dated<Standard>> dated = layer.values();
        List<PolicyView.Value> rows = new ArrayList<>();
        for (int i = 0; i < dated.size(); i++) {
            Dated<Standard> one = dated.get(i);
            Dated<Standard> next = i + 1 < dated.size() ? dated.get(i + 1) : null;
            rows.addFirst(new PolicyView.Value(
                    values.from(one.from()),
                    values.until(one, next),
                    values.lines(one.value()),
                    layer.pack().name().in(page.words().language().code()),
                    clause(one.source(), one.kind())));
        }
        return rows.stream();
    }

    private Stream<PolicyView.Who> who(Parameter<Condition> layer) {
        List<Dated<Condition>> dated = layer.values();
        List<PolicyView.Who> rows = new ArrayList<>();
        for (int i = 0; i < dated.size(); i++) {
            Dated<Condition> one = dated.get(i);
            rows.addFirst(new PolicyView.Who(
                    values.from(one.from()),
                    values.until(one, i + 1 < dated.size() ? dated.get(i + 1) : null),
                    layer.pack().name().in(page.words().language().code()),
                    conditions.lines(one.value()).stream()
                            .map(line -> "　".repeat(line.depth()) + line.text())
                            .toList(),
                    clause(one.source(), one.kind())));
        }
        return rows.stream();
    }

    private Stream<PolicyView.Conflict> conflicts(Parameter<Conflict> rule) {
        return rule.values().stream()
                .map(one -> new PolicyView.Conflict(
                        one.value().id(),
                        page.say(
                                "policy.conflict." + one.value().rule().name(),
                                one.value().members().stream()
                                        .map(this::name)
                                        .collect(Collectors.joining(page.say("policy.and")))),
                        one.value().confirmed(),
                        clause(one.source(), one.kind())));
    }

    private String name(String benefit) {
        String language = page.words().language().code();
        return packs.benefits().stream()
                .filter(known -> known.id().equals(benefit))
                .map(known -> known.name().in(language))
                .findFirst()
                .orElseGet(() -> packs.received().containsKey(benefit)
                        ? packs.received().get(benefit).name().in(language)
                        : benefit);
    }

    private List<String> missing(BenefitInfo benefit, BenefitPolicy policy) {
        List<String> missing = new ArrayList<>();
        boolean has = benefit.standing() == BenefitInfo.Standing.IN_FORCE
                || benefit.standing() == BenefitInfo.Standing.WITHOUT_AMOUNT;
        if (benefit.standing() == BenefitInfo.Standing.WITHOUT_AMOUNT) {
            missing.add(page.say("policy.missing.amount"));
        }
        if (benefit.standing() == BenefitInfo.Standing.ANNOUNCED) {
            missing.add(page.say("policy.missing.announced"));
        }
        if (benefit.standing() == BenefitInfo.Standing.EXISTS_ELSEWHERE) {
            missing.add(page.say("policy.missing.elsewhere"));
        }
        if (has && policy.who().isEmpty()) {
            missing.add(page.say("policy.missing.who"));
        }
        policy.amount().stream()
                .flatMap(layer -> layer.values().stream())
                .filter(value ->
                        !value.from().isExact() && !value.from().written().matches("\\d{4}-\\d{2}"))
                .map(value -> page.say("policy.missing.day", values.from(value.from())))
                .distinct()
                .forEach(missing::add);
        if (policy.amount().stream()
                .flatMap(layer -> layer.values().stream())
                .anyMatch(value -> value.kind() == SourceKind.PLAN_REPORTS)) {
            missing.add(page.say("policy.missing.paper"));
        }
        if (policy.conflicts().stream()
                .flatMap(rule -> rule.values().stream())
                .anyMatch(rule -> !rule.value().confirmed())) {
            missing.add(page.say("policy.missing.conflict"));
        }
        if (hasDraft(benefit.id(), policy)) {
            missing.add(page.say("policy.missing.draft"));
        }
        return missing;
    }

    /** A draft of the region says something about it that takes no part in any decision. */
    private boolean hasDraft(String benefit, BenefitPolicy policy) {
        BenefitPolicy drafted = packs.policy(region, benefit, true).orElseThrow();
        return drafted.status().size() > policy.status().size()
                || drafted.who().size() > policy.who().size()
                || drafted.amount().size() > policy.amount().size();
    }

    private PolicyView.Clause clause(Source source, SourceKind kind) {
        return new PolicyView.Clause(
                href(source), sentences.clause(source, page.words().language()), values.mark(kind));
    }

    static String href(Source source) {
        if (source.document().equals(Source.INSTALLATION_SETTING)) {
            return "/policies/settings";
        }
        if (source.document().matches("own-[0-9a-f]{32}")) {
            return "/policies/own/"
                    + source.document().replaceFirst("own-(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        }
        return "/policies/documents/" + source.document() + "/clause?at="
                + URLEncoder.encode(source.clause(), StandardCharsets.UTF_8);
    }

    private String kind(BenefitInfo benefit) {
        return page.say("policy.benefit-kind." + benefit.kind().name())
                + page.say("policy.dot")
                + page.say("policy.period." + benefit.period().name());
    }

    static String tone(BenefitInfo.Standing standing) {
        return TONES.getOrDefault(standing, "off");
    }

    private static final Map<BenefitInfo.Standing, String> TONES = Map.of(
            BenefitInfo.Standing.IN_FORCE, "ok",
            BenefitInfo.Standing.WITHOUT_AMOUNT, "warn",
            BenefitInfo.Standing.ANNOUNCED, "wait",
            BenefitInfo.Standing.DRAFT, "wait");
}
