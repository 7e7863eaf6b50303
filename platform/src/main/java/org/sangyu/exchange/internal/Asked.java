package org.sangyu.exchange.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.packs.Problem;

/** What came of reading a question. */
public sealed interface Asked {

    /**
     * A question that can be answered.
     *
     * @param asOf what was recorded after this day is not known; null: everything is
     */
    record Question(
            RegionCode region, YearMonth month, @Nullable LocalDate asOf, List<Person> people) implements Asked {

        /** Copies the people. */
        public Question {
            people = List.copyOf(people);
        }
    }

    /** Everything that is wrong with it. */
    record Wrong(List<Problem> problems) implements Asked {

        /** Copies the problems. */
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** More people than one question may have. */
    record TooMany(int people) implements Asked {}
}
