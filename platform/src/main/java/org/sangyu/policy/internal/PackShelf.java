package org.sangyu.policy.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sangyu.policy.PacksInForce;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Problem;
import org.sangyu.shared.Unscoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The packs in force with what the installation added; read once, and again when the folder changes in development or
 * when the installation's own layer does.
 */
@Unscoped("packs are public")
@Component
public class PackShelf implements PacksInForce {

    private static final Logger LOG = LoggerFactory.getLogger(PackShelf.class);
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(2).toNanos();

    private final Path folder;
    private final boolean reload;
    private final JdbcClient jdbc;
    private volatile State state;

    PackShelf(
            @Value("${sangyu.packs:packs}") Path folder,
            @Value("${sangyu.templates:}") String development,
            JdbcClient jdbc) {
        this.folder = folder;
        this.reload = !development.isEmpty();
        this.jdbc = jdbc;
        this.state = read(stamp());
    }

    private record State(PackSet packs, String stamp, long lookedAt) {}

    @Override
    public PackSet packs() {
        State now = state;
        if (System.nanoTime() - now.lookedAt() < LOOK_AGAIN_NANOS) {
            return now.packs();
        }
        synchronized (this) {
            String stamp = stamp();
            state = stamp.equals(state.stamp()) ? new State(state.packs(), stamp, System.nanoTime()) : read(stamp);
            return state.packs();
        }
    }

    /** The installation's own layer as it is in force: the files of all places, in the order of their paths. */
    public List<PackFile> own() {
        return installation();
    }

    /** Looks at once whether anything changed, instead of within two seconds. */
    public void lookAgain() {
        synchronized (this) {
            state = new State(state.packs(), state.stamp(), System.nanoTime() - 2 * LOOK_AGAIN_NANOS);
        }
        packs();
    }

    /** The packs in force with a draft as the nearest layer of all; nothing of it is kept. */
    public PackSet packsWith(List<PackFile> draft) {
        List<PackFile> layers = new ArrayList<>(installation());
        layers.addAll(draft);
        return packs().withInstallation(layers);
    }

    private State read(String stamp) {
        PackSet packs = PackSet.read(folder);
        List<PackFile> own = installation();
        if (!own.isEmpty()) {
            packs = packs.withInstallation(own);
        }
        for (Problem problem : packs.problems()) {
            LOG.error("packs: {}", problem.line("zh"));
        }
        return new State(packs, stamp, System.nanoTime());
    }

    private List<PackFile> installation() {
        return jdbc
                .sql("""
                        select distinct on (path) path, content from policy.installation_value
                        where confirmed_at is not null order by path, confirmed_at desc, id desc
                        """)
                .query((row, number) -> new PackFile(row.getString("path"), row.getString("content")))
                .list()
                .stream()
                .filter(file -> !file.text().isEmpty())
                .toList();
    }

    private String stamp() {
        String own = jdbc.sql(
                        "select count(*) || ' ' || coalesce(max(confirmed_at)::text, '') from policy.installation_value"
                                + " where confirmed_at is not null")
                .query(String.class)
                .single();
        return reload ? own + ' ' + newestFile() : own;
    }

    private long newestFile() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().lastModified()).reduce(0, (left, right) -> 31 * left + right);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
