package org.sangyu.policy.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.Answer;
import org.sangyu.policy.Decisions;
import org.sangyu.rules.facts.Person;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Fact;
import org.sangyu.shared.Place;

/** One person's facts beside what the rules made of them. */
record KnownSubject(
        ElderId elder, List<Fact> said, Person person, LocalDate today, Place otherwise, CountyQuestion question)
        implements Decisions.Subject {

    @Override
    public String name() {
        for (Fact fact : said) {
            if (fact instanceof Fact.Name name) {
                return name.name();
            }
        }
        return "";
    }

    @Override
    public Place place() {
        return place(said, today, otherwise);
    }

    /** Where somebody is registered on a day, else usually lives, else the place given. */
    static Place place(List<Fact> said, LocalDate day, Place otherwise) {
        Place living = null;
        for (Fact fact : said) {
            if (fact instanceof Fact.Registered home && covers(home.from(), home.to(), day)) {
                return home.place();
            }
            if (fact instanceof Fact.Resides home && covers(home.from(), home.to(), day)) {
                living = home.place();
            }
        }
        return living == null ? otherwise : living;
    }

    private static boolean covers(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    @Override
    public long facts() {
        return Fingerprint.of(said);
    }

    @Override
    public @Nullable LocalDate died() {
        return person.died() == null ? null : person.died().on();
    }

    @Override
    public List<Answer> decide(YearMonth month) {
        return question.decide(person, month);
    }
}
