package org.sangyu.policy.internal.own;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Place;

/**
 * A value that an operator entered, with everything that happened to it.
 *
 * @param place where it holds, and below
 * @param region official code of the place, by which packs know it
 * @param subject id of the benefit or conflict, or key of the setting
 * @param from first day
 * @param to first day no longer, null when open
 * @param proposed by whom and when
 * @param decided who put it in force, refused it or took it back; null while it waits
 * @param ending who wants it ended, or ended it; null while nobody does
 * @param ended when it came to its end; null while it has not
 * @param effect what it would change, as last computed; null before
 */
public record OwnValue(
        UUID id,
        Place place,
        String region,
        OwnKind kind,
        String subject,
        OwnContent content,
        LocalDate from,
        @Nullable LocalDate to,
        OwnSource source,
        OwnState state,
        Deed proposed,
        @Nullable Deed decided,
        @Nullable Deed ending,
        @Nullable Instant ended,
        @Nullable Effect effect) {

    /**
     * Somebody did something.
     *
     * @param account sign-in name; two-person rules compare this
     * @param reason in the person's words; empty where none is asked for
     */
    public record Deed(String account, String person, Instant at, String reason) {}

    /** Its paper's id among the documents of the packs. */
    public String document() {
        return document(id);
    }

    /** The id of the paper of an entered value. */
    public static String document(UUID id) {
        return "own-" + id.toString().replace("-", "");
    }

    /** True when one person asked for its end and a second has still to agree. */
    public boolean isEnding() {
        return state == OwnState.IN_FORCE && ending != null;
    }

    /** True while somebody has to decide about it. */
    public boolean isWaiting() {
        return state == OwnState.PROPOSED || isEnding();
    }

    /** The one who asked for what waits: whoever decides must be somebody else. */
    public String askedBy() {
        return isEnding() && ending != null ? ending.account() : proposed.account();
    }

    /** The same as if it were in force since that moment, decided by that person. */
    OwnValue asInForce(String account, String person, Instant at) {
        return new OwnValue(
                id,
                place,
                region,
                kind,
                subject,
                content,
                from,
                to,
                source,
                OwnState.IN_FORCE,
                proposed,
                new Deed(account, person, at, ""),
                null,
                null,
                effect);
    }
}
