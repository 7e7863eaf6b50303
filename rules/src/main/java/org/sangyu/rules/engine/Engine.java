package org.sangyu.rules.engine;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Arg;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Membership;
import org.sangyu.rules.Question;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.rules.packs.Conflict;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.Period;

/** Everything made ready for one question. */
public final class Engine {
    final Frame frame;
    private final List<Frame> earlier;
    private final List<Benefit> asked;
    private final Reads[] reads;
    private final BenefitPlan[] plans;
    private final @Nullable YearPlan[] years;
    private final int[] answers;
    private final List<Conflicts> conflicts = new ArrayList<>();
    private final List<GroupPlan> groups = new ArrayList<>();
    private final @Nullable Reason toCome;

    /** Makes ready; null benefits means all. */
    public Engine(PackSet packs, Question question, @Nullable Set<String> benefits) {
        this.frame = new Frame(packs, question.region(), question.month(), question.asOf(), question.draft());
        List<Parameter<Conflict>> rules = packs.conflicts(question.region(), question.draft());
        List<Benefit> needed = needed(packs, benefits, rules);
        this.asked = needed.stream()
                .filter(b -> benefits == null || benefits.contains(b.id()))
                .toList();
        this.plans = new BenefitPlan[needed.size()];
        this.years = new YearPlan[needed.size()];
        this.answers = asked.stream().mapToInt(needed::indexOf).toArray();
        this.reads = new Reads[needed.size()];
        this.earlier = earlierInYear();
        for (int i = 0; i < plans.length; i++) {
            BenefitPolicy policy = packs.policy(question.region(), needed.get(i).id(), question.draft())
                    .orElseThrow();
            plans[i] = new BenefitPlan(frame, policy);
            reads[i] = Reads.of(frame, policy);
            years[i] = needed.get(i).period() == Period.YEAR ? YearPlan.of(plans[i], policy, earlier) : null;
        }
        for (Parameter<Conflict> rule : rules) {
            Conflicts ready = Conflicts.of(frame, rule, needed);
            if (ready != null) {
                conflicts.add(ready);
            }
        }
        packs.groups().forEach(group -> groups.add(new GroupPlan(frame, group)));
        this.toCome = toCome(question);
    }

    private static List<Benefit> needed(
            PackSet packs, @Nullable Set<String> benefits, List<Parameter<Conflict>> rules) {
        if (benefits == null) {
            return packs.benefits();
        }
        Set<String> ids = new HashSet<>(benefits);
        int before = 0;
        while (before != ids.size()) {
            before = ids.size();
            for (Parameter<Conflict> rule : rules) {
                rule.values().stream()
                        .map(v -> v.value().members())
                        .filter(m -> m.stream().anyMatch(ids::contains))
                        .forEach(ids::addAll);
            }
        }
        return packs.benefits().stream().filter(b -> ids.contains(b.id())).toList();
    }

    private List<Frame> earlierInYear() {
        List<Frame> earlier = new ArrayList<>();
        YearMonth month = frame.month.minusMonths(1);
        while (month.getYear() == frame.month.getYear()) {
            earlier.add(frame.in(month));
            month = month.minusMonths(1);
        }
        return earlier;
    }

    private @Nullable Reason toCome(Question question) {
        return question.today() == null || !question.month().isAfter(YearMonth.from(question.today()))
                ? null
                : Cite.setting(Rules.TO_COME).reason(ReasonCode.MONTH_TO_COME, null, new Arg.Month(question.month()));
    }

    /** The benefits answered, in their fixed order. */
    public List<Benefit> benefits() {
        return asked;
    }

    /** One decision for each benefit answered. */
    public List<Decision> decide(Person person) {
        Subject subject = subject(person);
        Decision[] decisions = new Decision[plans.length];
        for (int i = 0; i < plans.length; i++) {
            decisions[i] = own(i, subject);
        }
        return settled(subject, decisions);
    }

    /** A person looked at in the month and, where a yearly benefit asks, in the earlier months of its year. */
    @SuppressWarnings("ArrayRecordComponent") // filled as earlier months are looked at
    record Subject(Case now, Case[] then) {}

    Subject subject(Person person) {
        return new Subject(new Case(frame, person), new Case[earlier.size()]);
    }

    /** How many benefits are looked at: those answered, and others that a conflict needs. */
    int plans() {
        return plans.length;
    }

    /** What one of them is by itself, before any conflict. */
    Decision own(int plan, Subject subject) {
        YearPlan year = years[plan];
        return year == null ? Decided.of(plans[plan], subject.now()) : year.decide(subject.now(), subject.then());
    }

    /** The answers, after conflicts have changed the decisions in place. */
    List<Decision> settled(Subject subject, Decision[] decisions) {
        for (Conflicts conflict : conflicts) {
            conflict.settle(subject.now(), decisions);
        }
        Decision[] answered = new Decision[answers.length];
        for (int i = 0; i < answers.length; i++) {
            Decision decision = decisions[answers[i]];
            answered[i] = toCome == null ? decision : Marked.with(toCome, decision);
        }
        return List.of(answered);
    }

    /** Which facts one of them can look at. */
    Reads reads(int plan) {
        return reads[plan];
    }

    /** The month, and the earlier ones where an answer may hang on them. */
    List<Frame> framesLookedAt() {
        List<Frame> frames = new ArrayList<>();
        if (looksBack()) {
            frames.addAll(earlier);
        }
        frames.add(frame);
        return frames;
    }

    /** Whether an answer may hang on earlier months of the year. */
    boolean looksBack() {
        for (YearPlan year : years) {
            if (year != null && year.looksBack()) {
                return true;
            }
        }
        return false;
    }

    /** One answer for each group. */
    public List<Membership> groups(Person person) {
        Case now = new Case(frame, person);
        List<Membership> memberships = new ArrayList<>(groups.size());
        for (GroupPlan group : groups) {
            memberships.add(group.decide(now));
        }
        return List.copyOf(memberships);
    }
}
