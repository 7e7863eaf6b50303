package org.sangyu.bench;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sangyu.rules.CompiledMonth;
import org.sangyu.rules.FactBits;
import org.sangyu.rules.FactColumns;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Attributes;
import org.sangyu.rules.facts.ResidenceKind;
import org.sangyu.rules.facts.Tag;

/** Facts of invented people as plain arrays, the common start of everything that is measured against the rules. */
@SuppressWarnings("ArrayRecordComponent") // columns, handed over
record InventedColumns(
        int[] born,
        int[] died,
        int[] tags,
        byte[] area,
        byte[] support,
        byte[] selfCare,
        byte[] ability,
        byte[] lives) {

    /** Not dead as far as known. */
    static final int ALIVE = Integer.MAX_VALUE;
    /** Bit of {@link #lives}: registered in the region. */
    static final int HERE = 1;
    /** Bit of {@link #lives}: in an institution. */
    static final int INSTITUTION = 2;

    private static final int PERCENT = 100;
    private static final int DAYS_OF_YEAR = 365;

    /** So many people of 60 and older, fewer the older; the same seed gives the same people. */
    static InventedColumns of(int people, long seed, YearMonth month) {
        Random random = new Random(seed);
        InventedColumns made = new InventedColumns(
                new int[people],
                new int[people],
                new int[people],
                new byte[people],
                new byte[people],
                new byte[people],
                new byte[people],
                new byte[people]);
        int today = (int) month.atEndOfMonth().toEpochDay();
        for (int i = 0; i < people; i++) {
            double age = 60 + Math.min(50, -Math.log(1 - random.nextDouble()) * 9);
            made.born[i] = today - (int) (age * DAYS_OF_YEAR);
            made.died[i] = random.nextInt(PERCENT) == 0 ? today - 31 - random.nextInt(400) : ALIVE;
            made.tags[i] = tags(random);
            made.area[i] = known(random, 2);
            made.support[i] = known(random, 2);
            made.selfCare[i] = (byte) (random.nextInt(3) == 0 ? -1 : random.nextInt(3));
            made.ability[i] = (byte) (random.nextInt(5) > 0 ? -1 : random.nextInt(5));
            made.lives[i] = (byte)
                    ((random.nextInt(PERCENT) == 0 ? 0 : HERE) | (random.nextInt(PERCENT) < 2 ? INSTITUTION : 0));
        }
        return made;
    }

    private static byte known(Random random, int values) {
        return (byte) (random.nextInt(20) == 0 ? -1 : random.nextInt(values));
    }

    private static int tags(Random random) {
        return some(random, 2, Tag.EXTREME_HARDSHIP)
                | some(random, 5, Tag.MINIMUM_LIVING_ALLOWANCE)
                | some(random, 1, Tag.MARGINAL_LOW_INCOME)
                | some(random, 1, Tag.ECONOMIC_DIFFICULTY)
                | some(random, 6, Tag.DISABLED)
                | some(random, 1, Tag.DEMENTIA)
                | some(random, 10, Tag.LIVING_ALONE)
                | some(random, 5, Tag.EMPTY_NEST);
    }

    private static int some(Random random, int percent, Tag tag) {
        return random.nextInt(PERCENT) < percent ? 1 << tag.slot() : 0;
    }

    int size() {
        return born.length;
    }

    /** The same people in the columns of the rules, chunk by chunk. */
    List<FactColumns> chunks(CompiledMonth month, LocalDate firstDay, int chunk) {
        List<FactColumns> chunks = new ArrayList<>();
        for (int i = 0; i < size(); i += chunk) {
            FactColumns columns = month.columns();
            for (int k = i; k < Math.min(size(), i + chunk); k++) {
                columns.add(born[k], bits(k, (int) firstDay.toEpochDay()));
            }
            chunks.add(columns);
        }
        return chunks;
    }

    /** One person's facts in one number. */
    long bits(int person, int firstDay) {
        long bits = tags[person] | FactBits.residence(ResidenceKind.REGISTERED, (lives[person] & HERE) != 0);
        if ((tags[person] & 1 << Tag.EXTREME_HARDSHIP.slot()) != 0) {
            bits |= FactBits.of(Tag.EXTREME_HARDSHIP, attributes(person));
        }
        bits |= ability[person] < 0 ? 0 : FactBits.ability(ability[person]);
        bits |= (lives[person] & INSTITUTION) == 0 ? 0 : FactBits.IN_INSTITUTION;
        return died[person] < firstDay ? bits | FactBits.DIED_BEFORE : bits;
    }

    private Attributes attributes(int person) {
        return with(
                Attribute.SELF_CARE,
                selfCare[person],
                with(Attribute.SUPPORT, support[person], with(Attribute.AREA, area[person], Attributes.NONE)));
    }

    private static Attributes with(Attribute attribute, int value, Attributes attributes) {
        return value < 0
                ? attributes
                : attributes.with(attribute, attribute.domain().get(value));
    }
}
