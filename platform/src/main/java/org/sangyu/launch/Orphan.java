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
 * A server that outlived the Java process which started it.
 *
 * <p>The caller holds the lock of the data directory, so nobody else can be using it.
 */
final class Orphan {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Orphan() {}

    /**
     * Stops the orphan, if there is one, and waits for it.
     *
     * @param data the server's files
     * @param server the program it must be running: a process that merely got the same number is left alone
     */
    static void stop(Path data, Path server) throws IOException, CannotStart {
        Path note = data.resolve("postmaster.pid");
        if (Files.notExists(note)) {
            return;
        }
        Optional<ProcessHandle> orphan = find(note, data, server);
        if (orphan.isEmpty()) {
            Files.deleteIfExists(note);
            return;
        }
        ProcessHandle process = orphan.get();
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .inheritIO()
                .start();
        awaitEnd(process);
    }

    private static Optional<ProcessHandle> find(Path note, Path data, Path server) throws IOException {
        List<String> lines = Files.readAllLines(note, StandardCharsets.UTF_8);
        if (lines.size() < 2 || !Path.of(lines.get(1)).equals(data)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        return ProcessHandle.of(pid).filter(process -> runs(process, server));
    }

    private static boolean runs(ProcessHandle process, Path server) {
        return process.info()
                .command()
                .map(command -> Path.of(command).equals(server))
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
