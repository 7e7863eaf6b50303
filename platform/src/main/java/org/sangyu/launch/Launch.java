package org.sangyu.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts an installation: data directory, database, application; says where to open it, or why it cannot start. */
public final class Launch {

    private static final int REFUSED = 2;
    private static final int FAULT = 1;

    private Launch() {}

    /**
     * Starts and returns while pages are being served. What stands in the way is said on the console in one sentence
     * and ends the process with a code that is not 0.
     *
     * @param application the Spring Boot application
     * @param arguments see {@code ./sangyu help}
     */
    @SuppressWarnings("SystemExitOutsideMain")
    public static void run(Class<?> application, String[] arguments) {
        LoggingSystem.get(Launch.class.getClassLoader()).beforeInitialize();
        try {
            start(application, Options.parse(List.of(arguments), System.getenv()));
        } catch (CannotStart e) {
            System.err.println(e.sentence());
            System.exit(REFUSED);
        } catch (RuntimeException fault) {
            // Spring believes to have told it already, and would let the process end without a word.
            fault.printStackTrace();
            System.exit(FAULT);
        }
    }

    private static void start(Class<?> application, Options options) throws CannotStart {
        DataDirectory directory = DataDirectory.open(options);
        @Nullable EmbeddedDatabase database = null;
        boolean running = false;
        try {
            checkPort(options);
            database = options.external() == null ? EmbeddedDatabase.start(directory.database(), true) : null;
            DatabaseAccess access = access(options, database);
            Roles.check(access);
            Migrations.run(access);
            SpringApplication spring = application(application, options, access);
            stopAfter(database, directory);
            ConfigurableApplicationContext context = spring.run(options.others().toArray(String[]::new));
            running = true;
            if (Rehearsal.isWanted()) {
                Rehearsal.end(context, options);
            } else {
                Console.greet(context, options);
            }
        } catch (IOException e) {
            throw Troubles.of(e, options.data());
        } catch (RuntimeException e) {
            throw Failures.explain(e, options);
        } finally {
            if (!running) {
                close(database, directory);
            }
        }
    }

    private static SpringApplication application(Class<?> application, Options options, DatabaseAccess access) {
        Map<String, Object> properties = new HashMap<>(access.properties());
        properties.put("sangyu.data", options.data().toString());
        properties.put("sangyu.port", options.port());
        properties.put("sangyu.address", options.address());
        properties.put("sangyu.demonstration", !options.production());
        properties.put("sangyu.demo.scale", options.scale().toPlainString());
        SpringApplication spring = new SpringApplication(application);
        spring.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("launch", properties)));
        return spring;
    }

    private static DatabaseAccess access(Options options, @Nullable EmbeddedDatabase database) throws IOException {
        DatabaseAccess external = options.external();
        if (database != null) {
            return database.access();
        }
        if (external == null) {
            throw new IllegalStateException("neither an external nor an embedded database");
        }
        return external;
    }

    private static void checkPort(Options options) throws CannotStart {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(options.address(), options.port()));
        } catch (IOException e) {
            throw new CannotStart(
                    "端口 " + options.port() + " 已被占用，请用 --port 换一个。",
                    "Port " + options.port() + " is in use: choose another with --port.",
                    e);
        }
    }

    /** Spring calls these after the last context is closed, so pages never lose the database under their feet. */
    private static void stopAfter(@Nullable EmbeddedDatabase database, DataDirectory directory) {
        SpringApplication.getShutdownHandlers().add(() -> close(database, directory));
    }

    private static void close(@Nullable EmbeddedDatabase database, DataDirectory directory) {
        if (database != null) {
            database.close();
        }
        directory.close();
    }
}
