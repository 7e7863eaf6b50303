package org.sangyu.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.sangyu.launch.Launch;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.springframework.transaction.support.TransactionTemplate;

/** The running application with its large data, and a way past it to the tables. */
final class World {

    private static final long LONGEST_JOB_MINUTES = 20;
    private static final long POLL_MILLIS = 20;

    private final Path data;
    private final int port;

    private World(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** Starts on a data directory of its own, kept from run to run; no demonstration people but those it makes. */
    static World start(Path data) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Launch.run(
                MeasuredSangyu.class,
                new String[] {"--data", data.toString(), "--port", String.valueOf(port), "--sangyu.demo.people=false"});
        return new World(data, port);
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    <T> T bean(Class<T> type) {
        return MeasuredSangyu.context().getBean(type);
    }

    /** Work at a desk, in one transaction, as a page does it. */
    <T> T at(Desk desk, Supplier<T> work) {
        return CurrentDesk.call(
                desk,
                () -> java.util.Objects.requireNonNull(
                        bean(TransactionTemplate.class).execute(status -> work.get())));
    }

    static Desk desk(Role role, Place place) {
        return Desk.of("bench", "bench", role, place);
    }

    static Desk clerk(PlaceInfo county) {
        return desk(Role.COUNTY_CLERK, county.place());
    }

    /** The tables as pages and jobs see them: nothing, until a scope is set. */
    Connection application() throws SQLException {
        var environment = MeasuredSangyu.context().getEnvironment();
        return DriverManager.getConnection(
                environment.getRequiredProperty("sangyu.db.url"),
                environment.getRequiredProperty("sangyu.db.app-user"),
                environment.getRequiredProperty("sangyu.db.app-password"));
    }

    /** The tables as their owner: no row security, every index and constraint. */
    Connection owner() throws SQLException, IOException {
        String password =
                Files.readString(data.resolve("database/secrets/sangyu_owner")).strip();
        String url = java.util.Objects.requireNonNull(
                MeasuredSangyu.context().getEnvironment().getProperty("sangyu.db.url"));
        return DriverManager.getConnection(url, "sangyu_owner", password);
    }

    /** One number of one row. */
    long number(String sql) throws SQLException, IOException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** One text of one row. */
    String text(String sql) throws SQLException, IOException {
        return one(sql, String.class);
    }

    /** One instant of one row. */
    OffsetDateTime instant(String sql) throws SQLException, IOException {
        return one(sql, OffsetDateTime.class);
    }

    private <T> T one(String sql, Class<T> type) throws SQLException, IOException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, type);
        }
    }

    /** The ids of a column. */
    List<UUID> ids(String sql) throws SQLException, IOException {
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    void run(List<String> sql) throws SQLException, IOException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    /** Waits until nobody works any more on what was announced, so that nothing runs beside the next measurement. */
    void quiet() throws SQLException, IOException, InterruptedException {
        while (number("select count(*) from events.event_publication where completion_date is null") > 0) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** Waits until background work that an earlier process left behind, which goes on at every start, is at its end. */
    void settle() throws SQLException, IOException, InterruptedException {
        while (number("select count(*) from jobs.job where state in ('QUEUED', 'RUNNING')") > 0) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        quiet();
    }

    /** Waits for the end of a background job; a failed one is a fault. */
    void await(UUID job) throws SQLException, IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_JOB_MINUTES);
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            while (System.nanoTime() < end) {
                try (ResultSet row =
                        statement.executeQuery("select state, message_key from jobs.job where id = '" + job + "'")) {
                    if (row.next() && row.getString(1).equals("DONE")) {
                        return;
                    }
                    if (row.getString(1).equals("FAILED")) {
                        throw new IllegalStateException("job failed: " + row.getString(2));
                    }
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
        throw new IllegalStateException("the job did not end in " + LONGEST_JOB_MINUTES + " minutes");
    }
}
