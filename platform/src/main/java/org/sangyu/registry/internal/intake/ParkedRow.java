package org.sangyu.registry.internal.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

/**
 * A row that waits for a person (待核实).
 *
 * @param id its id
 * @param intake the import it came with
 * @param number line of the file
 * @param reason why it waits
 * @param who what the row says of the person
 * @param township where the village is to be chosen, for {@link Reason#VILLAGE}
 * @param village as written, perhaps empty
 * @param elder the person taken already, for {@link Reason#VILLAGE}
 * @param candidates people it might be
 * @param at since when
 * @param ground source and file, with which its facts are recorded
 * @param decided how and by whom, or null while it waits
 */
public record ParkedRow(
        UUID id,
        UUID intake,
        int number,
        Reason reason,
        Who who,
        @Nullable Place township,
        String village,
        @Nullable ElderId elder,
        List<ElderId> candidates,
        Instant at,
        Ground ground,
        @Nullable Decided decided) {

    /** Copies the candidates. */
    public ParkedRow {
        candidates = List.copyOf(candidates);
    }

    /** Why a row waits. */
    public enum Reason {
        /** Taken at township level: which village? */
        VILLAGE,
        /** No ID number, and somebody has this name and birth day. */
        NAMESAKE,
        /** The ID number belongs to somebody of another name. */
        NAME_DIFFERS,
        /** The ID number is registered outside this desk's area. */
        ELSEWHERE,
        /** The ID number belongs to somebody recorded as dead. */
        DEAD
    }

    /** What can be decided. */
    public enum Decision {
        VILLAGE,
        SAME,
        NEW,
        DROPPED
    }

    /**
     * What the row says.
     *
     * @param name as read
     * @param born day of birth
     * @param sex {@code F} or {@code M}
     * @param idMasked the ID number as lists show it, or empty
     */
    public record Who(
            String name, @Nullable LocalDate born, @Nullable String sex, String idMasked) {}

    /** Code of the source, and hash of the file. */
    public record Ground(String source, String evidence) {}

    /** Who decided what, when. */
    public record Decided(Decision decision, String by, Instant at) {}
}
