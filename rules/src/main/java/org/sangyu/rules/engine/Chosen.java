package org.sangyu.rules.engine;

import java.util.List;
import org.sangyu.rules.Arg;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.packs.Timeline;

/** A dated condition: the one in force on the day that counts; where none is in force yet or any more, nobody fits. */
record Chosen(Choice<Check> choice, Arg.Named subject) implements Check {

    @Override
    public int of(Case person) {
        Choice.Option<Check> option = choice.in(person);
        if (option == null) {
            return Truth.UNKNOWN;
        }
        if (option.value() == null) {
            return option.candidate() instanceof Timeline.Candidate.UnknownEarlier<?> ? Truth.UNKNOWN : Truth.NO;
        }
        return option.value().of(person);
    }

    @Override
    public void explain(Case person, int result, List<Reason> into) {
        Choice.Option<Check> option = choice.in(person);
        if (option != null && option.value() != null) {
            option.value().explain(person, result, into);
        } else if (option != null) {
            into.add(hole(option.candidate(), subject));
        }
    }

    /** Why a hole in the documents gives nobody anything. */
    static Reason hole(Timeline.Candidate<?> candidate, Arg.Named subject) {
        Cite cite = Cite.of(Choice.dated(candidate));
        Arg.Inexact when = new Arg.Inexact(Choice.changes(List.of(new Choice.Option<>(null, candidate))));
        return switch (candidate) {
            case Timeline.Candidate.NotYet<?> _ -> cite.reason(ReasonCode.NOT_YET, null, subject, when);
            case Timeline.Candidate.Ended<?> _ -> cite.reason(ReasonCode.ENDED, null, subject, when);
            case Timeline.Candidate.UnknownEarlier<?> _ -> cite.reason(ReasonCode.EARLIER_UNKNOWN, null, when);
            case Timeline.Candidate.InForce<?> _ -> throw new IllegalArgumentException("Not a hole: " + candidate);
        };
    }
}
