package org.sangyu.benefits.internal.enrolment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.stereotype.Component;

/**
 * COPY into a staging table; rows are streamed, never collected.
 *
 * <p>On a connection of its own, so that what is copied may be read from the database meanwhile; it is committed by
 * itself. Staging tables have no row security, hold rows of one run only, and are cleared by that run.
 */
@Component
public class StageCopy {

    private static final int BUFFER = 1 << 16;

    private final DataSource dataSource;

    StageCopy(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Copies what the writer writes.
     *
     * @param into table and columns, for example {@code benefits.stage_decision (run, elder)}
     */
    public void copy(String into, Consumer<Out> writer) {
        try (Connection connection = dataSource.getConnection()) {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            try (OutputStream out = new PGCopyOutputStream(postgres, "copy " + into + " from stdin", BUFFER)) {
                writer.accept(new Out(out));
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("copy into " + into + " failed", e);
        }
    }

    /** Writes rows in PostgreSQL's text format. */
    public static final class Out {

        private final OutputStream out;
        private final StringBuilder line = new StringBuilder();

        private Out(OutputStream out) {
            this.out = out;
        }

        /** One row; null is null, bytes become bytea, anything else its text. */
        public void row(@Nullable Object... values) {
            line.setLength(0);
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    line.append('\t');
                }
                append(values[i]);
            }
            line.append('\n');
            try {
                out.write(line.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void append(@Nullable Object value) {
            switch (value) {
                case null -> line.append("\\N");
                case byte[] bytes -> line.append("\\\\x").append(HexFormat.of().formatHex(bytes));
                default -> escape(value.toString());
            }
        }

        private void escape(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '\\' -> line.append("\\\\");
                    case '\t' -> line.append("\\t");
                    case '\n' -> line.append("\\n");
                    case '\r' -> line.append("\\r");
                    default -> line.append(c);
                }
            }
        }
    }
}
