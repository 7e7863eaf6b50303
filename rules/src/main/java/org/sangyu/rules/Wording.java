package org.sangyu.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.packs.SourceKind;
import org.sangyu.rules.packs.Unit;

/**
 * Makes Chinese and English sentences of reasons, and names the words of facts.
 *
 * <p>Words live in {@code words_zh.properties} and {@code words_en.properties} beside this class: one pattern for each
 * {@link ReasonCode}, {@code {n}} for argument n, {@code {n*}} for argument n and all after it in brackets.
 */
public final class Wording {
    private static final Wording ZH = new Wording("zh");
    private static final Wording EN = new Wording("en");

    private final String language;
    private final Words words;

    private Wording(String language) {
        this.language = language;
        this.words = Words.of(language);
    }

    /** The wording of a language: {@code zh}, or English for anything else. */
    public static Wording in(String language) {
        return language.equals("zh") ? ZH : EN;
    }

    /** The reason in Chinese: one sentence without a full stop at its end. */
    public static String zh(Reason reason) {
        return ZH.say(reason);
    }

    /** The reason in English: one sentence without a full stop at its end. */
    public static String en(Reason reason) {
        return EN.say(reason);
    }

    /** The reason in this language: one sentence without a full stop at its end. */
    public String say(Reason reason) {
        String said = words.fill(
                reason.code().name(), reason.args().stream().map(this::say).toList());
        boolean aboutAmount = reason.args().stream().anyMatch(a -> a instanceof Arg.Amount || a instanceof Arg.Amounts);
        if (aboutAmount && reason.kind() == SourceKind.PLAN_REPORTS) {
            return said + words.get("PLAN_REPORTS");
        }
        return reason.kind() == SourceKind.DRAFT ? said + words.get("DRAFT") : said;
    }

    /** A tag in this language. */
    public String tag(org.sangyu.rules.facts.Tag tag) {
        return words.get("tag." + tag.name());
    }

    /** What an attribute is about, in this language. */
    public String detail(Attribute attribute) {
        return words.get("detail." + attribute.name());
    }

    /** A value of an attribute in this language. */
    public String choice(Attribute attribute, String value) {
        return words.get(attribute.name() + "." + value);
    }

    /** An amount with its unit in this language: 500000 fen a month is {@code 5,000.00 CNY/month}. */
    public String amount(long value, Unit unit) {
        return words.fill("unit." + unit.name(), List.of(grouped(unit.format(value))));
    }

    /** A comma before every third digit left of the point. */
    private static String grouped(String number) {
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + number.substring(whole.length());
    }

    private String say(Arg arg) {
        return switch (arg) {
            case Arg.Whole whole -> Integer.toString(whole.value());
            case Arg.Amount amount -> amount(amount.value(), amount.unit());
            case Arg.Amounts amounts ->
                amounts.values().stream()
                        .map(v -> v == 0 ? words.get("none") : amount(v, amounts.unit()))
                        .collect(Collectors.joining(words.get("or")));
            case Arg.Day day -> day.value().toString();
            case Arg.Month month -> month.value().toString();
            case Arg.Inexact inexact -> inexact.written().replace("..", "–");
            case Arg.Tag tag -> tag(tag.value());
            case Arg.Tags tags -> tags.values().stream().map(this::tag).collect(Collectors.joining(words.get("and")));
            case Arg.Detail detail -> detail(detail.value());
            case Arg.Choices choices -> choices(choices);
            case Arg.OfSex sex -> words.get("sex." + sex.value().name());
            case Arg.Place place ->
                place.value().equals(RegionCode.ELSEWHERE)
                        ? words.get("elsewhere")
                        : place.value().digits();
            case Arg.OfResidence residence ->
                words.get("residence." + residence.value().name());
            case Arg.Missing missing -> say(missing.value());
            case Arg.Cited cited ->
                cited.value().document() + " " + cited.value().clause();
            case Arg.Named named -> named.name().in(language);
        };
    }

    private String choices(Arg.Choices choices) {
        List<String> said = new ArrayList<>();
        for (int value : choices.values()) {
            said.add(choice(choices.attribute(), choices.attribute().domain().get(value)));
        }
        return String.join(words.get("or"), said);
    }
}
