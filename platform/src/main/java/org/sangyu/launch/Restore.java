package org.sangyu.launch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a back-up into an empty database and an empty folder: the shape it was made in, every row, every file; then counts
 * and compares. One transaction: what does not come out whole leaves nothing behind.
 */
final class Restore {

    private final DatabaseAccess access;
    private final Path data;

    /** Into this database and this folder, both empty. */
    Restore(DatabaseAccess access, Path data) {
        this.access = access;
        this.data = data;
    }

    /** What was read, and when it was made. */
    record Restored(Manifest manifest, Manifest.Totals totals, long files) {}

    /**
     * Reads it.
     *
     * @param key file with the secret key
     * @throws CannotStart when the file cannot be opened, is newer than this program, was cut off or does not add up
     */
    Restored read(Path file, Path key) throws CannotStart, IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                ZipInputStream archive = new ZipInputStream(BackupKey.decrypting(channel, key))) {
            return read(archive);
        } catch (NoSuchFileException e) {
            throw new CannotStart("没有这个备份文件：" + file + "。", "There is no such back-up: " + file + ".", e);
        } catch (SQLException e) {
            throw new CannotStart(
                    "备份读不进数据库：" + e.getMessage() + "。",
                    "The back-up does not go into the database: " + e.getMessage(),
                    e);
        }
    }

    private Restored read(ZipInputStream archive) throws CannotStart, IOException, SQLException {
        ZipEntry first = archive.getNextEntry();
        if (first == null || !first.getName().equals(Backup.MANIFEST)) {
            throw new CannotStart("这不是桑榆的备份。", "This is no back-up of Sangyu.");
        }
        Manifest manifest = json(archive, Manifest.class);
        checkVersion(manifest);
        Migrations.run(access, manifest.migrations());
        try (Connection connection = DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password())) {
            connection.setAutoCommit(false);
            Restored restored = read(manifest, archive, connection);
            connection.commit();
            connection.setAutoCommit(true);
            run(connection, "analyze");
            return restored;
        }
    }

    private Restored read(Manifest manifest, ZipInputStream archive, Connection connection)
            throws CannotStart, IOException, SQLException {
        Catalogue catalogue = new Catalogue(connection);
        List<Catalogue.ForeignKey> keys = catalogue.foreignKeys();
        prepare(manifest, keys, connection);
        Map<String, Manifest.Table> tables =
                manifest.tables().stream().collect(Collectors.toMap(Manifest.Table::name, table -> table));
        Map<String, Long> rows = new TreeMap<>();
        Manifest.@Nullable Totals totals = null;
        long files = 0;
        for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            String name = entry.getName();
            if (name.startsWith(Backup.TABLES)) {
                Manifest.Table table = tables.get(name.substring(Backup.TABLES.length()));
                if (table == null) {
                    throw damaged();
                }
                rows.put(
                        table.name(),
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn(table.copyIn(), new OneEntry(archive)));
            } else if (name.startsWith(Backup.DATA)) {
                keep(name.substring(Backup.DATA.length()), archive);
                files++;
            } else if (name.equals(Backup.TOTALS)) {
                totals = json(archive, Manifest.Totals.class);
            }
        }
        if (totals == null || !totals.rows().equals(rows) || !totals.equals(catalogue.totals(rows))) {
            throw damaged();
        }
        finish(manifest, keys, connection);
        return new Restored(manifest, totals, files);
    }

    /** Rows come in the order of their tables' names, so references are made anew when all are in. */
    private static void prepare(Manifest manifest, List<Catalogue.ForeignKey> keys, Connection connection)
            throws SQLException {
        for (Catalogue.ForeignKey key : keys) {
            run(connection, "alter table " + key.table() + " drop constraint " + key.name());
        }
        run(
                connection,
                "truncate "
                        + manifest.tables().stream().map(Manifest.Table::name).collect(Collectors.joining(", ")));
        for (Manifest.Partition part : manifest.partitions()) {
            if (!exists(connection, part.name())) {
                run(connection, "create table " + part.name() + " (like " + part.parent() + " including all)");
                run(
                        connection,
                        "alter table " + part.parent() + " attach partition " + part.name() + " " + part.bound());
            }
        }
    }

    private static void finish(Manifest manifest, List<Catalogue.ForeignKey> keys, Connection connection)
            throws SQLException {
        for (Catalogue.ForeignKey key : keys) {
            run(connection, "alter table " + key.table() + " add constraint " + key.name() + " " + key.definition());
        }
        try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (Manifest.Sequence sequence : manifest.sequences()) {
                set.setString(1, sequence.name());
                set.setLong(2, sequence.value());
                set.execute();
            }
        }
    }

    private void checkVersion(Manifest manifest) throws CannotStart {
        Map<String, MigrationVersion> known = Migrations.known(access);
        boolean newer = manifest.format() > Manifest.FORMAT
                || manifest.migrations().entrySet().stream()
                        .anyMatch(made -> !known.containsKey(made.getKey())
                                || known.get(made.getKey()).compareTo(MigrationVersion.fromVersion(made.getValue()))
                                        < 0);
        if (newer) {
            throw new CannotStart(
                    "备份由更新版本的桑榆写成，请用新版本恢复。", "A newer Sangyu wrote this back-up: restore it with that version.");
        }
    }

    /** A name that leads out of the folder is no file of ours. */
    private void keep(String name, InputStream bytes) throws CannotStart, IOException {
        Path file = data.resolve(name).normalize();
        if (!file.startsWith(data)) {
            throw damaged();
        }
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newOutputStream(file)) {
            bytes.transferTo(out);
        }
    }

    private static CannotStart damaged() {
        return new CannotStart("备份不完整或已损坏，什么也没有恢复。", "The back-up is incomplete or damaged; nothing was restored.");
    }

    private static <T> T json(InputStream entry, Class<T> kind) throws IOException {
        return JsonMapper.shared().readValue(new String(entry.readAllBytes(), StandardCharsets.UTF_8), kind);
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("select to_regclass(?) is not null")) {
            ask.setString(1, table);
            try (var answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One entry of the archive; whoever reads it does not close the archive. */
    private static final class OneEntry extends FilterInputStream {

        OneEntry(InputStream archive) {
            super(archive);
        }

        @Override
        public void close() {
            // the archive goes on
        }
    }
}
