package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Jobs;

/** One run of a job that changes keys; whatever a test wants to happen between two pieces happens there. */
record KeyRun(Map<String, String> arguments, Piece each) implements Jobs.Run {

    /** What happens after a piece. */
    @FunctionalInterface
    interface Piece {
        void done() throws SQLException;
    }

    @Override
    public UUID id() {
        return new UUID(0, 1);
    }

    @Override
    public @Nullable String checkpoint() {
        return null;
    }

    @Override
    public void reached(String checkpoint) {}

    @Override
    public void progress(long done, long total) {
        assertThat(done).isLessThanOrEqualTo(total);
        try {
            each.done();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void tell(Jobs.Title message) {}

    @Override
    public void result(String href) {}

    @Override
    public void attach(org.sangyu.shared.Files.Stored file) {}
}
