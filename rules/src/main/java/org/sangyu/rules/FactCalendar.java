package org.sangyu.rules;

import java.util.List;
import org.sangyu.rules.engine.Packing;
import org.sangyu.rules.facts.Person;

/**
 * The columns of several months, filled together: everybody is read once, and who does not change is packed once.
 *
 * <pre>{@code
 * List<CompiledMonth> months = …;                      // one region, ascending
 * FactCalendar facts = FactCalendar.of(months.stream().map(CompiledMonth::columns).toList());
 * registry.forEach(facts::add);
 * for (int i = 0; i < months.size(); i++) {
 *     months.get(i).decide(facts.month(i), answers.get(i));
 * }
 * }</pre>
 *
 * <p>Ages and the months in which yearly benefits were reached need nothing here: births are looked at when a month is
 * decided.
 */
public final class FactCalendar {
    private final List<FactColumns> months;
    private final Packing first;
    private final Packing last;
    private final boolean alike;

    private FactCalendar(List<FactColumns> months) {
        this.months = List.copyOf(months);
        this.first = this.months.getFirst().packing();
        this.last = this.months.getLast().packing();
        this.alike = this.months.stream()
                .allMatch(month ->
                        first.reachesTo(month.packing()) && month.packing().reachesTo(last));
    }

    /**
     * For these months.
     *
     * @param months columns of one region, the earliest month first; at least one. Other orders cost time, not truth
     */
    public static FactCalendar of(List<FactColumns> months) {
        return new FactCalendar(months);
    }

    /** Adds one person to every month. */
    public void add(Person person) {
        FactColumns earliest = months.getFirst();
        earliest.add(person);
        long bits = earliest.bits(earliest.size() - 1);
        boolean steady = alike && bits >= 0 && first.isSteadyUntil(last, person);
        int born = earliest.born(earliest.size() - 1);
        for (FactColumns month : months.subList(1, months.size())) {
            if (steady) {
                month.add(born, bits);
            } else {
                month.add(person);
            }
        }
    }

    /** The columns of one month, by its place in the list. */
    public FactColumns month(int index) {
        return months.get(index);
    }

    /** Takes everybody out of every month. */
    public void clear() {
        months.forEach(FactColumns::clear);
    }
}
