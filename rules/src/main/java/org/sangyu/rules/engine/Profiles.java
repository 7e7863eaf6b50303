package org.sangyu.rules.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Outcome;
import org.sangyu.rules.Why;
import org.sangyu.rules.facts.Person;

/**
 * Finds for each row the number of its profile: what the rules of the month can see of a person. People of one profile
 * have the same answers, and the plans are asked once for each.
 *
 * <p>A new profile is put together from cells, one a benefit: what the rules of that benefit alone can see. A region has
 * many profiles and few cells.
 */
public final class Profiles {
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final int ROOM = 1 << 12;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long SPREAD_TOO = 0xC2B2AE3D27D4EB4FL;

    private final Engine engine;
    private final Canonical canonical;
    private final AgeClasses classes;
    private final long seen;
    private final int width;
    private final Cells[] cells;

    private long[] keys = new long[ROOM * 2];
    private int[] numbers = new int[ROOM];
    private int count;

    private byte[] outcomes = new byte[0];
    private long[] amounts = new long[0];
    private int[] whys = new int[0];
    private final List<Decision> decisions = new ArrayList<>();

    private final Map<List<Why>, Integer> whyNumbers = new HashMap<>();
    private final List<List<Why>> reasons = new ArrayList<>();
    private final Map<Person, Integer> oddNumbers = new HashMap<>();
    private int[] oddOf = {0};
    private @Nullable List<Person> oddFrom;
    private int oddKnown;

    /** Of one engine; remembers, hence for one thread. */
    public Profiles(Engine engine) {
        this.engine = engine;
        List<Frame> frames = engine.framesLookedAt();
        this.canonical = new Canonical(
                engine.frame, frames.stream().map(f -> f.factDay).sorted().toList());
        this.width = engine.benefits().size();
        this.cells = new Cells[engine.plans()];
        Set<Integer> ages = new TreeSet<>();
        long bits = 0;
        for (int i = 0; i < cells.length; i++) {
            bits |= engine.reads(i).bits();
            ages.addAll(engine.reads(i).ages());
        }
        this.seen = bits;
        this.classes = AgeClasses.of(frames, ages);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new Cells(
                    engine.reads(i).bits(),
                    AgeClasses.of(frames, engine.reads(i).ages()),
                    classes);
        }
        Arrays.fill(numbers, -1);
    }

    /** Writes the profile of every row. */
    public void number(Rows rows, int[] into) {
        int[] odds = odds(rows.oddOnes());
        int[] born = rows.born();
        long[] facts = rows.facts();
        int[] odd = rows.odd();
        for (int i = 0; i < rows.size(); i++) {
            long what = facts[i] & seen;
            long who = (long) odds[odd[i]] << 32 | classes.of(born[i]);
            int mask = numbers.length - 1;
            int at = spot(what, who) & mask;
            while (numbers[at] >= 0 && (keys[2 * at] != what || keys[2 * at + 1] != who)) {
                at = (at + 1) & mask;
            }
            into[i] = numbers[at] >= 0
                    ? numbers[at]
                    : add(what, who, odd[i] == 0 ? null : rows.oddOnes().get(odd[i] - 1));
        }
    }

    private static int spot(long what, long who) {
        long mixed = (what * SPREAD) ^ (who * SPREAD_TOO);
        return (int) (mixed ^ mixed >>> 32);
    }

    /** The numbers that facts beside these columns have here; columns that go on growing are read on. */
    @SuppressWarnings("ReferenceEquality") // the same columns, not equal ones
    private int[] odds(List<Person> people) {
        if (oddFrom != people) {
            oddFrom = people;
            oddKnown = 0;
        }
        if (oddOf.length <= people.size()) {
            oddOf = Arrays.copyOf(oddOf, people.size() * 2 + 1);
        }
        for (; oddKnown < people.size(); oddKnown++) {
            int next = oddNumbers.size() + 1;
            Integer known = oddNumbers.putIfAbsent(people.get(oddKnown), next);
            oddOf[oddKnown + 1] = known == null ? next : known;
        }
        return oddOf;
    }

    private int add(long what, long who, @Nullable Person odd) {
        LocalDate born = LocalDate.ofEpochDay(classes.sample((int) who));
        Person person = odd == null ? canonical.ofBits(born, what) : Canonical.withBirth(odd, born);
        Engine.Subject subject = engine.subject(person);
        Decision[] own = new Decision[cells.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = odd == null ? cell(i, what, (int) who, subject) : engine.own(i, subject);
        }
        int number = count++;
        keep(number, engine.settled(subject, own));
        if (count * 2 > numbers.length) {
            grow();
        }
        put(what, who, number);
        return number;
    }

    private Decision cell(int plan, long what, int ageClass, Engine.Subject subject) {
        Cells.Key key = cells[plan].key(what, ageClass);
        Decision known = cells[plan].find(key);
        if (known == null) {
            known = engine.own(plan, subject);
            cells[plan].put(key, known);
        }
        return known;
    }

    private void put(long what, long who, int number) {
        int at = spot(what, who) & (numbers.length - 1);
        while (numbers[at] >= 0) {
            at = (at + 1) & (numbers.length - 1);
        }
        keys[2 * at] = what;
        keys[2 * at + 1] = who;
        numbers[at] = number;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] old = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[old.length * 2];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < old.length; i++) {
            if (old[i] >= 0) {
                put(oldKeys[2 * i], oldKeys[2 * i + 1], old[i]);
            }
        }
    }

    private void keep(int number, List<Decision> answers) {
        int needed = (number + 1) * width;
        if (outcomes.length < needed) {
            outcomes = Arrays.copyOf(outcomes, needed * 2);
            amounts = Arrays.copyOf(amounts, needed * 2);
            whys = Arrays.copyOf(whys, needed * 2);
        }
        for (int i = 0; i < width; i++) {
            Decision decision = answers.get(i);
            outcomes[number * width + i] = (byte) Arrays.asList(OUTCOMES).indexOf(Outcome.of(decision));
            amounts[number * width + i] = decision instanceof Decision.Entitled e ? e.amount() : 0;
            whys[number * width + i] = numberOf(Why.of(decision.reasons()));
            decisions.add(decision);
        }
    }

    private int numberOf(List<Why> why) {
        Integer known = whyNumbers.get(why);
        if (known == null) {
            known = reasons.size();
            reasons.add(why);
            whyNumbers.put(why, known);
        }
        return known;
    }

    /** How a profile's benefit ended. */
    public Outcome outcome(int profile, int benefit) {
        return OUTCOMES[outcomes[profile * width + benefit]];
    }

    /** Its amount; 0 unless entitled. */
    public long amount(int profile, int benefit) {
        return amounts[profile * width + benefit];
    }

    /** The number of its reasons. */
    public int why(int profile, int benefit) {
        return whys[profile * width + benefit];
    }

    /** The decision of one person of the profile: outcome and amounts are everybody's, arguments of reasons are not. */
    public Decision decision(int profile, int benefit) {
        return decisions.get(profile * width + benefit);
    }

    /** The reasons with that number. */
    public List<Why> reasons(int number) {
        return reasons.get(number);
    }

    /** How many different profiles were met so far. */
    public int size() {
        return count;
    }

    /** The profiles of the first {@code size} people. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not compared
    public record Numbered(int[] profile, int size) {}

    /** Where answers are written to. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not compared
    public record Column(byte[] outcomes, long[] amounts, int[] whys) {}

    /** Writes the answers of one benefit. */
    public void copy(Numbered people, int benefit, Column into) {
        int[] profile = people.profile();
        for (int i = 0; i < people.size(); i++) {
            int at = profile[i] * width + benefit;
            into.outcomes()[i] = outcomes[at];
            into.amounts()[i] = amounts[at];
            into.whys()[i] = whys[at];
        }
    }
}
