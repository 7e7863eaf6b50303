package org.sangyu.bench;

import org.sangyu.rules.facts.Tag;

/** One invented person as a fact of the other engine, with room for the answers; public because rules call it. */
public final class DroolsFact {
    private static final int DIFFICULTY = 1 << Tag.EXTREME_HARDSHIP.slot()
            | 1 << Tag.MINIMUM_LIVING_ALLOWANCE.slot()
            | 1 << Tag.MARGINAL_LOW_INCOME.slot()
            | 1 << Tag.ECONOMIC_DIFFICULTY.slot();

    private final InventedColumns people;
    private final int row;
    private final boolean dead;
    private final byte[] outcomes = new byte[HandWritten.BENEFITS.size()];
    private final long[] amounts = new long[HandWritten.BENEFITS.size()];
    private final int[] whys = new int[HandWritten.BENEFITS.size()];

    DroolsFact(InventedColumns people, int row, int firstDay) {
        this.people = people;
        this.row = row;
        this.dead = people.died()[row] < firstDay;
    }

    /** Birth in days since 1970. */
    public int getBorn() {
        return people.born()[row];
    }

    /** Died before the month. */
    public boolean isDead() {
        return dead;
    }

    /** Registered in the region. */
    public boolean isHere() {
        return (people.lives()[row] & InventedColumns.HERE) != 0;
    }

    /** Lives in an institution. */
    public boolean isInstitution() {
        return (people.lives()[row] & InventedColumns.INSTITUTION) != 0;
    }

    private boolean has(Tag tag) {
        return (people.tags()[row] & 1 << tag.slot()) != 0;
    }

    /** Has the tag. */
    public boolean isHardship() {
        return has(Tag.EXTREME_HARDSHIP);
    }

    /** Has the tag. */
    public boolean isMinimum() {
        return has(Tag.MINIMUM_LIVING_ALLOWANCE);
    }

    /** Has one of the tags that count. */
    public boolean isDifficulty() {
        return (people.tags()[row] & DIFFICULTY) != 0;
    }

    /** Disabled or demented. */
    public boolean isFrail() {
        int ability = people.ability()[row];
        return has(Tag.DEMENTIA) || (ability < 0 ? has(Tag.DISABLED) : ability >= 1);
    }

    /** 0 town, 1 country, -1 not known. */
    public int getArea() {
        return people.area()[row];
    }

    /** 0 centralised, 1 dispersed, -1 not known. */
    public int getSupport() {
        return people.support()[row];
    }

    /** 0 full to 2 none; -1 not known. */
    public int getCare() {
        int level = people.selfCare()[row];
        int ability = people.ability()[row];
        return level >= 0 ? level : ability == 0 ? 0 : ability == 4 ? 2 : -1;
    }

    /** Called by rules. */
    public void entitle(int benefit, long amount) {
        outcomes[benefit] = 1;
        amounts[benefit] = amount;
    }

    /** Called by rules. */
    public void open(int benefit) {
        outcomes[benefit] = 2;
    }

    /** Called by rules. */
    public void refuse(int benefit, int why) {
        whys[benefit] |= why;
    }

    /** Called by rules. */
    public void refuseAll(int why) {
        for (int i = 0; i < whys.length; i++) {
            whys[i] |= why;
        }
    }

    void forget() {
        java.util.Arrays.fill(outcomes, (byte) 0);
        java.util.Arrays.fill(amounts, 0);
        java.util.Arrays.fill(whys, 0);
    }

    boolean isAnswered(int benefit, HandWritten.Out out, int at) {
        return outcomes[benefit] == out.outcome()[at]
                && amounts[benefit] == out.amount()[at]
                && (outcomes[benefit] != 0 || whys[benefit] == out.why()[at]);
    }
}
