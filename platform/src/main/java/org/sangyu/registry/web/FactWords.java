package org.sangyu.registry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Category;
import org.sangyu.registry.CategoryAttribute;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.Period;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;

/** Says facts in words, protected values masked. */
final class FactWords {

    private final Words words;
    private final Map<Place, String> places;

    FactWords(Words words, Map<Place, String> places) {
        this.words = words;
        this.places = places;
    }

    /** Where a fact names a place, the place; for looking names up beforehand. */
    static List<Place> places(FactContent content) {
        return content instanceof FactContent.Residence residence ? List.of(residence.at()) : List.of();
    }

    /** Name of the thing a fact speaks of, for example 户籍地. */
    String topic(FactContent content) {
        return switch (content) {
            case FactContent.Residence residence -> words.say("registry.residence." + residence.residence());
            case FactContent.Contact contact -> words.say("registry.contact." + contact.contact());
            case FactContent.Tag tag -> words.say("registry.kind.TAG");
            case FactContent.Life life -> words.say("registry.kind.LIFE");
            default -> words.say("registry.kind." + content.kind());
        };
    }

    /** What is said, in one line. */
    String value(FactContent content) {
        return switch (content) {
            case FactContent.Identity identity -> identity(identity);
            case FactContent.Residence residence ->
                places.getOrDefault(residence.at(), residence.at().path())
                        + (residence.address() == null ? "" : " · " + words.say("registry.address.kept"));
            case FactContent.Household household ->
                joined(words.say("registry.arrangement." + household.arrangement()), household.remark());
            case FactContent.Contact contact ->
                joined(Formats.maskedPhone(contact.phone()), contact.person(), contact.relation());
            case FactContent.Tag tag -> tag(tag.tag(), tag.attributes());
            case FactContent.Ability ability ->
                words.say("registry.ability.level." + ability.level()) + " · "
                        + wordOr("registry.instrument.", ability.instrument());
            case FactContent.Ltci ltci -> words.say("registry.ltci.grade", ltci.grade());
            case FactContent.Institution institution ->
                institution.name() == null ? words.say("registry.institution.unnamed") : institution.name();
            case FactContent.Account account ->
                joined(account.bank(), Formats.maskedAccount(account.number()), account.holder());
            case FactContent.Life life -> words.say("registry.life." + life.life());
            case FactContent.Receipt receipt -> {
                Money amount = receipt.amount();
                yield joined(
                        wordOr("registry.benefit.", receipt.benefit()),
                        amount == null ? null : Formats.yuan(amount) + " " + words.say("registry.yuan.month"));
            }
        };
    }

    /** A category with what it says more closely, for example 残疾（肢体，二级）. */
    String tag(String code, Map<String, String> attributes) {
        List<String> closer = new ArrayList<>();
        Category.find(code)
                .ifPresent(category -> category.attributes().forEach(attribute -> {
                    String value = attributes.get(attribute.key());
                    if (value != null) {
                        closer.add(attribute(attribute, value));
                    }
                }));
        String name = wordOr("registry.tag.", code);
        return closer.isEmpty()
                ? name
                : words.say("registry.tag.with", name, String.join(words.say("registry.comma"), closer));
    }

    /** One value of an attribute. */
    String attribute(CategoryAttribute attribute, String value) {
        return wordOr("registry.attribute." + attribute + ".", value);
    }

    /** From when to when, the last day included. */
    String period(Period valid) {
        String from = Formats.date(valid.from());
        String last = Formats.lastDay(valid.to());
        if (from.isEmpty() && last.isEmpty()) {
            return words.say("registry.period.always");
        }
        if (last.isEmpty()) {
            return words.say("registry.period.from", from);
        }
        return from.isEmpty() ? words.say("registry.period.to", last) : words.say("registry.period.both", from, last);
    }

    /** Who says it. */
    String source(String code) {
        return wordOr("registry.source.", code);
    }

    private String identity(FactContent.Identity identity) {
        IdNumber number = identity.idNumber();
        return joined(
                identity.name(),
                identity.sex() == null ? null : words.say("registry.sex." + identity.sex()),
                identity.born() == null ? null : words.say("registry.born.on", Formats.date(identity.born())),
                number == null ? null : Formats.maskedIdNumber(number.value()));
    }

    /** A code that an operator added has no word of ours; it is shown as it is. */
    private String wordOr(String prefix, String code) {
        return words.knows(prefix + code) ? words.say(prefix + code) : code;
    }

    private static String joined(@Nullable String... parts) {
        List<String> kept = new ArrayList<>();
        for (String part : parts) {
            if (part != null && !part.isBlank()) {
                kept.add(part);
            }
        }
        return String.join(" · ", kept);
    }
}
