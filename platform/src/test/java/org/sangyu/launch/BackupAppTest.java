package org.sangyu.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.access.DemoAccounts;
import org.sangyu.jobs.JobBoard;
import org.sangyu.testing.AppTest;
import org.sangyu.testing.Settled;
import org.sangyu.testing.TestDatabases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

@AppTest
@TestPropertySource(properties = {"sangyu.demonstration=true", "sangyu.places=511724", "sangyu.demo.scale=0.001"})
@DisplayName("备份与恢复")
class BackupAppTest {

    @Value("${sangyu.db.url}")
    String url;

    @Value("${sangyu.data}")
    Path data;

    @Autowired
    JobBoard jobs;

    @Autowired
    DemoAccounts accounts;

    @TempDir
    Path folder;

    @BeforeEach
    void peopleAreIn() {
        Settled.await(jobs, accounts);
    }

    @Test
    @DisplayName("运行中备份，恢复到空机器：每张表每一行、每个文件、留痕的封存都一样")
    void comesBackWhole() throws Exception {
        String recipient = BackupKey.make(folder.resolve("key"));
        Path file = folder.resolve("backup.age");
        Backup.Written written = backup(file, recipient);
        assertThat(written.rows()).isGreaterThan(1_000);

        Path restored = Files.createDirectory(folder.resolve("restored"));
        EmbeddedDatabase database = EmbeddedDatabase.start(restored.resolve("database"), false);
        try (database) {
            Restore.Restored all = new Restore(database.access(), restored).read(file, folder.resolve("key"));
            assertThat(all.totals().rows().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(written.rows());
            assertThat(all.totals().seal()).isPositive();
            Manifest manifest = all.manifest();
            try (Connection after = DriverManager.getConnection(
                    database.access().url(),
                    database.access().owner().user(),
                    database.access().owner().password())) {
                assertThat(new Catalogue(after).count(manifest.tables()))
                        .isEqualTo(all.totals().rows());
                assertThat(new Catalogue(after).foreignKeys()).isEqualTo(before().foreignKeys());
                assertThat(new Catalogue(after).partitions()).isEqualTo(before().partitions());
                assertThat(quiet(contents(after, manifest)))
                        .isEqualTo(quiet(contents(TestDatabases.behind(url), manifest)));
            }
            assertThat(Migrations.versions(database.access())).isEqualTo(manifest.migrations());
        }
        assertThat(restored.resolve("keys/field-1.key")).hasSameTextualContentAs(data.resolve("keys/field-1.key"));
    }

    @Test
    @DisplayName("备份文件里没有一个字是明文；别的密钥打不开；备份一半的文件不留下")
    void isClosedToOthers() throws Exception {
        Path file = folder.resolve("backup.age");
        backup(file, BackupKey.make(folder.resolve("key")));
        BackupKey.make(folder.resolve("other"));
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("age-encryption.org/v1")
                .doesNotContain("manifest.json");
        assertThatThrownBy(() -> restore(file, folder.resolve("other"))).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> backup(file, "age1")).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> backup(folder.resolve("b"), "not a key")).isInstanceOf(CannotStart.class);
        assertThat(folder.resolve("b")).doesNotExist();
        assertThat(folder.resolve("b.part")).doesNotExist();
    }

    @Test
    @DisplayName("被截断或改过一个字节的备份恢复不了，什么也没有留下")
    void damagedOneLeavesNothing() throws Exception {
        Path file = folder.resolve("backup.age");
        backup(file, BackupKey.make(folder.resolve("key")));
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, whole.length / 2));
        byte[] changed = whole.clone();
        changed[whole.length * 2 / 3] ^= 1;
        Path other = Files.write(folder.resolve("changed"), changed);
        assertThatThrownBy(() -> restore(cut, folder.resolve("key")))
                .isInstanceOfAny(CannotStart.class, IOException.class);
        assertThatThrownBy(() -> restore(other, folder.resolve("key")))
                .isInstanceOfAny(CannotStart.class, IOException.class);
    }

    private Backup.Written backup(Path file, String recipient) throws CannotStart, IOException {
        return new Backup(TestDatabases.access(url), data, Clock.systemUTC()).write(file, recipient);
    }

    private void restore(Path file, Path key) throws CannotStart, IOException {
        DatabaseAccess empty = TestDatabases.empty();
        Path into = Files.createTempDirectory(folder, "into");
        try {
            new Restore(empty, into).read(file, key);
        } finally {
            assertThat(rowsOf(empty)).as("rows left behind").isZero();
        }
    }

    private static long rowsOf(DatabaseAccess access) throws IOException {
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                Statement statement = connection.createStatement();
                ResultSet answer =
                        statement.executeQuery("select case when to_regclass('access.account') is null then 0"
                                + " else (xpath('/row/c/text()', query_to_xml('select count(*) as c from access.account',"
                                + " true, true, '')))[1]::text::bigint end")) {
            answer.next();
            return answer.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
    }

    private Catalogue before() throws java.sql.SQLException {
        return new Catalogue(TestDatabases.behind(url));
    }

    /** A sum over the text of all rows, by table. */
    private static Map<String, String> contents(Connection connection, Manifest manifest) throws java.sql.SQLException {
        Map<String, String> sums = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (Manifest.Table table : manifest.tables()) {
                String row = "row(" + String.join(", ", table.selected()) + ")::text";
                try (ResultSet sum = statement.executeQuery("select md5(coalesce(string_agg(" + row
                        + ", chr(10) order by " + row + " collate \"C\"), '')) from " + table.name())) {
                    sum.next();
                    sums.put(table.name(), sum.getString(1));
                }
            }
        }
        return sums;
    }

    /** Without what goes on changing while the program runs. */
    private static Map<String, String> quiet(Map<String, String> sums) {
        sums.keySet().removeIf(table -> table.startsWith("jobs.") || table.startsWith("access.audit"));
        return sums;
    }
}
