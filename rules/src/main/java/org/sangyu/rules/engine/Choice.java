package org.sangyu.rules.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Arg;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.Timeline;

/**
 * What may be in force on a day, made ready: one option when it is sure, several with a variable between them when it
 * depends on a day that no document gives.
 */
final class Choice<T> {

    /** One option: a value, or a hole (null) in the documents. */
    record Option<T>(@Nullable T value, Timeline.Candidate<?> candidate) {}

    final List<Option<T>> options;
    final @Nullable Unknown unknown;

    private Choice(List<Option<T>> options, @Nullable Unknown unknown) {
        this.options = options;
        this.unknown = unknown;
    }

    static <P, T> Choice<T> of(Frame frame, List<Parameter<P>> layers, LocalDate day, Function<Dated<P>, T> ready) {
        List<Timeline.Candidate<P>> candidates = Timeline.on(layers, day, frame.asOf);
        List<Option<T>> options = new ArrayList<>();
        Timeline.Candidate<P> last = null;
        for (Timeline.Candidate<P> candidate : candidates) {
            options.add(new Option<>(
                    candidate instanceof Timeline.Candidate.InForce<P>(Dated<P> dated) ? ready.apply(dated) : null,
                    candidate));
            last = candidate;
        }
        Unknown unknown = options.size() < 2 || last == null
                ? null
                : new Unknown(
                        frame.nextChoice(),
                        options.size(),
                        Cite.of(dated(last))
                                .reason(ReasonCode.RULE_DATE_UNKNOWN, null, new Arg.Inexact(changes(options))));
        return new Choice<>(List.copyOf(options), unknown);
    }

    boolean isEmpty() {
        return options.isEmpty();
    }

    /** The option in force; null when it hangs on the variable. */
    @Nullable
    Option<T> in(Case person) {
        if (unknown == null) {
            return options.getFirst();
        }
        int assumed = person.ask(unknown, 0);
        return assumed < 0 ? null : options.get(assumed);
    }

    /** The days between which the change lies, as written. */
    static <T> String changes(List<Option<T>> options) {
        Dated<?> last = dated(options.getLast().candidate());
        if (options.getLast().candidate() instanceof Timeline.Candidate.Ended<?>) {
            return last.to() == null ? last.from().written() : last.to().written();
        }
        return last.from().written();
    }

    static Dated<?> dated(Timeline.Candidate<?> candidate) {
        return switch (candidate) {
            case Timeline.Candidate.InForce<?>(Dated<?> dated) -> dated;
            case Timeline.Candidate.NotYet<?>(Dated<?> first) -> first;
            case Timeline.Candidate.UnknownEarlier<?>(Dated<?> first) -> first;
            case Timeline.Candidate.Ended<?>(Dated<?> last) -> last;
        };
    }
}
