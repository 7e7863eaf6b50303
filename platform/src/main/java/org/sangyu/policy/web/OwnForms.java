package org.sangyu.policy.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.own.OwnAmount;
import org.sangyu.policy.internal.own.OwnContent;
import org.sangyu.policy.internal.own.OwnKind;
import org.sangyu.policy.internal.own.OwnWho;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.Wording;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.packs.AmountRule;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.rules.packs.Conflict;
import org.sangyu.rules.packs.ConflictRule;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.Setting;
import org.sangyu.rules.packs.Standard;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;

/** The form for a value of one's own, filled with what holds today; and what was typed, read. */
final class OwnForms {

    private static final String SHAPE = "shape";

    /** Tags that a mark asks for in a better way. */
    private static final Set<Tag> IN_A_MARK = Set.of(Tag.ECONOMIC_DIFFICULTY, Tag.DISABLED, Tag.HANDICAP);

    private final PackSet packs;
    private final RegionCode region;
    private final Page page;
    private final Subject subject;

    OwnForms(PackSet packs, RegionCode region, Page page, Subject subject) {
        this.packs = packs;
        this.region = region;
        this.page = page;
        this.subject = subject;
    }

    /** What is entered: an amount of a benefit, a rule for those that meet, a setting. */
    record Subject(OwnKind kind, String id) {}

    /** True when there is such a thing to enter. */
    boolean exists() {
        return switch (subject.kind()) {
            case AMOUNT -> benefit().isPresent();
            case CONFLICT -> conflict().isPresent();
            case SETTING -> setting().isPresent();
        };
    }

    private Optional<Benefit> benefit() {
        return packs.benefits().stream()
                .filter(one -> one.id().equals(subject.id()))
                .findFirst();
    }

    private Optional<Conflict> conflict() {
        return packs.conflicts(region, false).stream()
                .flatMap(parameter -> parameter.values().stream())
                .map(Dated::value)
                .filter(one -> one.id().equals(subject.id()))
                .reduce((first, second) -> second);
    }

    /** Those of enrolment have a page of their own. */
    private Optional<Setting> setting() {
        return packs.settings(region).stream()
                .filter(one -> one.key().equals(subject.id()) && !one.key().startsWith("enrolment_"))
                .findFirst();
    }

    private BenefitPolicy policy() {
        return packs.policy(region, subject.id(), false).orElseThrow();
    }

    /** Standards of the benefit: the nearest first, then those of other regions. */
    private List<Standard> standards() {
        Stream<Parameter<Standard>> here = policy().amount().stream();
        Stream<Parameter<Standard>> elsewhere = packs.packs().stream()
                .filter(pack -> !pack.region().isEmpty())
                .flatMap(pack ->
                        packs.policy(RegionCode.of(pack.region()), subject.id(), true).orElseThrow().amount().stream());
        return Stream.concat(here, elsewhere)
                .flatMap(parameter -> parameter.values().reversed().stream())
                .map(Dated::value)
                .toList();
    }

    private AmountRule.@Nullable Table table() {
        return standards().stream()
                .map(Standard::rule)
                .filter(AmountRule.Table.class::isInstance)
                .map(AmountRule.Table.class::cast)
                .findFirst()
                .orElse(null);
    }

    private Set<OwnAmount.Shape> shapes() {
        Set<OwnAmount.Shape> shapes = new LinkedHashSet<>();
        standards().forEach(standard -> shapes.add(OwnAmount.shape(standard.rule())));
        shapes.add(OwnAmount.Shape.FLAT);
        shapes.add(OwnAmount.Shape.BANDS);
        return shapes;
    }

    private OwnAmount.Shape shape(@Nullable String asked) {
        return shapes().stream()
                .filter(shape -> shape.name().equals(asked))
                .findFirst()
                .orElseGet(() -> shapes().iterator().next());
    }

    /** The form as it opens. */
    OwnView.Form blank(String place, @Nullable String shape) {
        Map<String, String> typed = new HashMap<>();
        if (shape != null) {
            typed.put(SHAPE, shape);
        }
        return form(place, typed, List.of(), FormErrors.NONE);
    }

    /** The form as it was sent, with what is wrong. */
    OwnView.Form again(String place, OwnTyped typed, FormErrors errors) {
        Map<String, String> fields = new HashMap<>();
        Stream.of(SHAPE, "choice", "from", "last", "title", "number", "issuer", "issued", "clause", "words", "whoAge")
                .forEach(field -> fields.put(field, typed.text(field)));
        Stream.of("amount", "amountFULL", "amountPARTIAL", "amountNONE", "atLeast")
                .forEach(field -> fields.put(field, typed.text(field)));
        for (int i = 0; i < 2 * OwnTyped.BANDS; i++) {
            fields.put("amount" + i, typed.text("amount" + i));
            fields.put("age" + i, typed.text("age" + i));
        }
        fields.put("again", "yes");
        List<String> ticked = Stream.of("who", "whoTag", "value")
                .flatMap(name -> typed.texts(name).stream())
                .toList();
        return form(place, fields, ticked, errors);
    }

    private OwnView.Form form(String place, Map<String, String> typed, List<String> ticked, FormErrors errors) {
        boolean amount = subject.kind() == OwnKind.AMOUNT;
        OwnAmount.Shape shape = amount ? shape(typed.get(SHAPE)) : OwnAmount.Shape.FLAT;
        return new OwnView.Form(
                about(),
                page.say("policy.own.kind." + subject.kind()),
                place,
                List.of(
                        new Option("kind", subject.kind().name(), false),
                        new Option("subject", subject.id(), false),
                        new Option(SHAPE, shape.name(), false)),
                amount
                        ? shapes().stream()
                                .map(one -> new Option(
                                        page.with(SHAPE, one.name()),
                                        page.say("policy.own.shape." + one),
                                        one == shape))
                                .toList()
                        : List.of(),
                amount ? amounts(shape, typed) : List.of(),
                amount
                        ? page.say(
                                "policy.own.in-unit",
                                page.say(
                                        "policy.unit." + benefit().orElseThrow().unit()))
                        : "",
                amount ? who(ticked) : List.of(),
                amount ? whoNow() : List.of(),
                choices(typed.getOrDefault("choice", "")),
                boxes(ticked, typed.containsKey("again")),
                typed,
                errors);
    }

    /** What it is about, by name. */
    String about() {
        String language = page.words().language().code();
        return switch (subject.kind()) {
            case AMOUNT -> benefit().map(one -> one.name().in(language)).orElse(subject.id());
            case CONFLICT ->
                conflict()
                        .map(one -> new ConditionWords(page, packs).names(one.members()))
                        .orElse(subject.id());
            case SETTING -> setting().map(one -> one.name().in(language)).orElse(subject.id());
        };
    }

    private List<OwnView.AmountField> amounts(OwnAmount.Shape shape, Map<String, String> typed) {
        Standard now = typed.containsKey("again")
                ? null
                : policy().amount().stream()
                        .flatMap(parameter -> parameter.values().reversed().stream())
                        .map(Dated::value)
                        .filter(one -> OwnAmount.shape(one.rule()) == shape)
                        .findFirst()
                        .orElse(null);
        return new AmountFields(page, benefit().orElseThrow().unit(), typed, now).of(shape, table());
    }

    private List<OwnView.Box> who(List<String> ticked) {
        Wording wording = Wording.in(page.words().language().code());
        Stream<OwnView.Box> marks = Arrays.stream(OwnWho.Mark.values())
                .map(mark -> new OwnView.Box(
                        "who", mark.name(), page.say("policy.own.who." + mark), ticked.contains(mark.name())));
        Stream<OwnView.Box> tags = Arrays.stream(Tag.values())
                .filter(tag -> !IN_A_MARK.contains(tag))
                .map(tag -> new OwnView.Box("whoTag", tag.name(), wording.tag(tag), ticked.contains(tag.name())));
        return Stream.concat(marks, tags).toList();
    }

    private List<String> whoNow() {
        ConditionWords words = new ConditionWords(page, packs);
        return policy().who().stream()
                .limit(1)
                .flatMap(parameter -> words.lines(parameter.values().getLast().value()).stream())
                .map(line -> "　".repeat(line.depth()) + line.text())
                .toList();
    }

    private List<Option> choices(String chosen) {
        return switch (subject.kind()) {
            case AMOUNT -> List.of();
            case CONFLICT -> {
                String now = chosen.isEmpty()
                        ? conflict().map(one -> one.rule().name()).orElse("")
                        : chosen;
                yield Arrays.stream(ConflictRule.values())
                        .map(rule -> new Option(
                                rule.name(),
                                page.say("policy.conflict." + rule, about()),
                                rule.name().equals(now)))
                        .toList();
            }
            case SETTING -> {
                Setting setting = setting().orElseThrow();
                String now = chosen.isEmpty() ? String.join(",", setting.values()) : chosen;
                yield isSeveral(setting)
                        ? List.of()
                        : setting.choices().stream()
                                .map(one -> new Option(one, SettingPages.word(one, page), one.equals(now)))
                                .toList();
            }
        };
    }

    private List<OwnView.Box> boxes(List<String> ticked, boolean again) {
        if (subject.kind() != OwnKind.SETTING || !isSeveral(setting().orElseThrow())) {
            return List.of();
        }
        Setting setting = setting().orElseThrow();
        return setting.choices().stream()
                .map(one -> new OwnView.Box(
                        "value",
                        one,
                        SettingPages.word(one, page),
                        again ? ticked.contains(one) : setting.values().contains(one)))
                .toList();
    }

    private static boolean isSeveral(Setting setting) {
        return setting.choices().size() > 1
                && (setting.values().size() > 1
                        || setting.key().endsWith("_tags")
                        || setting.key().endsWith("_grades"));
    }

    /** What was typed; null when something is wrong, which then stands among the errors. */
    @Nullable
    OwnContent read(OwnTyped typed) {
        return switch (subject.kind()) {
            case AMOUNT -> amount(typed);
            case CONFLICT -> conflict(typed);
            case SETTING -> setting(typed);
        };
    }

    private @Nullable OwnContent amount(OwnTyped typed) {
        OwnAmount amount =
                typed.amount(shape(typed.text(SHAPE)), benefit().orElseThrow().unit(), table());
        OwnWho who = typed.who();
        if (who == null && policy().who().isEmpty()) {
            typed.wrong("whoAge", "policy.own.error.who");
        }
        return amount == null ? null : OwnContent.of(amount, who);
    }

    private @Nullable OwnContent conflict(OwnTyped typed) {
        for (ConflictRule rule : ConflictRule.values()) {
            if (rule.name().equals(typed.text("choice"))) {
                return OwnContent.of(rule, conflict().orElseThrow().members());
            }
        }
        typed.wrong("choice", "policy.own.error.choose");
        return null;
    }

    private @Nullable OwnContent setting(OwnTyped typed) {
        Setting setting = setting().orElseThrow();
        if (setting.choices().isEmpty()) {
            String months = typed.text("choice");
            if (!months.matches("\\d{0,3}")) {
                typed.wrong("choice", "policy.own.error.number");
                return null;
            }
            return OwnContent.setting(months.isEmpty() ? List.of() : List.of(months));
        }
        List<String> chosen = isSeveral(setting)
                ? setting.choices().stream()
                        .filter(typed.texts("value")::contains)
                        .toList()
                : setting.choices().stream()
                        .filter(typed.text("choice")::equals)
                        .toList();
        if (chosen.isEmpty()) {
            typed.wrong(isSeveral(setting) ? "value0" : "choice", "policy.own.error.choose");
            return null;
        }
        if (chosen.stream().map(one -> one.split("=", 2)[0]).distinct().count() < chosen.size()) {
            typed.wrong("value0", "policy.own.error.twice");
            return null;
        }
        return OwnContent.setting(chosen);
    }

    /** What holds on the day without the value, a line each; empty when nothing does. */
    List<String> now(LocalDate day) {
        return switch (subject.kind()) {
            case AMOUNT -> new OwnWords(packs, page).amounts(policy().amount(), day);
            case CONFLICT ->
                conflict()
                        .map(one ->
                                List.of(new OwnWords(packs, page).conflict(one.rule(), one.members(), one.confirmed())))
                        .orElse(List.of());
            case SETTING ->
                setting()
                        .map(one -> new OwnWords(packs, page).setting(one.values()))
                        .orElse(List.of());
        };
    }
}
