package org.sangyu.shared;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What outside the program stands in the way of a piece of work: nothing is wrong with the work itself, and it can be
 * done once the hindrance is gone. Read from a failure, so that people are told this instead of 'an error'.
 */
public enum Hindrance {
    /** The database cannot be reached, or the connection to it broke. */
    DATABASE,
    /** No space is left on the disk, the database's or that of the stored files. */
    DISK,
    /** The key of the blind index changed this moment, and what is to be written was made with the one before. */
    KEY,
    /** A stored file is no longer where it was put. */
    FILE;

    private static final int DEEPEST = 20;
    private static final String CONNECTION_CLASS = "08";
    private static final String STOPPED_CLASS = "57P0";
    private static final String DISK_FULL = "53100";
    private static final String CHECK_VIOLATED = "23514";
    /** How the constraint is called that refuses indexes of an older key. */
    private static final String OLDER_INDEX = "_idx_current\"";
    /** What the pool says of a connection that it found broken, without a state: a rollback then hides the first failure. */
    private static final String POOL_CLOSED = "Connection is closed";

    /** The hindrance behind a failure, if it is one. */
    public static Optional<Hindrance> of(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            Optional<Hindrance> found = directly(cause);
            if (found.isPresent()) {
                return found;
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<Hindrance> directly(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException noneFree -> Optional.of(DATABASE);
            case SQLException gone when POOL_CLOSED.equals(gone.getMessage()) -> Optional.of(DATABASE);
            case SQLException refused -> bySqlState(refused.getSQLState(), refused.getMessage());
            case NoSuchFileException gone -> Optional.of(FILE);
            case IOException failed when isFull(failed.getMessage()) -> Optional.of(DISK);
            default -> Optional.empty();
        };
    }

    private static Optional<Hindrance> bySqlState(@Nullable String state, @Nullable String message) {
        if (state == null) {
            return Optional.empty();
        }
        if (state.equals(DISK_FULL)) {
            return Optional.of(DISK);
        }
        if (state.equals(CHECK_VIOLATED)) {
            return message != null && message.contains(OLDER_INDEX) ? Optional.of(KEY) : Optional.empty();
        }
        return state.startsWith(CONNECTION_CLASS) || state.startsWith(STOPPED_CLASS)
                ? Optional.of(DATABASE)
                : Optional.empty();
    }

    /** The system's own words, in the two languages a machine here is set to. */
    private static boolean isFull(@Nullable String message) {
        return message != null
                && (message.contains("No space left on device")
                        || message.contains("Disk quota exceeded")
                        || message.contains("设备上没有空间")
                        || message.contains("超出磁盘限额"));
    }
}
