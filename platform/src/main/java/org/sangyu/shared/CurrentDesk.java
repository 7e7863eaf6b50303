package org.sangyu.shared;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The desk at which the running thread works.
 *
 * <p>Bound once around a request or a job. Every transaction begun inside carries the desk's scope into the database;
 * without one nothing that belongs to people can be seen.
 */
public final class CurrentDesk {

    private static final ScopedValue<Desk> DESK = ScopedValue.newInstance();
    private static final ScopedValue<Boolean> ONLY_LOOKING = ScopedValue.newInstance();

    private CurrentDesk() {}

    /** The desk, or empty outside any request and job. */
    public static Optional<Desk> find() {
        return DESK.isBound() ? Optional.of(DESK.get()) : Optional.empty();
    }

    /**
     * The desk.
     *
     * @throws IllegalStateException when nobody acts
     */
    public static Desk get() {
        return find().orElseThrow(() -> new IllegalStateException("no desk: work with people's data needs one"));
    }

    /** Runs work at a desk. */
    public static void run(Desk desk, Runnable work) {
        ScopedValue.where(DESK, desk).run(work);
    }

    /** Runs work at a desk and hands back what it makes. */
    public static <T> T call(Desk desk, Supplier<T> work) {
        return ScopedValue.where(DESK, desk).call(work::get);
    }

    /** True while somebody only looks at the desk: the database then refuses every change. */
    public static boolean isOnlyLooking() {
        return ONLY_LOOKING.orElse(false);
    }

    /** As {@link #callThrowing}, for somebody who may look at the desk and change nothing. */
    public static <T, X extends Throwable> T lookThrowing(Desk desk, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(DESK, desk).where(ONLY_LOOKING, true).call(work);
    }

    /** Writes down what somebody who only looks has seen: the one change they cause. */
    public static void noteLook(Runnable note) {
        ScopedValue.where(ONLY_LOOKING, false).run(note);
    }

    /** As {@link #call}, for work that throws a checked exception, such as a servlet filter chain. */
    public static <T, X extends Throwable> T callThrowing(Desk desk, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(DESK, desk).call(work);
    }
}
