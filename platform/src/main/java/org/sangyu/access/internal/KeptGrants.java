package org.sangyu.access.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The desks of those who are at work, kept in memory because every request asks for them.
 *
 * <p>All of it is forgotten when an account or a desk changes and when the day turns, so that a desk taken away is gone
 * at the next click. What was read while something changed is used once and not kept.
 */
@Component
class KeptGrants {

    private static final int MOST_PEOPLE = 10_000;

    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private final Map<UUID, Kept> byAccount = new ConcurrentHashMap<>();

    KeptGrants(Clock clock) {
        this.clock = clock;
    }

    private record Kept(LocalDate day, List<Grant> grants) {}

    /** How an account's desks of a day are read. */
    @FunctionalInterface
    interface Reader {
        List<Grant> read(UUID account, LocalDate day);
    }

    /** The desks of an account today, from memory or read now. */
    List<Grant> of(UUID account, Reader reader) {
        LocalDate today = LocalDate.now(clock);
        Kept kept = byAccount.get(account);
        if (kept != null && kept.day().equals(today)) {
            return kept.grants();
        }
        long before = changes.get();
        List<Grant> grants = List.copyOf(reader.read(account, today));
        if (byAccount.size() >= MOST_PEOPLE) {
            byAccount.clear();
        }
        byAccount.put(account, new Kept(today, grants));
        if (changes.get() != before) {
            byAccount.remove(account);
        }
        return grants;
    }

    /** Something about accounts or desks changes: forgotten now and again when the change is stored. */
    void forget() {
        drop();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    drop();
                }
            });
        }
    }

    private void drop() {
        changes.incrementAndGet();
        byAccount.clear();
    }
}
