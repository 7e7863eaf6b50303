package org.sangyu.registry.internal.intake.read;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading one cell.
 *
 * @param <T> what was wanted
 */
public sealed interface Reading<T> {

    /** The cell says nothing: what is known stays. */
    record Blank<T>() implements Reading<T> {}

    /**
     * Understood.
     *
     * @param value what the cell says
     */
    record Value<T>(T value) implements Reading<T> {}

    /**
     * Not understood.
     *
     * @param why last part of the words key {@code intake.why.<why>}
     * @param arguments of that sentence
     */
    record Wrong<T>(String why, List<String> arguments) implements Reading<T> {}

    /** Nothing said. */
    static <T> Reading<T> blank() {
        return new Blank<>();
    }

    /** Understood. */
    static <T> Reading<T> value(T value) {
        return new Value<>(value);
    }

    /** Not understood, and why. */
    static <T> Reading<T> wrong(String why, String... arguments) {
        return new Wrong<>(why, List.of(arguments));
    }

    /** The value, or null for anything else. */
    default @Nullable T orNull() {
        return this instanceof Value<T>(T value) ? value : null;
    }

    /** Reads on from a value; blank and wrong stay as they are. */
    default <R> Reading<R> then(Function<T, Reading<R>> next) {
        return switch (this) {
            case Blank<T> none -> blank();
            case Value<T>(T value) -> next.apply(value);
            case Wrong<T>(String why, List<String> arguments) -> new Wrong<>(why, arguments);
        };
    }
}
