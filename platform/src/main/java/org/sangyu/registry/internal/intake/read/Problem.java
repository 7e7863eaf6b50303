package org.sangyu.registry.internal.intake.read;

import java.util.List;

/**
 * Why a row was not taken, or what a person should look at.
 *
 * @param heading the column it is about; {@link Heading#IGNORED} for the row as a whole
 * @param why last part of the words key {@code intake.why.<why>}
 * @param arguments of that sentence
 */
public record Problem(Heading heading, String why, List<String> arguments) {

    /** A problem of one column. */
    public static Problem of(Heading heading, String why, String... arguments) {
        return new Problem(heading, why, List.of(arguments));
    }

    /** A problem of the row as a whole. */
    public static Problem ofRow(String why, String... arguments) {
        return new Problem(Heading.IGNORED, why, List.of(arguments));
    }
}
