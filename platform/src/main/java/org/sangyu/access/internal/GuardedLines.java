package org.sangyu.access.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sangyu.access.seal.Entry;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lines of the ledger hold encrypted under people's own keys: whether it can still be read, and reading it. */
@Component
@Unscoped("reads no table; lines come from a look-up in the scope")
public class GuardedLines {

    private final LedgerReading ledger;
    private final PersonKeys keys;
    private final Audit audit;

    GuardedLines(LedgerReading ledger, PersonKeys keys, Audit audit) {
        this.ledger = ledger;
        this.keys = keys;
        this.audit = audit;
    }

    /** How a value stands in a line. */
    public sealed interface State {

        /** In clear. */
        record Open() implements State {}

        /** Encrypted; whoever may read it says what for. */
        record Guarded() implements State {}

        /** Encrypted under a key that was destroyed then. */
        record Erased(Instant at) implements State {}
    }

    /** How the values of some lines stand. */
    @Transactional(readOnly = true)
    public Reader reader(List<LedgerReading.Line> lines) {
        Set<UUID> people = new HashSet<>();
        lines.forEach(line -> guarded(line.entry()).values().forEach(value -> people.add(value.person())));
        return new Reader(people.isEmpty() ? Map.of() : keys.destroyed(people));
    }

    /** Knows whose keys are gone. */
    public record Reader(Map<UUID, Instant> destroyed) {

        /** How one value stands. */
        public State state(String value) {
            Optional<GuardedValue> guarded = GuardedValue.find(value);
            if (guarded.isEmpty()) {
                return new State.Open();
            }
            Instant gone = destroyed.get(guarded.get().person());
            return gone == null ? new State.Guarded() : new State.Erased(gone);
        }
    }

    /**
     * The guarded values of a line in clear, by name; who looked and why is a line of its own, which the elder can read.
     * Empty when the line lies outside the scope or holds nothing that can still be read.
     */
    @Transactional
    public Map<String, String> reveal(long id, String reason) {
        Optional<Entry> found = ledger.find(id, CurrentDesk.get().scope()).map(LedgerReading.Line::entry);
        if (found.isEmpty()) {
            return Map.of();
        }
        Entry entry = found.get();
        Map<String, GuardedValue> guarded = guarded(entry);
        Map<String, String> clear = keys.open(entry.verb(), guarded);
        if (!clear.isEmpty()) {
            UUID person = guarded.values().iterator().next().person();
            String place = entry.place();
            audit.write(
                    "access.ledger.reveal",
                    person,
                    place == null ? null : new Place(place),
                    Map.of("line", String.valueOf(id), "reason", reason));
        }
        return clear;
    }

    private static Map<String, GuardedValue> guarded(Entry entry) {
        Map<String, GuardedValue> found = new HashMap<>();
        entry.detail().forEach((name, value) -> GuardedValue.find(value).ifPresent(one -> found.put(name, one)));
        return found;
    }
}
