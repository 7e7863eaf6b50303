package org.sangyu.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.sangyu.launch.DatabaseAccess;
import org.sangyu.shared.Time;
import org.sangyu.testing.TestDatabases;
import tools.jackson.databind.json.JsonMapper;

/** A database and a data directory on which one process after the other is started. */
final class Installation {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final Duration OFFSET = offset();

    private final DatabaseAccess database = TestDatabases.fresh();
    private final Path data;
    private final Map<String, Object> properties = new java.util.HashMap<>();

    /** An empty one; all have the same key, so that protected fields can be compared. */
    Installation(Path data, String county) {
        this.data = data;
        try {
            Files.createDirectories(data.resolve("keys"));
            Files.writeString(data.resolve("keys/field-1.key"), KEY);
            Files.writeString(data.resolve("settings.json"), settings(county));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a process ended. */
    record Ended(int code, String said, Duration after) {}

    /** What a program on it is started with. */
    Map<String, Object> properties() {
        return Map.copyOf(properties);
    }

    String url() {
        return database.url();
    }

    Path data() {
        return data;
    }

    /**
     * Runs a process to its end.
     *
     * @param point where it is to die, or empty to let it finish
     */
    Ended run(String point, String... arguments) {
        try {
            Path console = Files.createTempFile(data, "console-", ".log");
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-Xmx768m",
                    "-Dstdout.encoding=UTF-8",
                    "-Dstderr.encoding=UTF-8",
                    "-Dcrash.offset=" + OFFSET,
                    "-Dsangyu.kill=" + point,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Child.class.getName()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(console.toFile());
            builder.environment().put("SPRING_APPLICATION_JSON", Files.readString(data.resolve("settings.json")));
            long begun = System.nanoTime();
            Process process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            String said = Files.readString(console, StandardCharsets.UTF_8);
            return new Ended(process.exitValue(), said, Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String settings(String county) {
        properties.putAll(database.properties());
        Map<String, Object> settings = properties;
        settings.put("sangyu.data", data.toString());
        settings.put("sangyu.places", county);
        settings.put(
                "sangyu.packs", Path.of("../packs").toAbsolutePath().normalize().toString());
        settings.put("sangyu.demonstration", "false");
        settings.put("sangyu.port", "0");
        settings.put("sangyu.retention.after.elder-died", "P50Y");
        settings.put("sangyu.db.pool", "16");
        settings.put("sangyu.db.idle", "1");
        return JsonMapper.shared().writeValueAsString(settings);
    }

    /** From now back to the first minute of today. */
    private static Duration offset() {
        ZonedDateTime now = ZonedDateTime.now(Clock.system(Time.ZONE));
        return Duration.between(now, now.with(LocalTime.MIDNIGHT).plusMinutes(1));
    }
}
