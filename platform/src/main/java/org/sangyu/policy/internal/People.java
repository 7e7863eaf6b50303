package org.sangyu.policy.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.facts.AbilityFact;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Attributes;
import org.sangyu.rules.facts.Death;
import org.sangyu.rules.facts.LtciFact;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.facts.PersonBuilder;
import org.sangyu.rules.facts.Provenance;
import org.sangyu.rules.facts.Receipt;
import org.sangyu.rules.facts.Residence;
import org.sangyu.rules.facts.ResidenceKind;
import org.sangyu.rules.facts.Sex;
import org.sangyu.rules.facts.Span;
import org.sangyu.rules.facts.StayFact;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.facts.TagFact;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Fact;
import org.sangyu.shared.Place;

/** Turns what the modules say about a person into what the rules read. */
final class People {

    private final Function<Place, RegionCode> codes;

    /**
     * Prepares.
     *
     * @param codes the official code of a place, at least as exact as its county
     */
    People(Function<Place, RegionCode> codes) {
        this.codes = codes;
    }

    /** The person; empty when nobody says when the person was born, for then no rule can speak. */
    Optional<Person> person(ElderId elder, List<Fact> facts) {
        Fact.Born born = null;
        for (Fact fact : facts) {
            if (fact instanceof Fact.Born said) {
                born = said;
            }
        }
        if (born == null) {
            return Optional.empty();
        }
        PersonBuilder person = Person.born(elder.toString(), born.on());
        for (Fact fact : facts) {
            add(person, fact, born.on());
        }
        return Optional.of(person.build());
    }

    private void add(PersonBuilder person, Fact fact, LocalDate born) {
        switch (fact) {
            case Fact.Born same -> {}
            case Fact.Name name -> {}
            case Fact.Sex sex -> person.sex(Sex.valueOf(sex.code()));
            case Fact.Died died -> {
                if (!died.on().isBefore(born)) {
                    person.died(new Death(died.on(), said(died)));
                }
            }
            case Fact.Registered home ->
                person.lives(new Residence(
                        ResidenceKind.REGISTERED, codes.apply(home.place()), span(home.from(), home.to()), said(home)));
            case Fact.MovedOut moved ->
                person.lives(new Residence(
                        ResidenceKind.REGISTERED, RegionCode.ELSEWHERE, span(moved.from(), moved.to()), said(moved)));
            case Fact.Resides home ->
                person.lives(new Residence(
                        ResidenceKind.USUAL, codes.apply(home.place()), span(home.from(), home.to()), said(home)));
            case Fact.Tag tag ->
                tag(tag.tag())
                        .ifPresent(known -> person.tag(
                                new TagFact(known, span(tag.from(), tag.to()), attributes(known, tag), said(tag))));
            case Fact.Ability ability ->
                person.ability(new AbilityFact(ability.instrument(), ability.level(), ability.on(), said(ability)));
            case Fact.Ltci ltci -> person.ltci(new LtciFact(ltci.grade(), ltci.on(), said(ltci)));
            case Fact.Institution stay -> person.institution(new StayFact(span(stay.from(), stay.to()), said(stay)));
            case Fact.Receives receives ->
                person.receives(new Receipt(
                        receives.benefit(),
                        receives.amount() == null ? null : receives.amount().fen(),
                        span(receives.from(), receives.to()),
                        said(receives)));
        }
    }

    private static Optional<Tag> tag(String code) {
        for (Tag tag : Tag.values()) {
            if (tag.name().equals(code)) {
                return Optional.of(tag);
            }
        }
        return Optional.empty();
    }

    /** What the tag cannot carry, or no value of the list, counts as not known. */
    private static Attributes attributes(Tag tag, Fact.Tag said) {
        Attributes attributes = Attributes.NONE;
        for (Attribute attribute : tag.attributes()) {
            String value = said.attributes().get(attribute.key());
            if (value != null && attribute.indexOf(value.toUpperCase(Locale.ROOT)) >= 0) {
                attributes = attributes.with(attribute, value.toUpperCase(Locale.ROOT));
            }
        }
        return attributes;
    }

    private static Span span(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null && to == null ? Span.ALWAYS : new Span(from, to);
    }

    private static Provenance said(Fact fact) {
        return new Provenance(fact.said().source(), fact.said().recorded());
    }
}
