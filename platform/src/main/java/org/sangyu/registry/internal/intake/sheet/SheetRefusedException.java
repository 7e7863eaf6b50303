package org.sangyu.registry.internal.intake.sheet;

import java.util.List;

/** The file as a whole cannot be read: which sentence to say, so that a clerk knows what to do. */
public final class SheetRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;
    private final List<String> arguments;

    private SheetRefusedException(String reason, List<String> arguments) {
        super(reason + arguments);
        this.reason = reason;
        this.arguments = List.copyOf(arguments);
    }

    /** The file cannot be read, and why. */
    public static SheetRefusedException because(String reason, Object... arguments) {
        return new SheetRefusedException(
                reason, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** Last part of the words key {@code intake.file.<reason>}. */
    public String reason() {
        return reason;
    }

    /** Arguments of the sentence. */
    public List<String> arguments() {
        return arguments;
    }
}
