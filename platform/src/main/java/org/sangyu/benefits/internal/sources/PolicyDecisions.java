package org.sangyu.benefits.internal.sources;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.MonthDecisions;
import org.sangyu.benefits.internal.cycle.Rhythm;
import org.sangyu.policy.Answer;
import org.sangyu.policy.BenefitInfo;
import org.sangyu.policy.Decisions;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.springframework.stereotype.Component;

/** The month's questions answered by the policy module. */
@Component
class PolicyDecisions implements MonthDecisions {

    /** The installation setting that lists benefits which other offices pay. */
    private static final String MIRRORED = "enrolment_mirrored";

    private final Decisions decisions;
    private final Clock clock;

    PolicyDecisions(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public List<Benefit> benefits(Place county) {
        List<String> mirrored = decisions.setting(county, MIRRORED);
        return decisions.benefits(county, LocalDate.now(clock)).stream()
                .map(info -> benefit(info, mirrored))
                .toList();
    }

    private static Benefit benefit(BenefitInfo info, List<String> mirrored) {
        return new Benefit(
                info.id(),
                info.name().zh(),
                info.name().en(),
                Rhythm.valueOf(info.period().name()),
                info.isCash() && info.standing() == BenefitInfo.Standing.IN_FORCE,
                mirrored.contains(info.id()));
    }

    @Override
    public Reading read(Place county, Instant knownAt, List<String> benefits) {
        Decisions.Reading reading = decisions.read(county, knownAt, benefits);
        return new Reading() {
            @Override
            public String policy() {
                return reading.policy();
            }

            @Override
            public void forEach(Consumer<Subject> people) {
                reading.forEach(subject -> people.accept(new KnownPerson(subject)));
            }
        };
    }

    private record KnownPerson(Decisions.Subject subject) implements Subject {

        @Override
        public ElderId elder() {
            return subject.elder();
        }

        @Override
        public String name() {
            return subject.name();
        }

        @Override
        public long facts() {
            return subject.facts();
        }

        @Override
        public @Nullable LocalDate died() {
            return subject.died();
        }

        @Override
        public List<Decided> decide(YearMonth month) {
            List<Decided> decided = new ArrayList<>();
            for (Answer answer : subject.decide(month)) {
                decided.add(decided(answer));
            }
            return decided;
        }

        private static Decided decided(Answer answer) {
            return new Decided(
                    Outcome.valueOf(answer.outcome().name()), answer.fen(), answer.reasonsKey(), answer::json);
        }
    }
}
