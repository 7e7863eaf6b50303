package org.sangyu.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything an installation keeps, as of one moment, while it goes on working: all rows from one snapshot, then
 * the files of the data directory, which are only ever added.
 *
 * <p>One encrypted file, written under another name first, so that half a back-up never looks like a whole one.
 */
final class Backup {

    /** Entry with the description of what follows. */
    static final String MANIFEST = "manifest.json";

    /** Entry at the end, with what it must come to. */
    static final String TOTALS = "totals.json";

    /** Below it, one entry a table. */
    static final String TABLES = "tables/";

    /** Below it, the files of the data directory. */
    static final String DATA = "data/";

    private static final List<String> NOT_KEPT = List.of("database", "lock", "files/incoming");

    private final DatabaseAccess access;
    private final Path data;
    private final Clock clock;

    Backup(DatabaseAccess access, Path data, Clock clock) {
        this.access = access;
        this.data = data;
        this.clock = clock;
    }

    /** What was written. */
    record Written(int tables, long rows, long files, long bytes) {}

    /**
     * Writes the back-up.
     *
     * @param recipient public key of whoever may open it
     * @throws CannotStart when the file exists or the key is none
     */
    Written write(Path file, String recipient) throws CannotStart, IOException {
        if (Files.exists(file)) {
            throw new CannotStart("文件已存在：" + file + "，请另取名字。", "The file exists: " + file + "; choose another name.");
        }
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            Written written;
            FileChannel channel = FileChannel.open(
                    half, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            try (channel;
                    ZipOutputStream archive = new ZipOutputStream(BackupKey.encrypting(channel, recipient))) {
                written = write(archive);
            }
            try (FileChannel whole = FileChannel.open(half, StandardOpenOption.WRITE)) {
                whole.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return new Written(written.tables(), written.rows(), written.files(), Files.size(file));
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private Written write(ZipOutputStream archive) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password())) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            Catalogue catalogue = new Catalogue(connection);
            List<Manifest.Table> tables = catalogue.tables();
            json(
                    archive,
                    MANIFEST,
                    new Manifest(
                            Manifest.FORMAT,
                            clock.instant(),
                            Migrations.versions(access),
                            tables,
                            catalogue.partitions(),
                            catalogue.sequences()));
            Map<String, Long> rows = new TreeMap<>();
            for (Manifest.Table table : tables) {
                archive.putNextEntry(new ZipEntry(TABLES + table.name()));
                rows.put(
                        table.name(),
                        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), archive));
                archive.closeEntry();
            }
            long files = files(archive);
            json(archive, TOTALS, catalogue.totals(rows));
            connection.rollback();
            long all = rows.values().stream().mapToLong(Long::longValue).sum();
            return new Written(tables.size(), all, files, 0);
        }
    }

    private long files(ZipOutputStream archive) throws IOException {
        long count = 0;
        for (Path file : kept()) {
            try (InputStream bytes = Files.newInputStream(file)) {
                archive.putNextEntry(new ZipEntry(DATA + data.relativize(file)));
                bytes.transferTo(archive);
                archive.closeEntry();
                count++;
            } catch (NoSuchFileException gone) {
                // a copy made for an import, which ended meanwhile
            }
        }
        return count;
    }

    /** The database's own folder is not even looked into: its files come and go while it works. */
    private List<Path> kept() throws IOException {
        List<Path> kept = new ArrayList<>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return isKept(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isKept(file)) {
                    kept.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                if (fault instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw fault;
            }
        });
        kept.sort(Comparator.naturalOrder());
        return kept;
    }

    private boolean isKept(Path file) {
        Path below = data.relativize(file);
        return NOT_KEPT.stream().noneMatch(below::startsWith);
    }

    private static void json(ZipOutputStream archive, String name, Object value) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(JsonMapper.shared().writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
        archive.closeEntry();
    }
}
