package org.sangyu.rules.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Reason;

/**
 * Tries every value of what is missing, as far as the answer asks for it.
 *
 * <p>A missing thing matters when two of its values lead to different answers; one that does not matter makes no answer
 * undetermined.
 */
final class Worlds {
    /** More combinations than any real person has; beyond them everything asked for is said to matter. */
    private static final int MOST = 20_000;

    private final Plan plan;
    private final Case person;
    private final Map<Integer, Unknown> seen = new LinkedHashMap<>();
    private final Map<Integer, Unknown> mattering = new LinkedHashMap<>();
    private final Set<Reason> open = new LinkedHashSet<>();
    private @Nullable List<Reason> first;
    private int tried;

    private Worlds(Plan plan, Case person) {
        this.plan = plan;
        this.person = person;
    }

    /**
     * What can come out.
     *
     * @param verdicts every possible one, ascending, never {@link Verdict#UNKNOWN}
     * @param first reasons of the first possibility
     * @param open reasons of possibilities that are undetermined in themselves
     * @param mattering what is missing and changes the answer
     * @param seen what is missing and was asked for
     */
    record Outcome(
            List<Long> verdicts, List<Reason> first, List<Reason> open, List<Unknown> mattering, List<Unknown> seen) {

        boolean isSure() {
            return verdicts.size() == 1 && verdicts.getFirst() != Verdict.OPEN;
        }
    }

    static Outcome of(Plan plan, Case person) {
        person.forget();
        long verdict = plan.of(person);
        if (verdict == Verdict.NO || verdict >= 0) {
            List<Reason> reasons = new ArrayList<>(3);
            plan.explain(person, verdict, reasons);
            return new Outcome(List.of(verdict), reasons, List.of(), List.of(), List.of());
        }
        Worlds worlds = new Worlds(plan, person);
        Set<Long> verdicts = worlds.explore();
        return new Outcome(
                List.copyOf(verdicts),
                worlds.first == null ? List.of() : worlds.first,
                List.copyOf(worlds.open),
                List.copyOf(worlds.mattering.values()),
                List.copyOf(worlds.seen.values()));
    }

    private Set<Long> explore() {
        person.forget();
        long verdict = plan.of(person);
        Unknown unknown = person.asked();
        if (verdict != Verdict.UNKNOWN || unknown == null || ++tried > MOST) {
            leaf(verdict);
            return new TreeSet<>(Set.of(verdict == Verdict.UNKNOWN ? Verdict.OPEN : verdict));
        }
        int key = person.askedKey();
        seen.putIfAbsent(key, unknown);
        Set<Long> all = new TreeSet<>();
        Set<Long> before = null;
        for (int value = 0; value < unknown.size(); value++) {
            person.assume(key, value);
            Set<Long> verdicts = explore();
            person.assumeNoMore();
            if (before != null && !before.equals(verdicts)) {
                mattering.putIfAbsent(key, unknown);
            }
            before = verdicts;
            all.addAll(verdicts);
        }
        return all;
    }

    private void leaf(long verdict) {
        List<Reason> reasons = new ArrayList<>(3);
        plan.explain(person, verdict, reasons);
        if (verdict == Verdict.OPEN || verdict == Verdict.UNKNOWN) {
            open.addAll(reasons);
        }
        if (first == null) {
            first = reasons;
        }
    }
}
