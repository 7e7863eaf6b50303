package org.sangyu.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sangyu.rules.engine.Packing;
import org.sangyu.rules.engine.Rows;
import org.sangyu.rules.facts.Person;

/**
 * The facts of many people as they count in one month: sixteen bytes a person, in the order in which they were added.
 *
 * <p>Made by {@link CompiledMonth#columns}. Whoever cannot be said in {@link FactBits} — somebody who receives
 * something, died in the month, or whose facts changed since the year began — has his or her facts kept beside the
 * columns, each combination once. Filled and read by one thread.
 */
public final class FactColumns {
    private static final int FIRST = 1024;

    private final Packing packing;
    private final Map<Person, Integer> numbers = new HashMap<>();
    private final List<Person> odd = new ArrayList<>();
    private int[] born = new int[FIRST];
    private long[] facts = new long[FIRST];
    private int[] oddOnes = new int[FIRST];
    private int size;

    FactColumns(Packing packing) {
        this.packing = packing;
    }

    /** Adds one person, whose facts are looked at as they count in the month. */
    public void add(Person person) {
        packing.read(person);
        Person rest = packing.odd();
        if (rest == null) {
            add(Math.toIntExact(person.born().toEpochDay()), packing.facts());
        } else {
            Integer number = numbers.get(rest);
            if (number == null) {
                odd.add(rest);
                number = odd.size();
                numbers.put(rest, number);
            }
            put(Math.toIntExact(person.born().toEpochDay()), FactBits.ODD, number);
        }
    }

    /**
     * Adds one person whose facts the reader has already looked at for the month: in force on the day that counts, of
     * each tag and result the newest.
     *
     * <p>Only for people alive, or dead since before the month, who receive nothing that a rule asks for and whose
     * facts have been the same since the year began; for others use {@link #add(Person)}.
     *
     * @param born days since 1970-01-01
     * @param bits made with {@link FactBits}
     */
    public void add(int born, long bits) {
        put(born, bits & ~FactBits.ODD, 0);
    }

    private void put(int birth, long bits, int number) {
        if (size == born.length) {
            born = Arrays.copyOf(born, size * 2);
            facts = Arrays.copyOf(facts, size * 2);
            oddOnes = Arrays.copyOf(oddOnes, size * 2);
        }
        born[size] = birth;
        facts[size] = bits;
        oddOnes[size++] = number;
    }

    /** How many people were added. */
    public int size() {
        return size;
    }

    /** The birth of one, in days since 1970-01-01. */
    public int born(int person) {
        return born[person];
    }

    /** The facts of one; negative when they stand beside the columns. */
    long bits(int person) {
        return facts[person];
    }

    /** Takes everybody out, to be filled again with the next chunk. */
    public void clear() {
        size = 0;
    }

    Packing packing() {
        return packing;
    }

    Rows rows() {
        return new Rows(born, facts, oddOnes, size, odd);
    }
}
