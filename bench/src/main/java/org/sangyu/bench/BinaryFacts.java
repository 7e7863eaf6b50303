package org.sangyu.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.sangyu.rules.FactBits;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.ResidenceKind;
import org.sangyu.rules.facts.Tag;

/** One row of facts as PostgreSQL's binary COPY sends it, made into bits without an object a person. */
final class BinaryFacts {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final int HEAD = 19;
    private static final int YEAR_2000 = 10_957;
    private static final int COLUMNS = 9;
    private static final long HARDSHIP = FactBits.of(Tag.EXTREME_HARDSHIP);
    private static final int AREA = Long.numberOfTrailingZeros(FactBits.of(Attribute.AREA));
    private static final int SUPPORT = Long.numberOfTrailingZeros(FactBits.of(Attribute.SUPPORT));
    private static final int SELF_CARE = Long.numberOfTrailingZeros(FactBits.of(Attribute.SELF_CARE));

    private final int firstDay;
    private boolean begun;
    private int at;
    private int id;
    private int born;
    private long bits;

    BinaryFacts(int firstDay) {
        this.firstDay = firstDay;
    }

    int id() {
        return id;
    }

    int born() {
        return born;
    }

    long bits() {
        return bits;
    }

    /** Reads one message; false when it holds no row. */
    boolean read(byte[] data) {
        at = begun ? 0 : HEAD;
        begun = true;
        if (data.length < at + 2 || (short) SHORT.get(data, at) != COLUMNS) {
            return false;
        }
        at += 2;
        id = number(data);
        born = number(data) + YEAR_2000;
        at += 4;
        boolean died = (int) INT.get(data, at - 4) > 0;
        if (died) {
            died = (int) INT.get(data, at) + YEAR_2000 < firstDay;
            at += 4;
        }
        long all = number(data);
        int area = small(data);
        int support = small(data);
        int selfCare = small(data);
        if ((all & HARDSHIP) != 0) {
            all |= (area + 1L) << AREA | (support + 1L) << SUPPORT | (selfCare + 1L) << SELF_CARE;
        }
        int ability = small(data);
        int lives = small(data);
        all |= ability < 0 ? 0 : FactBits.ability(ability);
        all |= FactBits.residence(ResidenceKind.REGISTERED, (lives & InventedColumns.HERE) != 0);
        all |= (lives & InventedColumns.INSTITUTION) == 0 ? 0 : FactBits.IN_INSTITUTION;
        bits = died ? all | FactBits.DIED_BEFORE : all;
        return true;
    }

    private int number(byte[] data) {
        int value = (int) INT.get(data, at + 4);
        at += 8;
        return value;
    }

    private int small(byte[] data) {
        boolean known = (int) INT.get(data, at) > 0;
        int value = known ? (short) SHORT.get(data, at + 4) : -1;
        at += known ? 6 : 4;
        return value;
    }
}
