package org.sangyu.benefits.internal.enrolment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.ui.Language;

/** What enrolment asks of policy: which benefits a county has, what they answer for whom, and how a setting stands. */
public interface BenefitRules {

    /** The benefits that pay money in a county and are in force there, in their fixed order. */
    List<Benefit> benefits(Place county);

    /** Things that are in force in a county and handed over, such as a plaque; nothing of them is ever paid. */
    default List<Benefit> things(Place county) {
        return List.of();
    }

    /** The name of any benefit of the nation's list; the id itself for one that no document knows. */
    String name(String benefit, Language language);

    /** The value of an installation setting for a county; empty when it is not set. */
    Optional<String> setting(Place county, String key);

    /** Fingerprint of everything that decisions rest on now. */
    String fingerprint();

    /**
     * Hands over everybody whose facts lie in the county, once, sorted by elder id; valid only inside the call. Nobody
     * when no benefit is asked for.
     */
    void forEach(Place county, List<String> benefits, Consumer<Subject> people);

    /** One person, or empty when nothing is known about them in the desk's scope. */
    default Optional<Answer> ask(Place county, ElderId elder, String benefit, YearMonth month) {
        return ask(county, List.of(elder), List.of(benefit), month).getOrDefault(elder, List.of()).stream()
                .findFirst();
    }

    /** Some people, read together; one answer for each benefit, in that order. Of whom nothing is known is left out. */
    Map<ElderId, List<Answer>> ask(Place county, List<ElderId> elders, List<String> benefits, YearMonth month);

    /**
     * A benefit that pays money.
     *
     * @param once true when it is paid only once
     */
    record Benefit(String id, String nameZh, String nameEn, boolean once) {

        /** The name in a language. */
        public String name(Language language) {
            return language == Language.ZH ? nameZh : nameEn;
        }
    }

    /** One person with all that is known. */
    interface Subject {

        /** Who. */
        ElderId elder();

        /** The village of registration as known today, or of usual residence when that alone is known. */
        Place place();

        /** Day of death as known, or null. */
        @Nullable
        LocalDate died();

        /** One answer for each benefit asked for, in that order. */
        List<Answer> decide(YearMonth month);
    }

    /** How a decision ended. */
    enum Outcome {
        ENTITLED,
        NOT_ENTITLED,
        UNDETERMINED
    }

    /** One answer. */
    interface Answer {

        /** The benefit. */
        String benefit();

        /** How it ended. */
        Outcome outcome();

        /** What is owed for the period when entitled, else 0. */
        long fen();

        /** Every reason with document and clause, one sentence a line. */
        String because(Language language);
    }
}
