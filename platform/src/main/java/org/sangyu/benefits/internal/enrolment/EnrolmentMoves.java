package org.sangyu.benefits.internal.enrolment;

import static org.sangyu.benefits.internal.enrolment.EnrolmentStatus.*;
import static org.sangyu.benefits.internal.enrolment.EnrolmentVerb.*;
import static org.sangyu.shared.Role.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sangyu.shared.Role;

/** The one table of what may follow what, and at whose desk. */
public final class EnrolmentMoves {

    private static final List<Move> TABLE = table();

    private EnrolmentMoves() {}

    /**
     * One line of the table.
     *
     * @param desks roles whose desks may do it; empty when it follows by itself from another deed
     */
    public record Move(EnrolmentStatus from, EnrolmentVerb verb, EnrolmentStatus to, Set<Role> desks) {}

    private static List<Move> table() {
        return List.of(
                move(PROPOSED, CHECK, VILLAGE_CHECKED, VILLAGE),
                move(PROPOSED, REFUSE, REFUSED, VILLAGE),
                move(PROPOSED, END, ENDED, COUNTY_CLERK),
                move(PROPOSED, WITHDRAW, ENDED),
                move(VILLAGE_CHECKED, REVIEW, TOWNSHIP_REVIEWED, TOWNSHIP),
                move(VILLAGE_CHECKED, RETURN, PROPOSED, TOWNSHIP),
                move(VILLAGE_CHECKED, REFUSE, REFUSED, TOWNSHIP),
                move(VILLAGE_CHECKED, UNDO, PROPOSED, VILLAGE),
                move(VILLAGE_CHECKED, END, ENDED, COUNTY_CLERK),
                move(TOWNSHIP_REVIEWED, APPROVE, COUNTY_APPROVED, COUNTY_CLERK),
                move(TOWNSHIP_REVIEWED, RETURN, VILLAGE_CHECKED, COUNTY_CLERK),
                move(TOWNSHIP_REVIEWED, REFUSE, REFUSED, COUNTY_CLERK),
                move(TOWNSHIP_REVIEWED, UNDO, VILLAGE_CHECKED, TOWNSHIP),
                move(TOWNSHIP_REVIEWED, END, ENDED, COUNTY_CLERK),
                move(COUNTY_APPROVED, ACTIVATE, ACTIVE),
                move(COUNTY_APPROVED, RETURN, TOWNSHIP_REVIEWED, COUNTY_CLERK),
                move(COUNTY_APPROVED, UNDO, TOWNSHIP_REVIEWED, COUNTY_CLERK),
                move(COUNTY_APPROVED, END, ENDED, COUNTY_CLERK),
                move(ACTIVE, SUSPEND, SUSPENDED, COUNTY_CLERK),
                move(ACTIVE, END, ENDED, COUNTY_CLERK),
                move(SUSPENDED, RESUME, ACTIVE, COUNTY_CLERK),
                move(SUSPENDED, END, ENDED, COUNTY_CLERK));
    }

    private static Move move(EnrolmentStatus from, EnrolmentVerb verb, EnrolmentStatus to, Role... desks) {
        return new Move(from, verb, to, Set.of(desks));
    }

    /** The whole table. */
    public static List<Move> all() {
        return TABLE;
    }

    /** What the verb leads to, or empty when it cannot be done from there. */
    public static Optional<Move> find(EnrolmentStatus from, EnrolmentVerb verb) {
        return TABLE.stream()
                .filter(move -> move.from() == from && move.verb() == verb)
                .findFirst();
    }

    /** What a desk may do with an enrolment that stands there, in the order of the table. */
    public static List<EnrolmentVerb> at(EnrolmentStatus from, Role desk) {
        return TABLE.stream()
                .filter(move -> move.from() == from && move.desks().contains(desk))
                .map(Move::verb)
                .toList();
    }

    /** What waits at a desk of this role, or empty for desks that move nothing forward. */
    public static Optional<EnrolmentStatus> waitingAt(Role desk) {
        return TABLE.stream()
                .filter(move -> move.desks().contains(desk))
                .filter(move -> Set.of(CHECK, REVIEW, APPROVE).contains(move.verb()))
                .map(Move::from)
                .findFirst();
    }
}
