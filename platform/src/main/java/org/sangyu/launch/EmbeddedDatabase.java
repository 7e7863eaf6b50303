package org.sangyu.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server of our own: its files in one folder, reachable only from this machine, by password.
 *
 * <p>Runs beside the Java process, not in it: when Java is killed the server lives on, and the next start stops it
 * before starting its own.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String SUPERUSER = "postgres";
    private static final int ATTEMPTS = 3;

    /** Which line of its note holds the server's port, counted from 0. */
    private static final int PORT_LINE = 3;

    private final Engine engine;
    private final Path folder;
    private final Path log;
    private final Secrets secrets;
    private int port;

    private EmbeddedDatabase(Path folder) throws IOException, CannotStart {
        Files.createDirectories(folder);
        this.folder = folder;
        this.log = folder.resolve("postgresql.log");
        this.secrets = new Secrets(folder.resolve("secrets"));
        this.engine = Engine.in(folder);
    }

    /**
     * Starts the server in the folder, making it first if it is empty, with both roles and the database in place.
     *
     * @param durable false only for tests: nothing is forced to disk
     * @throws CannotStart with the reason, when the server does not come up
     */
    static EmbeddedDatabase start(Path folder, boolean durable) throws CannotStart {
        try {
            EmbeddedDatabase database = new EmbeddedDatabase(folder);
            Orphan.stop(database.folder, database.data());
            database.initialise();
            database.startServer(durable);
            Roles.ensure(database.superuser(), database.access());
            return database;
        } catch (IOException e) {
            throw Troubles.of(e, folder);
        }
    }

    /**
     * The way into a server of the folder that a running program started.
     *
     * @throws CannotStart when none runs there
     */
    static DatabaseAccess running(Path folder) throws CannotStart {
        try {
            List<String> note = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"));
            EmbeddedDatabase database = new EmbeddedDatabase(folder);
            database.port = Integer.parseInt(note.get(PORT_LINE).strip());
            return database.access();
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new CannotStart(
                    "数据库还没有启动好，请稍后再备份：" + folder + "。",
                    "The database has not come up yet; back up a little later: " + folder + ".",
                    e);
        }
    }

    /** As {@link #start}, for tests: fast, and any trouble is a fault. */
    public static EmbeddedDatabase startForTests(Path folder) {
        try {
            return start(folder, false);
        } catch (CannotStart e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database, its owner and the login that pages and jobs use. */
    public DatabaseAccess access() throws IOException {
        return new DatabaseAccess(
                url(Roles.DATABASE),
                new DatabaseAccess.Login(Roles.OWNER, secrets.password(Roles.OWNER)),
                new DatabaseAccess.Login(Roles.LOGIN, secrets.password(Roles.LOGIN)));
    }

    /** The server's own superuser: makes roles and databases, and nothing else ever uses it. */
    public Superuser superuser() throws IOException {
        return new Superuser(url(SUPERUSER), new DatabaseAccess.Login(SUPERUSER, secrets.password(SUPERUSER)));
    }

    /** Address of a database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Stops the server and waits until its files are at rest; open connections are ended. */
    @Override
    public void close() {
        try {
            int code = engine.run(
                    log, "pg_ctl", List.of("stop", "-D", data().toString(), "-m", "fast", "-w", "-t", "120"));
            if (code != 0) {
                LOG.error("PostgreSQL did not stop: see {}", log);
            }
        } catch (IOException e) {
            LOG.error("PostgreSQL did not stop: see {}", log, e);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Makes the server's files under another name first: what a crash left of them is thrown away. */
    private void initialise() throws IOException, CannotStart {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        Path half = folder.resolve("data.new");
        remove(half);
        secrets.password(SUPERUSER);
        int code = engine.run(
                log,
                "initdb",
                List.of(
                        "-D",
                        half.toString(),
                        "-U",
                        SUPERUSER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + secrets.file(SUPERUSER),
                        "--encoding=UTF8",
                        "--locale=C.UTF-8"));
        if (code != 0) {
            throw Troubles.ofServer(log);
        }
        Files.move(half, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void remove(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void startServer(boolean durable) throws IOException, CannotStart {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            int code = engine.run(
                    log,
                    "pg_ctl",
                    List.of(
                            "start",
                            "-D",
                            data().toString(),
                            "-l",
                            log.toString(),
                            "-w",
                            "-t",
                            "600",
                            "-o",
                            settings(durable)));
            if (code == 0) {
                return;
            }
            if (attempt == ATTEMPTS) {
                throw Troubles.ofServer(log);
            }
        }
    }

    /** As options of the server program; PostgreSQL's own configuration file stays as it was made. */
    private String settings(boolean durable) throws IOException {
        Map<String, String> settings = Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", "''"),
                Map.entry("port", Integer.toString(port)),
                Map.entry("fsync", onOff(durable)),
                Map.entry("synchronous_commit", onOff(durable)),
                Map.entry("full_page_writes", onOff(durable)),
                Map.entry("max_connections", durable ? "60" : "300"),
                Map.entry("shared_buffers", durable ? "512MB" : "128MB"),
                Map.entry("work_mem", "32MB"),
                Map.entry("maintenance_work_mem", "256MB"),
                Map.entry("max_wal_size", "4GB"),
                Map.entry("checkpoint_timeout", "15min"),
                Map.entry("random_page_cost", "1.1"),
                Map.entry("jit", "off"),
                Map.entry("dynamic_shared_memory_type", sharedMemory()));
        List<String> options = new ArrayList<>();
        settings.forEach((name, value) -> options.add("-c " + name + "=" + value));
        return String.join(" ", options);
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    /** Containers often give 64 MB of shared memory: too little for a parallel join, so files serve instead. */
    private static String sharedMemory() throws IOException {
        Path memory = Path.of("/dev/shm");
        long enough = 512L * 1024 * 1024;
        return Files.isDirectory(memory) && Files.getFileStore(memory).getTotalSpace() >= enough ? "posix" : "mmap";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * The superuser's way in.
     *
     * @param url JDBC address of the server's own database
     */
    public record Superuser(String url, DatabaseAccess.Login login) {}
}
