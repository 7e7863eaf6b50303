package org.sangyu.access.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sangyu.access.seal.Algorithm;
import org.sangyu.access.seal.Entry;
import org.sangyu.access.seal.Leaf;
import org.sangyu.access.seal.Seal;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Time;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals lines within seconds of their commit, in the order of their numbers.
 *
 * <p>A line whose transaction ends later than that of a greater number comes into a later seal; none is left out. Of
 * several processes one seals at a time.
 */
@Component
class LedgerSealer {

    private static final int MOST_LINES = 5_000;

    private final SealTable table;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Algorithm algorithm;

    LedgerSealer(
            SealTable table,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${sangyu.ledger.hash:SHA-256}") String hash) {
        this.table = table;
        this.transactions = transactions;
        this.clock = clock;
        this.algorithm = Algorithm.of(hash)
                .orElseThrow(() -> new IllegalArgumentException("sangyu.ledger.hash is SHA-256 or SM3, not " + hash));
    }

    /** Seals what is there; gives how many lines. */
    @Scheduled(fixedDelayString = "${sangyu.ledger.seal-every:2s}")
    int seal() {
        Desk sealer = Desk.of("sealer", "封存", Role.AUDITOR, Place.NATION);
        int all = 0;
        int sealed = MOST_LINES;
        while (sealed == MOST_LINES) {
            sealed = CurrentDesk.call(sealer, () -> transactions.execute(status -> batch()));
            all += sealed;
        }
        return all;
    }

    private int batch() {
        if (!table.lock()) {
            return 0;
        }
        String oldest = table.oldestRunning();
        String settled = table.settled();
        List<Entry> lines = table.unsealed(settled, MOST_LINES);
        if (lines.isEmpty()) {
            return 0;
        }
        Optional<Seal> newest = table.newest();
        List<Leaf> leaves = lines.stream().map(line -> Leaf.of(algorithm, line)).toList();
        Instant now = clock.instant();
        Seal.Head head =
                new Seal.Head(newest.map(Seal::number).orElse(0L) + 1, LocalDate.ofInstant(now, Time.ZONE), now);
        Seal seal = Seal.over(leaves, head, algorithm, newest.map(Seal::chain).orElseGet(Seal::beginning));
        table.keep(seal, leaves, lines.size() < MOST_LINES ? oldest : settled);
        return lines.size();
    }
}
