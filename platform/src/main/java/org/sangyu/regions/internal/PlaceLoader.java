package org.sangyu.regions.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.sangyu.regions.PlaceNames;

/**
 * Fills the tables of places once, by COPY and in one transaction: a crash leaves none, the next start
 * begins again. Indexes are made after the rows, by a function that the migration made.
 */
final class PlaceLoader {

    private static final int CHUNK = 1 << 16;
    private static final int STEP = 100_000;

    private final List<String> only;
    private final Consumer<String> progress;

    /**
     * Prepares.
     *
     * @param only prefixes of codes, empty for the whole nation
     * @param progress is told a sentence now and then
     */
    PlaceLoader(List<String> only, Consumer<String> progress) {
        this.only = List.copyOf(only);
        this.progress = progress;
    }

    /** Loads unless places were loaded before; another process that starts at the same time waits. */
    void load(DataSource dataSource) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(hashtext('regions.load'))");
                if (!isLoaded(statement)) {
                    fill(connection, statement);
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void fill(Connection connection, Statement statement) throws SQLException, IOException {
        statement.execute("select regions.drop_indexes()");
        int places = copyAll(connection);
        progress.accept("places: building indexes");
        statement.execute("""
                insert into regions.place_count (path, counties, townships, villages)
                select u.path, count(*) filter (where level = 3), count(*) filter (where level = 4),
                       count(*) filter (where level = 5)
                from regions.place p,
                     unnest(array[left(p.path, 1), left(p.path, 3), left(p.path, 5), left(p.path, 7),
                                  left(p.path, 10)]) with ordinality as u (path, depth)
                where u.depth <= p.level
                group by u.path
                """);
        statement.execute("select regions.make_indexes()");
        remember(connection, places);
        progress.accept("places: " + places + " loaded");
    }

    private boolean isLoaded(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select 1 from regions.loaded limit 1")) {
            return row.next();
        }
    }

    private int copyAll(Connection connection) throws SQLException, IOException {
        Readings readings = new Readings();
        int places = copy(
                connection,
                "copy regions.place (id, level, name, core, titled, parent, path, pinyin, initials) from stdin",
                line -> placeRow(line, readings));
        copy(
                connection,
                "copy regions.place_path (path, place, name) from stdin",
                line -> line.path() + '\t' + line.id() + '\t' + line.name() + '\n');
        copy(
                connection,
                "copy regions.place_code (place, system, code) from stdin",
                line -> line.code().isEmpty() ? "" : line.id() + "\tSTAT_2023\t" + line.code() + '\n');
        return places;
    }

    private static String placeRow(PlaceFile.Line line, Readings readings) {
        Readings.Reading reading = readings.of(line.name());
        return line.id() + "\t" + line.level().ordinal() + '\t' + line.name() + '\t' + PlaceNames.core(line.name())
                + '\t' + (line.titled() ? 't' : 'f') + '\t' + (line.parent() == 0 ? "\\N" : line.parent()) + '\t'
                + line.path() + '\t' + reading.pinyin() + '\t' + reading.initials() + '\n';
    }

    private int copy(Connection connection, String sql, Function<PlaceFile.Line, String> row)
            throws SQLException, IOException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        int[] count = new int[1];
        StringBuilder buffer = new StringBuilder(CHUNK * 2);
        try {
            PlaceFile.<SQLException>read(only, line -> {
                buffer.append(row.apply(line));
                if (buffer.length() > CHUNK) {
                    write(copy, buffer);
                }
                if (++count[0] % STEP == 0) {
                    progress.accept("places: " + count[0]);
                }
            });
            write(copy, buffer);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return count[0];
    }

    private static void write(CopyIn copy, StringBuilder buffer) throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    private void remember(Connection connection, int places) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into regions.loaded (source, places, at) values (?, ?, now())")) {
            insert.setString(1, "STAT_2023" + (only.isEmpty() ? "" : " " + String.join(",", only)));
            insert.setInt(2, places);
            insert.executeUpdate();
        }
    }
}
