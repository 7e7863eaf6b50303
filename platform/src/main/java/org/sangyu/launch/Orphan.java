package org.sangyu.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What outlived the Java process which started it: a whole server, or, when the server itself was killed, single
 * processes of it that still work on its files, or a first start that was never finished.
 *
 * <p>The caller holds the lock of the data directory, so nobody else can be using it.
 */
final class Orphan {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Orphan() {}

    /**
     * Stops what is left, if anything is, and waits for it.
     *
     * @param folder everything of the server: a process whose program lies elsewhere merely got the same number and is
     *     left alone
     * @param data the server's files below it
     */
    static void stop(Path folder, Path data) throws IOException, CannotStart {
        Path note = data.resolve("postmaster.pid");
        Path programs = folder.toRealPath();
        Optional<ProcessHandle> server = Files.exists(note) ? find(note, programs, data) : Optional.empty();
        if (server.isPresent()) {
            new ProcessBuilder("kill", "-INT", Long.toString(server.get().pid()))
                    .inheritIO()
                    .start();
            awaitEnd(server.get());
        }
        for (ProcessHandle left : ProcessHandle.allProcesses()
                .filter(process -> runs(process, programs))
                .toList()) {
            left.destroyForcibly();
            awaitEnd(left);
        }
        if (server.isEmpty()) {
            Files.deleteIfExists(note);
        }
    }

    private static Optional<ProcessHandle> find(Path note, Path programs, Path data) throws IOException {
        List<String> lines = Files.readAllLines(note, StandardCharsets.UTF_8);
        if (lines.size() < 2 || !Path.of(lines.get(1)).equals(data)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        return ProcessHandle.of(pid).filter(process -> runs(process, programs));
    }

    private static boolean runs(ProcessHandle process, Path programs) {
        return process.info()
                .command()
                .map(command -> Path.of(command).startsWith(programs))
                .orElse(false);
    }

    private static void awaitEnd(ProcessHandle process) throws CannotStart {
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new CannotStart(
                    "上次遗留的数据库进程（" + process.pid() + "）没有停下，请先结束它。",
                    "A database process left from last time (" + process.pid() + ") does not stop: end it first.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("启动被中断。", "The start was interrupted.", e);
        }
    }
}
