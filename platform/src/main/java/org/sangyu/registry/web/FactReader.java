package org.sangyu.registry.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Category;
import org.sangyu.registry.CategoryAttribute;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.FactKind;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.Period;
import org.sangyu.shared.Money;
import org.sangyu.shared.PhoneNumbers;
import org.sangyu.shared.Place;
import org.sangyu.ui.Words;

/** Reads a form into a fact; everything wrong is said at once, field by field. */
final class FactReader {

    private static final int NAME_LONGEST = 40;
    private static final int TEXT_LONGEST = 200;

    private final FormValues form;
    private final Words words;
    private final LocalDate today;

    FactReader(FormValues form, Words words, LocalDate today) {
        this.form = form;
        this.words = words;
        this.today = today;
    }

    /** The fact, or empty when something is wrong. */
    Optional<NewFact> read(FactKind kind, List<Place> places) {
        FactContent content = content(kind, places);
        Period valid = period(kind);
        String source = source();
        String evidence = limited("evidence", TEXT_LONGEST)
                .or(() -> limited(FactFields.FILE, TEXT_LONGEST).filter(FactFields::isFile))
                .orElse(null);
        return form.isWrong() || content == null
                ? Optional.empty()
                : Optional.of(new NewFact(content, valid, source, evidence));
    }

    /** Who somebody is, as the form for a new person asks too. */
    FactContent.@Nullable Identity identity() {
        String name = required("name", NAME_LONGEST);
        LocalDate born = day("born").orElse(null);
        IdNumber number = idNumber();
        String sex = form.find("sex").orElse(null);
        if (sex != null && !sex.equals("F") && !sex.equals("M")) {
            form.wrong("sex", words.say("registry.wrong.choice"));
        }
        if (number != null
                && born != null
                && !number.born().equals(born)
                && form.text("bornDiffers").isEmpty()) {
            form.wrong(
                    "born",
                    words.say("registry.wrong.born.differs", number.born().toString()));
        }
        LocalDate birthday = born == null && number != null ? number.born() : born;
        if (birthday != null && birthday.isAfter(today)) {
            form.wrong("born", words.say("registry.wrong.born.ahead"));
        }
        if (form.isWrong()) {
            return null;
        }
        return new FactContent.Identity(name, birthday, sex == null && number != null ? number.sex() : sex, number);
    }

    private @Nullable FactContent content(FactKind kind, List<Place> places) {
        return switch (kind) {
            case IDENTITY -> identity();
            case RESIDENCE -> residence(places);
            case HOUSEHOLD -> {
                FactContent.Arrangement arrangement = choice("arrangement", FactContent.Arrangement.class);
                Optional<String> remark = limited("remark", TEXT_LONGEST);
                yield arrangement == null ? null : new FactContent.Household(arrangement, remark.orElse(null));
            }
            case CONTACT -> contact();
            case TAG -> tag();
            case ABILITY -> {
                Integer level = number("level", 4);
                yield level == null ? null : new FactContent.Ability(level, "GBT_42195_2022");
            }
            case LTCI -> {
                Integer grade = number("grade", 5);
                yield grade == null ? null : new FactContent.Ltci(grade);
            }
            case INSTITUTION ->
                new FactContent.Institution(limited("institution", TEXT_LONGEST).orElse(null));
            case ACCOUNT -> account();
            case LIFE -> {
                FactContent.LifeKind life = choice("life", FactContent.LifeKind.class);
                yield life == null ? null : new FactContent.Life(life);
            }
            case RECEIPT -> new FactContent.Receipt(required("benefit", TEXT_LONGEST), amount());
        };
    }

    private @Nullable FactContent residence(List<Place> places) {
        FactContent.ResidenceKind residence = choice("residence", FactContent.ResidenceKind.class);
        if (form.text("at").isEmpty()) {
            form.wrong("at", words.say("registry.wrong.missing"));
        }
        Optional<String> address = limited("address", TEXT_LONGEST);
        return residence == null || places.size() != 1
                ? null
                : new FactContent.Residence(residence, places.getFirst(), address.orElse(null));
    }

    private @Nullable FactContent contact() {
        FactContent.ContactKind contact = choice("contact", FactContent.ContactKind.class);
        String phone = phone("phone", true);
        Optional<String> person = limited("person", NAME_LONGEST);
        Optional<String> relation = limited("relation", NAME_LONGEST);
        if (contact != null && contact != FactContent.ContactKind.SELF && person.isEmpty()) {
            form.wrong("person", words.say("registry.wrong.person"));
        }
        return contact == null || phone == null
                ? null
                : new FactContent.Contact(contact, person.orElse(null), relation.orElse(null), phone);
    }

    private @Nullable FactContent tag() {
        Optional<Category> category = Category.find(form.text("tag"));
        if (category.isEmpty()) {
            form.wrong("tag", words.say("registry.wrong.choice"));
            return null;
        }
        Map<String, String> attributes = new HashMap<>();
        for (CategoryAttribute attribute : CategoryAttribute.values()) {
            form.find(attribute.key()).ifPresent(value -> {
                if (!category.get().attributes().contains(attribute)) {
                    form.wrong(attribute.key(), words.say("registry.wrong.attribute"));
                } else if (!attribute.domain().contains(value)) {
                    form.wrong(attribute.key(), words.say("registry.wrong.choice"));
                } else {
                    attributes.put(attribute.key(), value);
                }
            });
        }
        return new FactContent.Tag(
                category.get().name(),
                attributes,
                limited("reviewer", NAME_LONGEST).orElse(null));
    }

    private @Nullable FactContent account() {
        String holder = required("holder", NAME_LONGEST);
        String bank = required("bank", TEXT_LONGEST);
        String number = required("number", NAME_LONGEST).replaceAll("\\s", "");
        if (!number.isEmpty() && !number.matches("[0-9]{8,30}")) {
            form.wrong("number", words.say("registry.wrong.account"));
        }
        return new FactContent.Account(holder, bank, number);
    }

    private @Nullable Money amount() {
        Optional<String> text = form.find("amount");
        if (text.isEmpty()) {
            return null;
        }
        try {
            Money amount = text.get().length() > 12 ? new Money(-1) : Money.parse(text.get());
            if (amount.fen() >= 0) {
                return amount;
            }
        } catch (ArithmeticException | NumberFormatException malformed) {
            // said below, as for a negative amount
        }
        form.wrong("amount", words.say("registry.wrong.amount"));
        return null;
    }

    private Period period(FactKind kind) {
        if (kind == FactKind.IDENTITY) {
            return Period.OPEN;
        }
        Optional<LocalDate> from = day("from");
        if (from.isEmpty() && FactFields.EVENTS.contains(kind)) {
            form.wrong("from", words.say("registry.wrong.missing"));
        }
        Optional<LocalDate> last = FactFields.EVENTS.contains(kind) ? Optional.empty() : day("last");
        if (from.isPresent() && last.isPresent() && last.get().isBefore(from.get())) {
            form.wrong("last", words.say("registry.wrong.last"));
            return Period.OPEN;
        }
        return new Period(from.orElse(null), last.map(day -> day.plusDays(1)).orElse(null));
    }

    private String source() {
        String source = form.text("source");
        boolean known = java.util.Arrays.stream(FactSourceCode.values())
                .anyMatch(code -> code.name().equals(source));
        if (!known) {
            form.wrong("source", words.say("registry.wrong.choice"));
        }
        return source;
    }

    private @Nullable IdNumber idNumber() {
        Optional<String> typed = form.find("idNumber");
        if (typed.isEmpty()) {
            return null;
        }
        Optional<IdNumber.Problem> problem = IdNumber.problemOf(typed.get());
        problem.ifPresent(what -> form.wrong("idNumber", words.say("registry.wrong.id." + what)));
        return problem.isPresent() ? null : IdNumber.parse(typed.get());
    }

    /** A telephone number as typed, checked; null when missing or wrong. */
    @Nullable
    String phone(String name, boolean needed) {
        Optional<String> typed = form.find(name);
        if (typed.isEmpty()) {
            if (needed) {
                form.wrong(name, words.say("registry.wrong.missing"));
            }
            return null;
        }
        if (!PhoneNumbers.isNumber(typed.get())) {
            form.wrong(name, words.say("registry.wrong.phone"));
            return null;
        }
        return typed.get();
    }

    private Optional<LocalDate> day(String name) {
        Optional<String> typed = form.find(name);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = Days.find(typed.get());
        if (day.isEmpty()) {
            form.wrong(name, words.say("registry.wrong.day"));
        }
        return day;
    }

    private @Nullable Integer number(String name, int highest) {
        String typed = form.text(name);
        if (typed.matches("[0-9]") && Integer.parseInt(typed) <= highest) {
            return Integer.valueOf(typed);
        }
        form.wrong(name, words.say("registry.wrong.choice"));
        return null;
    }

    private <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(form.text(name))) {
                return value;
            }
        }
        form.wrong(name, words.say("registry.wrong.choice"));
        return null;
    }

    private String required(String name, int longest) {
        Optional<String> typed = limited(name, longest);
        if (typed.isEmpty()) {
            form.wrong(name, words.say("registry.wrong.missing"));
        }
        return typed.orElse("");
    }

    /** A text that is not too long; line breaks and other control characters are no part of it. */
    Optional<String> limited(String name, int longest) {
        Optional<String> typed = form.find(name);
        if (typed.isPresent() && typed.get().length() > longest) {
            form.wrong(name, words.say("registry.wrong.long", longest));
        } else if (typed.isPresent() && typed.get().chars().anyMatch(Character::isISOControl)) {
            form.wrong(name, words.say("registry.wrong.control"));
        }
        return typed;
    }
}
