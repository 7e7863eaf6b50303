package org.sangyu.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Time;
import org.springframework.boot.logging.LoggingSystem;

/**
 * {@code ./sangyu backup} and {@code ./sangyu restore}.
 *
 * <p>Ends with 0 when done, 2 when refused; a refusal is one sentence in each language on the error output.
 */
public final class KeepCommand {

    private static final String DATA = "--data";
    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Map<String, String> environment;

    private KeepCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Arguments: {@code backup} or {@code restore}, then as in {@code ./sangyu help}. */
    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] arguments) {
        LoggingSystem.get(KeepCommand.class.getClassLoader()).beforeInitialize();
        try {
            KeepCommand command = new KeepCommand(System.getenv());
            List<String> rest = List.of(arguments).subList(1, arguments.length);
            System.out.println(arguments[0].equals("backup") ? command.backup(rest) : command.restore(rest));
        } catch (CannotStart e) {
            System.err.println(e.sentence());
            System.exit(2);
        }
    }

    private String backup(List<String> arguments) throws CannotStart {
        KeepOptions asked = KeepOptions.parse(arguments, List.of(DATA, "--to-key", "--new-key"));
        if (asked.given("--new-key") != null) {
            Path file = Path.of(asked.need("--new-key")).toAbsolutePath();
            return """
                私钥已写入 %s：请移到别处妥善保管（恢复时要用），不要留在这台机器上。
                公钥（备份时用 --to-key）：%s
                The secret key is in %s: keep it elsewhere, you need it to restore; do not leave it on this machine.
                """.formatted(file, BackupKey.make(file), file).stripTrailing();
        }
        String recipient = asked.given("--to-key") == null
                ? environment.getOrDefault("SANGYU_BACKUP_KEY", "")
                : asked.need("--to-key");
        if (recipient.isBlank()) {
            throw new CannotStart(
                    "备份要加密：请用 --to-key 给出公钥；还没有的，先用 ./sangyu backup --new-key 文件 生成一对。",
                    "A back-up is encrypted: give a public key with --to-key; make a pair first with ./sangyu backup"
                            + " --new-key FILE.");
        }
        return backup(asked.file(), asked.data(), recipient);
    }

    private String backup(Path file, Path data, String recipient) throws CannotStart {
        Optional<DataDirectory> resting = DataDirectory.existing(data);
        try (Opened opened = open(data, resting)) {
            Backup.Written written = new Backup(opened.access(), data, Clock.system(Time.ZONE)).write(file, recipient);
            return """
                已备份到 %1$s：%2$,d 张表 %3$,d 行，%4$,d 个文件，%5$,d 字节。
                Backed up to %1$s: %2$,d tables, %3$,d rows, %4$,d files, %5$,d bytes.
                """.formatted(file, written.tables(), written.rows(), written.files(), written.bytes())
                    .stripTrailing();
        } catch (IOException e) {
            throw Troubles.of(e, file);
        } finally {
            resting.ifPresent(DataDirectory::close);
        }
    }

    private String restore(List<String> arguments) throws CannotStart {
        KeepOptions asked = KeepOptions.parse(arguments, List.of(DATA, "--key"));
        Path data = asked.data();
        Path key = Path.of(asked.need("--key")).toAbsolutePath();
        try {
            if (Files.exists(data) && !isEmpty(data)) {
                throw new CannotStart(
                        "恢复的目录必须是空的：" + data + "。请用 --data 另选。",
                        "The folder to restore into must be empty: " + data + ". Choose another with --data.");
            }
            Files.createDirectories(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw Troubles.of(e, data);
        }
        boolean whole = false;
        try {
            Restore.Restored restored = restore(asked.file(), key, data);
            whole = true;
            long rows = restored.totals().rows().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            return """
                已恢复到 %1$s（备份时间 %2$s）：%3$,d 行，%4$,d 个文件，数目和留痕封存与备份一致。
                Restored into %1$s (made %2$s): %3$,d rows, %4$,d files; counts and the ledger's seal are those of the back-up.
                """.formatted(
                    data, MADE.format(restored.manifest().made().atZone(Time.ZONE)), rows, restored.files()).stripTrailing();
        } finally {
            if (!whole) {
                clear(data);
            }
        }
    }

    private Restore.Restored restore(Path file, Path key, Path data) throws CannotStart {
        try (Opened opened = open(data, Optional.empty())) {
            if (opened.isUsed()) {
                throw new CannotStart("恢复的数据库必须是空的。", "The database to restore into must be empty.");
            }
            return new Restore(opened.access(), data).read(file, key);
        } catch (IOException e) {
            throw Troubles.of(e, data);
        }
    }

    /** The database of a folder: an external one, one that runs already, or one started for the purpose. */
    private record Opened(DatabaseAccess access, @Nullable EmbeddedDatabase own) implements AutoCloseable {

        boolean isUsed() {
            return !Migrations.versions(access).isEmpty();
        }

        @Override
        public void close() {
            if (own != null) {
                own.close();
            }
        }
    }

    private Opened open(Path data, Optional<DataDirectory> resting) throws CannotStart, IOException {
        DatabaseAccess external = Options.external(environment);
        Path folder = data.resolve("database");
        if (external != null) {
            return new Opened(external, null);
        }
        if (resting.isEmpty() && Files.exists(folder)) {
            return new Opened(EmbeddedDatabase.running(folder), null);
        }
        EmbeddedDatabase started = EmbeddedDatabase.start(folder, true);
        return new Opened(started.access(), started);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** What was begun in a folder that was empty is taken away again. */
    private static void clear(Path begun) {
        try (Stream<Path> files = Files.walk(begun)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println(begun + ": " + e.getMessage());
        }
    }
}
