package org.sangyu.rules;

import org.jspecify.annotations.Nullable;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Attributes;
import org.sangyu.rules.facts.ResidenceKind;
import org.sangyu.rules.facts.Sex;
import org.sangyu.rules.facts.Tag;

/**
 * The facts of one person that count in one month, in one number; join what is known with {@code |}, start from 0.
 *
 * <p>0 is: alive, nothing known of sex, residence or ability, no tag, no grade, at home.
 *
 * <pre>
 * bits   0–23 tags · 24–47 their attributes, four bits each · 48–51 ability level + 1 · 52–54 care-insurance grade + 1
 *       55–56 sex · 57 in an institution · 58–59 registered, 60–61 living inside · 62–63 dead, odd
 * </pre>
 */
public final class FactBits {
    /** Lives in a care institution. */
    public static final long IN_INSTITUTION = 1L << 57;
    /** Died before the month. */
    public static final long DIED_BEFORE = 1L << 62;
    /** Not to be said in bits: the row has the person's facts beside it. */
    static final long ODD = 1L << 63;

    /** All bits that say something of a tag's attributes. */
    public static final int DETAILS = 24;
    /** The highest level that fits. */
    public static final int HIGHEST_LEVEL = 14;

    private static final int ABILITY = 48;
    private static final int LTCI = 52;
    private static final int SEX = 55;
    private static final int REGISTERED = 58;
    private static final int USUAL = 60;
    private static final int NIBBLE = 0xF;
    private static final int GRADE = 0x7;
    private static final int PAIR = 0x3;

    private FactBits() {}

    /** Has the tag, nothing said more closely. */
    public static long of(Tag tag) {
        return 1L << tag.slot();
    }

    /** Has the tag, with these attributes. */
    public static long of(Tag tag, Attributes attributes) {
        return of(tag) | (long) attributes.bits() << DETAILS;
    }

    /** The newest result of GB/T 42195-2022: 0 intact to 4 total loss. */
    public static long ability(int level) {
        if (level < 0 || level > HIGHEST_LEVEL) {
            throw new IllegalArgumentException("No such level: " + level);
        }
        return (long) (level + 1) << ABILITY;
    }

    /** The newest grade of long-term-care insurance: 0 to 5. */
    public static long ltci(int grade) {
        if (grade < 0 || grade >= GRADE) {
            throw new IllegalArgumentException("No such grade: " + grade);
        }
        return (long) (grade + 1) << LTCI;
    }

    /** Known sex. */
    public static long of(Sex sex) {
        return (sex == Sex.F ? 1L : 2L) << SEX;
    }

    /** The residence of that kind lies inside the region asked for, or surely outside; else leave it out. */
    public static long residence(ResidenceKind kind, boolean inside) {
        return (inside ? 2L : 1L) << (kind == ResidenceKind.REGISTERED ? REGISTERED : USUAL);
    }

    /** The bits in which a residence of that kind stands. */
    public static long residence(ResidenceKind kind) {
        return (long) PAIR << (kind == ResidenceKind.REGISTERED ? REGISTERED : USUAL);
    }

    /** The bits in which an attribute stands. */
    public static long of(Attribute attribute) {
        return (long) NIBBLE << (DETAILS + attribute.slot() * 4);
    }

    /** The bits in which the ability stands. */
    public static long ability() {
        return (long) NIBBLE << ABILITY;
    }

    /** The bits in which the grade of long-term-care insurance stands. */
    public static long ltci() {
        return (long) GRADE << LTCI;
    }

    /** The bits in which the sex stands. */
    public static long sex() {
        return (long) PAIR << SEX;
    }

    /** Tells whether the tag is among them. */
    public static boolean has(long facts, Tag tag) {
        return (facts & of(tag)) != 0;
    }

    /** All attributes of all tags. */
    public static Attributes attributes(long facts) {
        return new Attributes((int) (facts >>> DETAILS) & 0xFFFFFF);
    }

    /** The level, or -1 when there is no result. */
    public static int levelIn(long facts) {
        return ((int) (facts >>> ABILITY) & NIBBLE) - 1;
    }

    /** The grade, or -1 when there is none. */
    public static int gradeIn(long facts) {
        return ((int) (facts >>> LTCI) & GRADE) - 1;
    }

    /** The sex; null when not known. */
    public static @Nullable Sex sexIn(long facts) {
        return switch ((int) (facts >>> SEX) & PAIR) {
            case 0 -> null;
            case 1 -> Sex.F;
            default -> Sex.M;
        };
    }

    /** Whether the residence lies inside; null when not known. */
    public static @Nullable Boolean insideIn(long facts, ResidenceKind kind) {
        int pair = (int) (facts >>> (kind == ResidenceKind.REGISTERED ? REGISTERED : USUAL)) & PAIR;
        return pair == 0 ? null : pair == 2;
    }
}
