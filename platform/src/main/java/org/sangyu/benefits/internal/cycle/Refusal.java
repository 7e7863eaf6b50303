package org.sangyu.benefits.internal.cycle;

import java.util.List;
import java.util.Optional;

/**
 * Why something about a cycle was not done; an answer, never an exception.
 *
 * @param wordKey key of the sentence that says why and what now
 * @param arguments its arguments, display-ready
 */
public record Refusal(String wordKey, List<Object> arguments) {

    /** Copies the arguments. */
    public Refusal {
        arguments = List.copyOf(arguments);
    }

    /** A refusal, as the answer of a use case. */
    public static Optional<Refusal> of(String wordKey, Object... arguments) {
        return Optional.of(new Refusal(wordKey, List.of(arguments)));
    }

    /** Nothing refused. */
    public static Optional<Refusal> none() {
        return Optional.empty();
    }
}
