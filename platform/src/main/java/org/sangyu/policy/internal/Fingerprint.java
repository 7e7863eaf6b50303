package org.sangyu.policy.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Fact;

/**
 * A 64-bit number for facts, the same on every machine and in any order of the facts; built only from what the
 * language fixes (characters, days), never from {@code hashCode} of records or enums.
 */
final class Fingerprint {

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long NULL_DAY = Long.MIN_VALUE;

    private long value;

    private Fingerprint(int kind) {
        value = START;
        add(kind);
    }

    /** Of facts, whatever their order; said twice counts twice. */
    static long of(List<Fact> facts) {
        long sum = facts.size();
        for (Fact fact : facts) {
            sum += of(fact);
        }
        return sum;
    }

    /** Of a text. */
    static long of(String text) {
        return new Fingerprint(0).add(text).end();
    }

    private static long of(Fact fact) {
        Fingerprint print =
                switch (fact) {
                    case Fact.Born born -> new Fingerprint(1).add(born.on());
                    case Fact.Sex sex -> new Fingerprint(2).add(sex.code());
                    case Fact.Name name -> new Fingerprint(3).add(name.name());
                    case Fact.Registered home ->
                        new Fingerprint(4)
                                .add(home.place().path())
                                .add(home.from())
                                .add(home.to());
                    case Fact.MovedOut moved ->
                        new Fingerprint(13).add(moved.from()).add(moved.to());
                    case Fact.Resides home ->
                        new Fingerprint(5)
                                .add(home.place().path())
                                .add(home.from())
                                .add(home.to());
                    case Fact.Died died -> new Fingerprint(6).add(died.on());
                    case Fact.Tag tag ->
                        new Fingerprint(7)
                                .add(tag.tag())
                                .add(tag.from())
                                .add(tag.to())
                                .add(tag.attributes());
                    case Fact.Ability ability ->
                        new Fingerprint(8)
                                .add(ability.level())
                                .add(ability.on())
                                .add(ability.instrument());
                    case Fact.Ltci ltci -> new Fingerprint(9).add(ltci.grade()).add(ltci.on());
                    case Fact.Institution stay ->
                        new Fingerprint(10).add(stay.from()).add(stay.to());
                    case Fact.Receives receives ->
                        new Fingerprint(11)
                                .add(receives.benefit())
                                .add(
                                        receives.amount() == null
                                                ? NULL_DAY
                                                : receives.amount().fen())
                                .add(receives.from())
                                .add(receives.to());
                };
        return print.add(fact.said().source()).add(fact.said().recorded()).end();
    }

    private Fingerprint add(long number) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            value = (value ^ ((number >>> shift) & 0xff)) * PRIME;
        }
        return this;
    }

    private Fingerprint add(@Nullable LocalDate day) {
        return add(day == null ? NULL_DAY : day.toEpochDay());
    }

    private Fingerprint add(String text) {
        for (int i = 0; i < text.length(); i++) {
            value = (value ^ text.charAt(i)) * PRIME;
        }
        return add(text.length());
    }

    private Fingerprint add(Map<String, String> attributes) {
        long sum = 0;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            sum += new Fingerprint(12)
                    .add(attribute.getKey())
                    .add(attribute.getValue())
                    .end();
        }
        return add(sum);
    }

    /** Spreads the bits, so that sums of prints stay apart. */
    private long end() {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
