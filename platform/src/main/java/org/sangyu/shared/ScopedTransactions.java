package org.sangyu.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells the database, at the start of every transaction, which places and people the current desk may see.
 *
 * <p>Row security compares against {@code app.lo}, {@code app.hi} and {@code app.people}; outside a desk all three are
 * empty and nothing is visible. {@code app.department} narrows what a department sees of rosters to its own. A desk that
 * sees named people works as {@code sangyu_personal}, whose policies ask for them: in those of {@code sangyu_app} the place
 * stands alone, and the database finds it by an index. For somebody who only looks at the desk the transaction is read
 * only: no page, whatever it does, changes anything.
 */
@Component
public final class ScopedTransactions implements TransactionExecutionListener {

    private static final String SET = "select set_config('app.lo', ?, true), set_config('app.hi', ?, true),"
            + " set_config('app.people', ?, true), set_config('app.department', ?, true), set_config('role', ?, true),"
            + " case when ? then set_config('transaction_read_only', 'on', true) end";
    private static final String OF_A_PLACE = "sangyu_app";
    private static final String OF_PEOPLE = "sangyu_personal";

    private static final Logger LOG = LoggerFactory.getLogger(ScopedTransactions.class);

    private final DataSource dataSource;

    ScopedTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null) {
            return;
        }
        Scope scope = CurrentDesk.find().map(Desk::scope).orElse(new Scope("", "", java.util.List.of()));
        String department = CurrentDesk.find().map(Desk::department).orElse("");
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            set.setString(1, scope.lo());
            set.setString(2, scope.hi());
            set.setString(3, scope.people().stream().map(ElderId::toString).collect(Collectors.joining(",", "{", "}")));
            set.setString(4, department);
            set.setString(5, scope.people().isEmpty() ? OF_A_PLACE : OF_PEOPLE);
            set.setBoolean(6, CurrentDesk.isOnlyLooking());
            set.execute();
        } catch (SQLException e) {
            // Thrown from here, the connection would stay with this thread for ever. The transaction is spoilt anyway:
            // each statement in it fails, nothing is visible to it, and it ends by rolling back.
            LOG.warn("the scope could not be set: {}", e.getMessage());
            transaction.setRollbackOnly();
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
