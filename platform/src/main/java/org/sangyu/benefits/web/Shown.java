package org.sangyu.benefits.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.BenefitRules;
import org.sangyu.benefits.internal.enrolment.Enrolment;
import org.sangyu.benefits.internal.enrolment.EnrolmentStatus;
import org.sangyu.benefits.internal.enrolment.People;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Makes of ids and codes what people read: names, ages, villages, benefits, states. */
@Component
class Shown {

    private final People people;
    private final BenefitRules rules;
    private final Clock clock;

    Shown(People people, BenefitRules rules, Clock clock) {
        this.people = people;
        this.rules = rules;
        this.clock = clock;
    }

    /** People and places of one page, looked up at once. */
    record Names(Map<ElderId, People.Person> people, Map<String, String> places) {

        /** A person's name; a dash for one who is no longer in the scope. */
        String name(ElderId elder) {
            People.Person person = people.get(elder);
            return person == null ? "—" : person.name();
        }

        /** The ID number with its middle hidden; empty when not known. */
        String maskedId(ElderId elder) {
            People.Person person = people.get(elder);
            return person == null || person.maskedId() == null ? "" : person.maskedId();
        }

        /** Township and village. */
        String place(Place place) {
            String own = places.getOrDefault(place.path(), "");
            String above = place.path().length() > TOWNSHIP
                    ? places.getOrDefault(place.path().substring(0, TOWNSHIP), "")
                    : "";
            return above.isEmpty() ? own : above + " " + own;
        }
    }

    private static final int TOWNSHIP = org.sangyu.shared.PlaceLevel.TOWNSHIP.pathLength();

    Names names(Collection<ElderId> elders, Collection<Place> places, Scope scope, Language language) {
        List<String> paths = places.stream()
                .flatMap(place -> place.path().length() > TOWNSHIP
                        ? java.util.stream.Stream.of(place.path(), place.path().substring(0, TOWNSHIP))
                        : java.util.stream.Stream.of(place.path()))
                .distinct()
                .toList();
        return new Names(people.answeredFor(elders, scope), people.placeNames(paths, language));
    }

    Names names(List<Enrolment> enrolments, Scope scope, Language language) {
        return names(
                enrolments.stream().map(Enrolment::elder).distinct().toList(),
                enrolments.stream().map(Enrolment::place).distinct().toList(),
                scope,
                language);
    }

    String placeName(Place place, Language language) {
        return people.placeNames(List.of(place.path()), language).getOrDefault(place.path(), "");
    }

    String benefit(String benefit, Words words) {
        return rules.name(benefit, words.language());
    }

    /** Sex and age today, for example 女 · 82 岁; what is not known is left out. */
    String sexAndAge(People.@Nullable Person person, Words words) {
        if (person == null) {
            return "";
        }
        String sex = person.sex() == null ? "" : words.say("benefits.sex." + person.sex());
        String age = person.born() == null
                ? ""
                : words.say(
                        "benefits.age",
                        Period.between(person.born(), LocalDate.now(clock)).getYears());
        return sex.isEmpty() || age.isEmpty() ? sex + age : sex + " · " + age;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    static String status(EnrolmentStatus status, Words words) {
        return words.say("benefits.status." + status);
    }

    static String tone(EnrolmentStatus status) {
        return switch (status) {
            case PROPOSED, VILLAGE_CHECKED, TOWNSHIP_REVIEWED, COUNTY_APPROVED -> "wait";
            case ACTIVE -> "ok";
            case SUSPENDED -> "warn";
            case ENDED -> "off";
            case REFUSED -> "bad";
        };
    }

    static String amount(Enrolment enrolment) {
        return enrolment.amount() == null ? "" : Formats.yuan(enrolment.amount());
    }

    static String because(Enrolment enrolment, Words words) {
        return words.language() == Language.ZH
                ? enrolment.because().zh()
                : enrolment.because().en();
    }
}
