package org.sangyu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.sangyu.launch.DatabaseAccess;
import org.sangyu.launch.EmbeddedDatabase;
import org.sangyu.launch.Migrations;

/**
 * One PostgreSQL for all tests of a run, with all migrations done once in a template; a fresh database is a copy of it.
 *
 * <p>A test that needs no Spring asks {@link #fresh()}; others carry {@link FreshDatabase}.
 */
public final class TestDatabases {

    private static final String TEMPLATE = "sangyu";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final TestDatabases ONE = new TestDatabases();

    private final EmbeddedDatabase server;
    private final EmbeddedDatabase.Superuser superuser;
    private final DatabaseAccess template;
    private final Path folder;

    private TestDatabases() {
        try {
            folder = Files.createTempDirectory("sangyu-test-");
            server = EmbeddedDatabase.startForTests(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
            superuser = server.superuser();
            template = server.access();
            Migrations.run(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new database with every migration done and no rows; it lives until the run ends. */
    public static DatabaseAccess fresh() {
        return ONE.copy();
    }

    /** A database without any migration. */
    public static DatabaseAccess empty() {
        return ONE.make("template0");
    }

    /** Both roles' way into a database ({@code sangyu.db.url}). */
    public static DatabaseAccess access(String url) {
        return new DatabaseAccess(url, ONE.template.owner(), ONE.template.app());
    }

    /** An empty folder that goes when the run ends. */
    static Path folder() throws IOException {
        return Files.createTempDirectory(ONE.folder, "data-");
    }

    /** The superuser's connection to a database ({@code sangyu.db.url}), for looking behind row security in a test. */
    public static Connection behind(String url) throws SQLException {
        return DriverManager.getConnection(
                url, ONE.superuser.login().user(), ONE.superuser.login().password());
    }

    private DatabaseAccess copy() {
        return make(TEMPLATE);
    }

    private DatabaseAccess make(String from) {
        String name = "test_" + NUMBER.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(
                        superuser.url(),
                        superuser.login().user(),
                        superuser.login().password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + from + " owner sangyu_owner");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseAccess(server.url(name), template.owner(), template.app());
    }

    private void remove() {
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
