package org.sangyu.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.Unscoped;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the security administrator does with the keys of the fields: another key, another key file, an end of old ones. */
@Unscoped("keys belong to the installation")
@Component
public class FieldKeyKeeping {

    private final FieldKeyTable table;
    private final FieldKeys keys;
    private final FieldKeyMove move;
    private final IndexKeyMove indexes;
    private final FieldRules rules;
    private final Audit audit;
    private final Clock clock;

    FieldKeyKeeping(
            FieldKeyTable table,
            FieldKeys keys,
            FieldKeyMove move,
            IndexKeyMove indexes,
            FieldRules rules,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.keys = keys;
        this.move = move;
        this.indexes = indexes;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** In which state a version is. */
    public enum State {
        /** It encrypts. */
        IN_USE,
        /** Fields stand under it, and are moved. */
        OLDER,
        /** Nothing stands under it; kept for back-ups and open sessions. */
        EMPTY,
        /** It is gone. */
        DESTROYED
    }

    /**
     * One version.
     *
     * @param suite names of its algorithms
     * @param file number of the key file that wraps it
     * @param since when the state began
     */
    public record Version(int number, String suite, int file, Instant made, State state, Instant since) {}

    /** All versions, the newest first. */
    @Transactional(readOnly = true)
    public List<Version> list() {
        List<FieldKeyTable.Row> rows = table.list();
        int newest = rows.getLast().version();
        return rows.reversed().stream().map(row -> version(row, newest)).toList();
    }

    /**
     * One version of the key of the blind index.
     *
     * @param file number of the key file that wraps it
     * @param inUse since when; null while it is being prepared
     */
    public record IndexVersion(
            int number,
            String suite,
            int file,
            Instant made,
            @Nullable Instant inUse) {}

    /** All versions of the key of the blind index, the newest first; an index is made with all of them that are in use. */
    @Transactional(readOnly = true)
    public List<IndexVersion> listIndex() {
        FieldKeyTable.Row first = table.list().getFirst();
        List<IndexVersion> all = new ArrayList<>();
        all.add(new IndexVersion(first.version(), first.suite().hash(), first.master(), first.made(), first.made()));
        table.listIndex()
                .forEach(row -> all.add(
                        new IndexVersion(row.version(), row.suite().hash(), row.master(), row.made(), row.inUse())));
        return all.reversed();
    }

    /** Makes another key of the blind index, or goes on with the one that is being prepared; null when 127 were made. */
    @Transactional
    public @Nullable UUID changeIndex() {
        Integer version = keys.makeNextIndex();
        if (version == null) {
            return null;
        }
        audit.write("access.index-key.make", null, null, Map.of("version", String.valueOf(version)));
        return indexes.start(version);
    }

    /** How long an empty key is kept at least. */
    public Duration kept() {
        return rules.keptEmpty();
    }

    /** Puts a new key into use and starts to move everything to it; null while an earlier change still moves. */
    @Transactional
    public @Nullable UUID change() {
        Integer made = keys.makeNewest();
        if (made == null) {
            return null;
        }
        audit.write(
                "access.field-key.make",
                null,
                null,
                Map.of("version", String.valueOf(made), "suite", rules.suite().name()));
        return move.start(made, false);
    }

    /** Goes on moving what stands under older keys. */
    @Transactional
    public UUID goOn() {
        return move.start(table.list().getLast().version(), false);
    }

    /** Looks once more that nothing stands under the empty keys, and destroys those kept long enough; null if there is none. */
    @Transactional
    public @Nullable UUID destroy() {
        Instant longEnough = clock.instant().minus(rules.keptEmpty());
        boolean any = table.list().stream()
                .anyMatch(row -> row.destroyed() == null
                        && row.emptied() != null
                        && !row.emptied().isAfter(longEnough));
        return any ? move.start(table.list().getLast().version(), true) : null;
    }

    /** Wraps all keys with a new key file; gives its number. */
    @Transactional
    public int renewFile() {
        int number = keys.renewMaster();
        audit.write("access.field-key.file", null, null, Map.of("file", "field-" + number + ".key"));
        return number;
    }

    private static Version version(FieldKeyTable.Row row, int newest) {
        State state = row.version() == newest
                ? State.IN_USE
                : row.destroyed() != null ? State.DESTROYED : row.emptied() != null ? State.EMPTY : State.OLDER;
        Instant since = row.destroyed() != null ? row.destroyed() : row.emptied() != null ? row.emptied() : row.made();
        return new Version(row.version(), row.suite().algorithms(), row.master(), row.made(), state, since);
    }
}
