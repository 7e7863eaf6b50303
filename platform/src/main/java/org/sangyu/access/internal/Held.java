package org.sangyu.access.internal;

import java.sql.SQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;

/** Whether a statement failed only because somebody held the rows or the table for longer than it would wait. */
final class Held {

    /** What PostgreSQL says when {@code lock_timeout} is over; Spring does not know it. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Held() {}

    static boolean by(DataAccessException failure) {
        return failure instanceof PessimisticLockingFailureException
                || NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException refused
                        && LOCK_NOT_AVAILABLE.equals(refused.getSQLState());
    }
}
