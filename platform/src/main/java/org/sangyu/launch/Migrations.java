package org.sangyu.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the database to this program's shape, module by module.
 *
 * <p>Each folder below {@code db/migration} belongs to one module, which numbers its versions for itself and has its
 * own history table. {@code __root} comes first; the others in order of name, which is free because no module refers
 * to another's schema.
 */
public final class Migrations {

    private static final String BASE = "db/migration/";
    private static final String ROOT = "__root";

    private Migrations() {}

    /**
     * Runs all that is missing, as the owner of the schemas.
     *
     * @throws NewerDatabase when the database holds a migration that this program does not know
     */
    public static void run(DatabaseAccess access) {
        run(access, Map.of());
    }

    /**
     * Runs what is missing up to a version of each module, so that a back-up finds the shape it was made in.
     *
     * @param upTo version by module; a module that is not named gets all
     */
    static void run(DatabaseAccess access, Map<String, String> upTo) {
        for (String module : modules()) {
            FluentConfiguration wanted = history(access, module);
            String version = upTo.get(module);
            Flyway flyway = (version == null ? wanted : wanted.target(version)).load();
            if (Stream.of(flyway.info().all()).anyMatch(Migrations::isUnknown)) {
                throw new NewerDatabase(module);
            }
            flyway.migrate();
        }
    }

    /** The newest migration of each module that the database has. */
    static Map<String, String> versions(DatabaseAccess access) {
        Map<String, String> versions = new TreeMap<>();
        for (String module : modules()) {
            MigrationInfo current = history(access, module).load().info().current();
            if (current != null && current.getVersion() != null) {
                versions.put(module, current.getVersion().getVersion());
            }
        }
        return versions;
    }

    /** The newest migration of each module that this program knows. */
    static Map<String, MigrationVersion> known(DatabaseAccess access) {
        Map<String, MigrationVersion> versions = new TreeMap<>();
        for (String module : modules()) {
            Stream.of(history(access, module).load().info().all())
                    .map(MigrationInfo::getVersion)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .ifPresent(newest -> versions.put(module, newest));
        }
        return versions;
    }

    private static FluentConfiguration history(DatabaseAccess access, String module) {
        return Flyway.configure()
                .dataSource(access.url(), access.owner().user(), access.owner().password())
                .locations("classpath:" + BASE + module)
                .defaultSchema("public")
                .table(module.equals(ROOT) ? "flyway_history" : "flyway_history_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }

    /** The folders that hold migrations, {@code __root} first. */
    static List<String> modules() {
        try {
            Resource[] scripts =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + BASE + "*/*.sql");
            return Stream.concat(
                            Stream.of(ROOT),
                            Stream.of(scripts)
                                    .map(Migrations::folder)
                                    .filter(folder -> !folder.equals(ROOT))
                                    .sorted())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folder(Resource script) {
        try {
            String address = script.getURL().toString();
            String below = address.substring(address.lastIndexOf(BASE) + BASE.length());
            return below.substring(0, below.indexOf('/'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUnknown(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }

    /** The database was already opened by a newer program. */
    static final class NewerDatabase extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        NewerDatabase(String module) {
            super("the database is newer than this program, in " + module);
        }
    }
}
