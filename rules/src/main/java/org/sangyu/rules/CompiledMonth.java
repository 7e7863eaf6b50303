package org.sangyu.rules;

import java.util.List;
import org.sangyu.rules.engine.Engine;
import org.sangyu.rules.engine.Packing;
import org.sangyu.rules.engine.Profiles;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.packs.Benefit;

/**
 * One region and month ready to decide a whole population in one pass over columns.
 *
 * <pre>{@code
 * PackSet packs = PackSet.read(Path.of("packs"));
 * CompiledMonth month = Decider.of(packs, Question.of(region, YearMonth.of(2026, 6))).compiled();
 *
 * FactColumns people = month.columns();
 * registry.forEach(people::add);                        // a Person each, read once, in any order you like
 *
 * Answers answers = month.answers();
 * month.decide(people, answers);
 * for (int i = 0; i < people.size(); i++) {
 *     if (answers.outcome(i, 0) == Outcome.ENTITLED) {
 *         pay(i, answers.amount(i, 0));                 // fen; benefit 0 is month.benefits().get(0)
 *     }
 * }
 * }</pre>
 *
 * <p>For chunks call {@link FactColumns#clear} and go on with the same columns and answers. To compare two packs, fill
 * the columns once and decide them with both months: {@link #sharedColumns}. For several months read everybody once into
 * a {@link FactCalendar}.
 *
 * <p>How it works: a person's facts that count in the month are one number ({@link FactBits}), the birth is looked up in
 * a table of classes between which no rule distinguishes. People equal in both have the same answers; those are found
 * once, by the same plan that {@link Decider#decide} and {@link #explain} use for one person, so they cannot disagree.
 *
 * <p>Remembers what it has found, hence used by one thread at a time; {@link Decider#compiled} makes another.
 */
public final class CompiledMonth {
    private final Engine engine;
    private final Profiles profiles;

    CompiledMonth(Engine engine) {
        this.engine = engine;
        this.profiles = new Profiles(engine);
    }

    /** The benefits it decides, in their fixed order; their numbers in {@link Answers}. */
    public List<Benefit> benefits() {
        return engine.benefits();
    }

    /** The number of a benefit, or -1 when it is not asked for. */
    public int indexOf(String benefit) {
        for (int i = 0; i < benefits().size(); i++) {
            if (benefits().get(i).id().equals(benefit)) {
                return i;
            }
        }
        return -1;
    }

    /** Empty columns for people of this month. */
    public FactColumns columns() {
        return new FactColumns(Packing.of(List.of(engine)));
    }

    /**
     * Empty columns that several months can decide: the same region, month and day of knowledge, other packs.
     *
     * @throws IllegalArgumentException when they ask for different places or months, or other settings say which facts
     *     count
     */
    public static FactColumns sharedColumns(List<CompiledMonth> months) {
        return new FactColumns(
                Packing.of(months.stream().map(month -> month.engine).toList()));
    }

    /** Room for answers, to be used again for every chunk. */
    public Answers answers() {
        return new Answers(profiles);
    }

    /**
     * Decides everybody in the columns.
     *
     * @throws IllegalArgumentException when columns or answers were made for another month
     */
    public void decide(FactColumns people, Answers answers) {
        if (!people.packing().serves(engine) || !answers.belongTo(profiles)) {
            throw new IllegalArgumentException("Columns and answers of another month");
        }
        profiles.number(people.rows(), answers.room(people.size()));
    }

    /** The reasons with that number, as {@link Answers#why} gives it; never empty, the first decides. */
    public List<Why> why(int number) {
        return profiles.reasons(number);
    }

    /** One person with all arguments of the reasons: the same decisions as in columns, in the order of benefits. */
    public List<Decision> explain(Person person) {
        return engine.decide(person);
    }
}
