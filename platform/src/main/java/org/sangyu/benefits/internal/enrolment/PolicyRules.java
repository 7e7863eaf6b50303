package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.BenefitInfo;
import org.sangyu.policy.BenefitInfo.Standing;
import org.sangyu.policy.Decisions;
import org.sangyu.rules.packs.Kind;
import org.sangyu.rules.packs.Period;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.ui.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Benefits, settings and decisions as policy gives them. */
@Component
class PolicyRules implements BenefitRules {

    private final ObjectProvider<Decisions> decisions;
    private final Clock clock;

    PolicyRules(ObjectProvider<Decisions> decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public List<Benefit> benefits(Place county) {
        return policy().benefits(county, LocalDate.now(clock)).stream()
                .filter(benefit -> benefit.isCash() && benefit.standing() == Standing.IN_FORCE)
                .map(PolicyRules::benefit)
                .toList();
    }

    @Override
    public List<Benefit> things(Place county) {
        return policy().benefits(county, LocalDate.now(clock)).stream()
                .filter(benefit -> benefit.kind() == Kind.THING && benefit.standing() == Standing.IN_FORCE)
                .map(PolicyRules::benefit)
                .toList();
    }

    @Override
    public String name(String benefit, Language language) {
        return policy().name(benefit).map(name -> name.in(language)).orElse(benefit);
    }

    @Override
    public Optional<String> setting(Place county, String key) {
        List<String> values = policy().setting(county, key);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }

    @Override
    public String fingerprint() {
        return policy().policy();
    }

    @Override
    public void forEach(Place county, List<String> benefits, Consumer<Subject> people) {
        if (!benefits.isEmpty()) {
            policy().read(county, null, benefits).forEach(person -> people.accept(new OnePerson(person)));
        }
    }

    @Override
    public Map<ElderId, List<Answer>> ask(Place county, List<ElderId> elders, List<String> benefits, YearMonth month) {
        Map<ElderId, List<Answer>> answers = new HashMap<>();
        if (benefits.isEmpty()) {
            return answers;
        }
        for (Decisions.Subject person : policy().find(county, elders, benefits)) {
            answers.put(person.elder(), new OnePerson(person).decide(month));
        }
        return answers;
    }

    private Decisions policy() {
        return decisions.getObject();
    }

    private static Benefit benefit(BenefitInfo info) {
        return new Benefit(info.id(), info.name().zh(), info.name().en(), info.period() == Period.ONCE);
    }

    private record OnePerson(Decisions.Subject person) implements Subject {

        @Override
        public ElderId elder() {
            return person.elder();
        }

        @Override
        public Place place() {
            return person.place();
        }

        @Override
        public @Nullable LocalDate died() {
            return person.died();
        }

        @Override
        public List<Answer> decide(YearMonth month) {
            return person.decide(month).stream()
                    .map(answer -> (Answer) new OneAnswer(answer))
                    .toList();
        }
    }

    private record OneAnswer(org.sangyu.policy.Answer answer) implements Answer {

        @Override
        public String benefit() {
            return answer.benefit();
        }

        @Override
        public Outcome outcome() {
            return Outcome.valueOf(answer.outcome().name());
        }

        @Override
        public long fen() {
            return answer.fen();
        }

        @Override
        public String because(Language language) {
            return answer.because(language).stream()
                    .map(because -> language == Language.ZH
                            ? because.sentence() + "（" + because.clause() + "）"
                            : because.sentence() + " (" + because.clause() + ")")
                    .collect(Collectors.joining("\n"));
        }
    }
}
