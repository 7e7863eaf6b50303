package org.sangyu.policy.internal.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.stereotype.Component;

/**
 * COPY of people whose money changes into the staging table, streamed, on a connection of its own.
 *
 * <p>Values are ids, codes, days and numbers of ours; none needs escaping.
 */
@Component
class ChangedPeople {

    private static final String COPY = "copy policy.stage_simulation_person (simulation, county, elder, benefit, place,"
            + " from_month, before_fen, after_fen) from stdin";
    private static final int BUFFER = 1 << 16;

    private final DataSource dataSource;

    ChangedPeople(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void copy(Consumer<Out> writer) {
        try (Connection connection = dataSource.getConnection()) {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            try (OutputStream out = new PGCopyOutputStream(postgres, COPY, BUFFER)) {
                writer.accept(new Out(out));
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("copy of changed people failed", e);
        }
    }

    /** Writes rows. */
    static final class Out {

        private final OutputStream out;

        private Out(OutputStream out) {
            this.out = out;
        }

        void row(Object... values) {
            StringBuilder line = new StringBuilder();
            for (Object value : values) {
                line.append(line.isEmpty() ? "" : "\t").append(value);
            }
            line.append('\n');
            try {
                out.write(line.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
