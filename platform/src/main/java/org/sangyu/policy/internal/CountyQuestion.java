package org.sangyu.policy.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.Answer;
import org.sangyu.rules.Decider;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Question;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.packs.PackSet;
import tools.jackson.databind.json.JsonMapper;

/** The packs made ready for one region, one set of benefits and what was known then; months are added as asked for. */
final class CountyQuestion {

    private final PackSet packs;
    private final RegionCode region;
    private final @Nullable LocalDate asOf;
    private final LocalDate today;
    private final List<String> benefits;
    private final SaidReasons said;
    private final Map<YearMonth, Ready> months = new HashMap<>();

    CountyQuestion(PackSet packs, Asked asked, RegionCodes regions, JsonMapper mapper) {
        this.packs = packs;
        this.region = asked.region();
        this.asOf = asked.asOf();
        this.today = asked.today();
        this.benefits = asked.benefits().isEmpty()
                ? packs.benefits().stream().map(benefit -> benefit.id()).toList()
                : List.copyOf(asked.benefits());
        this.said = new SaidReasons(new Sentences(packs, packs.settings(region), regions), mapper);
    }

    /** What is asked; an empty list of benefits means all in their fixed order. */
    record Asked(RegionCode region, @Nullable LocalDate asOf, LocalDate today, List<String> benefits) {}

    /** A month's compiled packs; {@code order} says where the i-th benefit asked for stands among its decisions. */
    private record Ready(Decider decider, List<Integer> order) {}

    String hash() {
        return packs.hash();
    }

    List<Answer> decide(Person person, YearMonth month) {
        Ready ready = months.computeIfAbsent(month, this::ready);
        List<Decision> decisions = ready.decider().decide(person);
        List<Answer> answers = new ArrayList<>(ready.order().size());
        for (int place : ready.order()) {
            Decision decision = decisions.get(place);
            answers.add(new DecidedAnswer(decision, said.of(decision.reasons())));
        }
        return answers;
    }

    private Ready ready(YearMonth month) {
        Decider decider = Decider.of(packs, new Question(region, month, asOf, false, today), new HashSet<>(benefits));
        List<String> decided =
                decider.benefits().stream().map(benefit -> benefit.id()).toList();
        List<Integer> order = benefits.stream().map(decided::indexOf).toList();
        if (order.contains(-1)) {
            throw new IllegalArgumentException("no pack knows the benefit " + benefits.get(order.indexOf(-1)));
        }
        return new Ready(decider, order);
    }
}
