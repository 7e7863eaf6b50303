package org.sangyu.rules;

import java.util.List;
import java.util.Set;
import org.sangyu.rules.engine.Engine;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.PackSet;

/**
 * The packs made ready for one region and one month; decides and explains by the same compiled form.
 *
 * <p>Build it once for many people: building reads the layers, deciding touches only arrays. Immutable, safe to share
 * between threads. For several months build one for each with the same {@link PackSet}.
 */
public final class Decider {
    private final Engine engine;

    private Decider(Engine engine) {
        this.engine = engine;
    }

    /** Makes the packs ready for all benefits. */
    public static Decider of(PackSet packs, Question question) {
        return new Decider(new Engine(packs, question, null));
    }

    /** Makes the packs ready for these benefits only; others are looked at where a conflict needs them. */
    public static Decider of(PackSet packs, Question question, Set<String> benefits) {
        return new Decider(new Engine(packs, question, Set.copyOf(benefits)));
    }

    /** The benefits it decides, in their fixed order: the order of {@link #decide}. */
    public List<Benefit> benefits() {
        return engine.benefits();
    }

    /** One decision for each of {@link #benefits()}, in that order. */
    public List<Decision> decide(Person person) {
        return engine.decide(person);
    }

    /** The same made ready for whole populations in columns; each call gives one for one thread. */
    public CompiledMonth compiled() {
        return new CompiledMonth(engine);
    }

    /** One answer for each group, in their fixed order; only the month and the region's packs matter, not where. */
    public List<Membership> groups(Person person) {
        return engine.groups(person);
    }
}
