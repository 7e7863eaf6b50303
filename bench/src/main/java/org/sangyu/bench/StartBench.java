package org.sangyu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The second start of a demonstration through the script, from typing the command to the first page, against the bare
 * start of an empty Spring Boot page; the two take turns.
 */
final class StartBench {

    private static final double LIMIT = 3;
    private static final int OK = 200;
    private static final int POLL_MILLIS = 5;
    private static final int PORT_LINE = 3;
    private static final long PATIENCE_SECONDS = 900;
    /** The libraries of {@code spring-boot-starter-webmvc}, by how their files begin. */
    private static final List<String> BARE = List.of(
            "commons-logging-",
            "jackson-",
            "jakarta.annotation-api-",
            "jspecify-",
            "jul-to-slf4j-",
            "log4j-",
            "logback-",
            "micrometer-",
            "slf4j-api-",
            "snakeyaml-2",
            "spring-aop-",
            "spring-beans-",
            "spring-boot-4",
            "spring-boot-autoconfigure-",
            "spring-boot-http-converter-",
            "spring-boot-jackson-",
            "spring-boot-servlet-",
            "spring-boot-tomcat-",
            "spring-boot-web-server-",
            "spring-boot-webmvc-",
            "spring-context-",
            "spring-core-",
            "spring-expression-",
            "spring-web-",
            "spring-webmvc-",
            "tomcat-embed-");

    private final Path home;
    private final Path data;
    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * Prepares.
     *
     * @param home folder of the script
     * @param data where the demonstration that is started lies; made when missing
     */
    StartBench(Path home, Path data) {
        this.home = home;
        this.data = data;
    }

    List<Figure> run() throws Exception {
        Path classes = emptyPage();
        fill();
        started(bare(classes, port()));
        double[] value = new double[Timing.RUNS];
        double[] floor = new double[Timing.RUNS];
        for (int run = 0; run < Timing.RUNS; run++) {
            value[run] = started(program(port()));
            floor[run] = started(bare(classes, port()));
            Timing.say("start", value[run], floor[run]);
        }
        double millis = Timing.median(value);
        double base = Timing.median(floor);
        return List.of(new Figure(
                "second start to the first page",
                millis / 1000,
                "s",
                "an empty Spring Boot page, %.2f s".formatted(base / 1000),
                millis / base,
                LIMIT));
    }

    /** What is typed, and which address then answers. */
    private record Command(List<String> words, int port, String path) {}

    private Command program(int port) {
        return new Command(
                List.of(
                        home.resolve("sangyu").toString(),
                        "run",
                        "--data",
                        data.toString(),
                        "--port",
                        String.valueOf(port)),
                port,
                "/sign-in");
    }

    private Command bare(Path classes, int port) throws IOException {
        return new Command(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseCompactObjectHeaders",
                        "-cp",
                        classes + ":" + bareLibraries(),
                        EmptyPage.class.getName(),
                        "--server.port=" + port),
                port,
                "/");
    }

    private String bareLibraries() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("platform/target/run/lib"))) {
            return all.filter(jar -> BARE.stream().anyMatch(jar.getFileName().toString()::startsWith))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(":"));
        }
    }

    /** The page alone in a folder of its own: this program's libraries would be configured too. */
    private Path emptyPage() throws IOException {
        Path classes = Files.createTempDirectory("sangyu-bench");
        String name = EmptyPage.class.getName().replace('.', '/') + ".class";
        Path file = classes.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (InputStream in = Objects.requireNonNull(StartBench.class.getResourceAsStream("/" + name))) {
            Files.write(file, in.readAllBytes());
        }
        return classes;
    }

    /** Milliseconds to the first page; then the process is ended as Ctrl-C would. */
    private double started(Command command) throws Exception {
        long start = System.nanoTime();
        Process process = process(command);
        try {
            double millis = untilPage(process, command, start);
            return millis;
        } finally {
            end(process);
        }
    }

    private static Process process(Command command) throws IOException {
        return new ProcessBuilder(command.words())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private double untilPage(Process process, Command command, long start) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + command.port() + command.path()))
                .build();
        while (process.isAlive()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK) {
                    return (System.nanoTime() - start) / 1e6;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
        throw new IllegalStateException("ended before its first page: " + command.words());
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** Starts once and waits until the demonstration people are made; later starts find them there. */
    private void fill() throws Exception {
        Command command = program(port());
        Process process = process(command);
        try {
            untilPage(process, command, System.nanoTime());
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (waiting() > 0) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("the demonstration was not made in time");
                }
                TimeUnit.SECONDS.sleep(1);
            }
        } finally {
            end(process);
        }
    }

    private long waiting() throws SQLException, IOException {
        Path database = data.resolve("database");
        String port =
                Files.readAllLines(database.resolve("data/postmaster.pid")).get(PORT_LINE);
        String password =
                Files.readString(database.resolve("secrets/sangyu_owner")).strip();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/sangyu", "sangyu_owner", password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) filter (where state in ('QUEUED', 'RUNNING')) + (count(*) = 0)::int from jobs.job")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static int port() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
