package org.sangyu.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.testing.TestDatabases;

@DisplayName("启动")
class LaunchTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("Ctrl-C 之后网页与数据库都停下")
    void interruptStopsPagesAndDatabase() throws IOException {
        ProcessHandle server;
        try (Launched sangyu = Launched.with("--data", data(), "--port", port()).ready()) {
            server = server().orElseThrow();
            assertThat(sangyu.said()).contains("演示").doesNotContain("ERROR");
            assertThat(sangyu.interrupt()).isEqualTo(130);
        }
        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(10));
        try (Stream<Path> secrets = Files.list(folder.resolve("data/database/secrets"))) {
            assertThat(secrets.toList())
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    @DisplayName("Java 被强杀后遗留的数据库，下次启动时先停下再启动")
    void orphanedServerIsStoppedFirst() throws IOException {
        ProcessHandle orphan;
        try (Launched killed = Launched.with("--data", data(), "--port", port()).ready()) {
            orphan = server().orElseThrow();
            killed.kill();
        }
        assertThat(orphan.isAlive()).isTrue();
        try (Launched again = Launched.with("--data", data(), "--port", port()).ready()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(server()).isPresent();
            refuses(Launched.with("--data", data(), "--port", port()), "正被另一个运行中的桑榆使用", "in use by a running Sangyu");
            assertThat(again.interrupt()).isEqualTo(130);
        }
    }

    @Test
    @DisplayName("数据库与 Java 同时被强杀：还在算的连接先结束，已提交的一行不少")
    void killedServerRecovers() throws IOException, SQLException {
        ProcessHandle busy;
        try (Launched killed = Launched.with("--data", data(), "--port", port()).ready();
                Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute("create table witness as select 'stays' as what");
            busy = countingForEver(statement);
            ProcessHandle server = server().orElseThrow();
            server.destroyForcibly();
            killed.kill();
            assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(10));
        }
        assertThat(busy.isAlive()).isTrue();
        try (Launched again = Launched.with("--data", data(), "--port", port()).ready();
                Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet witness = statement.executeQuery("select what from witness")) {
            assertThat(again.said()).doesNotContain("ERROR");
            assertThat(busy.isAlive()).isFalse();
            assertThat(witness.next()).isTrue();
        }
    }

    @Test
    @DisplayName("第一次启动时建库建到一半被强杀：下次重新建好")
    void halfMadeServerIsMadeAnew() throws IOException {
        Files.createDirectories(folder.resolve("data/database/data.new/base"));
        Files.writeString(folder.resolve("data/database/data.new/PG_VERSION"), "18");
        try (Launched sangyu = Launched.with("--data", data(), "--port", port()).ready()) {
            assertThat(sangyu.said()).contains("演示");
            assertThat(folder.resolve("data/database/data.new")).doesNotExist();
        }
    }

    @Test
    @DisplayName("端口被占用时说清楚")
    void portInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            refuses(Launched.with("--data", data(), "--port", port), "端口 " + port + " 已被占用", "is in use");
        }
    }

    @Test
    @DisplayName("检查之后端口才被占用，也是一句话，没有一堆堆栈")
    void portTakenAfterTheCheck() throws IOException {
        String port = port();
        Launched sangyu = Launched.with("--data", data(), "--port", port);
        awaitServer();
        try (ServerSocket taken = new ServerSocket(Integer.parseInt(port), 1, InetAddress.getLoopbackAddress())) {
            assertThat(sangyu.exitCode()).isEqualTo(2);
            assertThat(sangyu.said())
                    .contains("端口 " + port + " 已被占用", "is in use")
                    .doesNotContain("\tat ", "Exception", "FAILED");
            assertThat(taken.isBound()).isTrue();
        }
    }

    @Test
    @DisplayName("更新版本写成的数据目录不打开")
    void newerDirectory() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(
                folder.resolve("data/sangyu.properties"),
                "format=" + (DataDirectory.FORMAT + 1) + "\nkind=demonstration\n");
        refuses(Launched.with("--data", data(), "--port", port()), "更新版本", "newer Sangyu");
    }

    @Test
    @DisplayName("演示目录不能转为正式，正式目录也不能当演示打开")
    void kindsNeverMix() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Path marker = folder.resolve("data/sangyu.properties");
        Files.writeString(marker, "format=1\nkind=demonstration\n");
        refuses(Launched.with("--data", data(), "--port", port(), "--production"), "不能转为正式", "never become");
        Files.writeString(marker, "format=1\nkind=production\n");
        refuses(Launched.with("--data", data(), "--port", port()), "--production", "production directory");
    }

    @Test
    @DisplayName("数据目录不能写时说清楚")
    void unwritableDirectory() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        refuses(
                Launched.with("--data", file.resolve("below").toString(), "--port", port()),
                "不可写",
                "cannot be written");
    }

    @Test
    @DisplayName("外部数据库：建表并启动，不启动内置数据库；更新的库不打开；连不上时说清楚")
    void externalDatabase() throws SQLException {
        DatabaseAccess access = TestDatabases.fresh();
        try (Launched sangyu = Launched.with(environment(access, access.url()), "--data", data(), "--port", port())
                .ready()) {
            assertThat(sangyu.said()).doesNotContain("演示");
            assertThat(folder.resolve("data/database")).doesNotExist();
        }
        try (Connection owner = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                Statement statement = owner.createStatement()) {
            statement.execute("insert into flyway_history values "
                    + "(999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', now(), 1, true)");
        }
        refuses(Launched.with(environment(access, access.url()), "--data", data(), "--port", port()), "更新版本", "newer");
        String nowhere = "jdbc:postgresql://127.0.0.1:" + Launched.freePort() + "/none";
        refuses(
                Launched.with(environment(access, nowhere), "--data", data(), "--port", port()),
                "外部数据库连接不上",
                "external database cannot be reached");
        DatabaseAccess asOwner = new DatabaseAccess(access.url(), access.owner(), access.owner());
        Map<String, String> unfit = new HashMap<>(environment(asOwner, access.url()));
        unfit.put("SANGYU_DB_APP_USER", access.owner().user());
        refuses(Launched.with(unfit, "--data", data(), "--port", port()), "不合要求", "is not fit");
    }

    private static Map<String, String> environment(DatabaseAccess access, String url) {
        return Map.of(
                "SANGYU_DB_URL", url,
                "SANGYU_DB_OWNER_PASSWORD", access.owner().password(),
                "SANGYU_DB_APP_PASSWORD", access.app().password());
    }

    private static void refuses(Launched sangyu, String chinese, String english) {
        assertThat(sangyu.exitCode()).isEqualTo(2);
        assertThat(sangyu.said()).contains(chinese, english).doesNotContain("\tat ", "Exception");
        assertThat(sangyu.said().lines()).hasSize(2);
    }

    /** By then the port was looked at; the pages come only seconds later. */
    private void awaitServer() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(folder.resolve("data/database/data/postmaster.pid")));
    }

    private Optional<ProcessHandle> server() throws IOException {
        List<String> note = Files.readAllLines(folder.resolve("data/database/data/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(note.getFirst().strip()));
    }

    /** A connection that is busy and does not look whether its server still lives. */
    private ProcessHandle countingForEver(Statement statement) throws IOException, SQLException {
        Connection connection = owner();
        Thread.ofVirtual().start(() -> {
            try (connection;
                    Statement counting = connection.createStatement()) {
                counting.execute("select count(*) from (select generate_series(1, 1000000000000)) n");
            } catch (SQLException e) {
                // the server was killed: that is what this is for
            }
        });
        while (true) {
            try (ResultSet busy = statement.executeQuery(
                    "select pid from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()"
                            + " and query like 'select count%'")) {
                if (busy.next()) {
                    return ProcessHandle.of(busy.getLong(1)).orElseThrow();
                }
            }
        }
    }

    private Connection owner() throws IOException, SQLException {
        Path database = folder.resolve("data/database");
        String port = Files.readAllLines(database.resolve("data/postmaster.pid"))
                .get(3)
                .strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/sangyu",
                "sangyu_owner",
                Files.readString(database.resolve("secrets/sangyu_owner")).strip());
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static String port() {
        return Integer.toString(Launched.freePort());
    }
}
