package org.sangyu.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.engine.Profiles;

/**
 * The decisions about the people of some columns, in their order; benefits are numbered as {@link
 * CompiledMonth#benefits} lists them.
 *
 * <p>Made by {@link CompiledMonth#answers}, filled by {@link CompiledMonth#decide}, and used again for the next chunk.
 */
public final class Answers {
    private final Profiles profiles;
    private int[] profile = {};
    private int size;

    Answers(Profiles profiles) {
        this.profiles = profiles;
    }

    int[] room(int people) {
        if (profile.length < people) {
            profile = new int[people];
        }
        size = people;
        return profile;
    }

    boolean belongTo(Profiles owner) {
        return profiles == owner;
    }

    /** How many people were decided. */
    public int size() {
        return size;
    }

    /**
     * The number of the profile of one: people with the same number have the same answers about every benefit. Numbers
     * count from 0 and stay while the {@link CompiledMonth} lives.
     */
    public int profile(int person) {
        return profile[person];
    }

    /** How it ended. */
    public Outcome outcome(int person, int benefit) {
        return profiles.outcome(profile[person], benefit);
    }

    /** The amount in fen or pieces, of a yearly benefit the year's; 0 unless entitled. */
    public long amount(int person, int benefit) {
        return profiles.amount(profile[person], benefit);
    }

    /** The amount before a conflict changed it; null when none did. */
    public @Nullable Long before(int person, int benefit) {
        return profiles.decision(profile[person], benefit).before();
    }

    /** What an undetermined amount may be, ascending, 0 for 'not entitled'; empty otherwise. */
    public List<Long> possible(int person, int benefit) {
        return profiles.decision(profile[person], benefit) instanceof Decision.Undetermined open
                ? open.possible()
                : List.of();
    }

    /** The number of the reasons; people with the same number have the same, see {@link CompiledMonth#why}. */
    public int why(int person, int benefit) {
        return profiles.why(profile[person], benefit);
    }

    /**
     * Writes one benefit's answers into columns, person by person.
     *
     * @param outcomes 0 not entitled, 1 entitled, 2 undetermined: the order of {@link Outcome}
     * @param amounts as {@link #amount}
     * @param whys as {@link #why}
     */
    public void copy(int benefit, byte[] outcomes, long[] amounts, int[] whys) {
        profiles.copy(new Profiles.Numbered(profile, size), benefit, new Profiles.Column(outcomes, amounts, whys));
    }

    /** How many are entitled. */
    public int entitled(int benefit) {
        int entitled = 0;
        for (int i = 0; i < size; i++) {
            entitled += outcome(i, benefit) == Outcome.ENTITLED ? 1 : 0;
        }
        return entitled;
    }

    /** What all are entitled to together, in fen or pieces. */
    public long sum(int benefit) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = Math.addExact(sum, amount(i, benefit));
        }
        return sum;
    }
}
