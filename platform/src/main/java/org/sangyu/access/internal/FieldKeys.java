package org.sangyu.access.internal;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.internal.FieldKeyTable.IndexRow;
import org.sangyu.access.internal.FieldKeyTable.Row;
import org.sangyu.access.internal.MasterKeys.Wrapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys of the protected fields: the database holds them wrapped by a key file that lies outside it.
 *
 * <p>The newest version encrypts, older ones only decrypt. The database remembers the file's fingerprint: a missing or
 * other file is refused at the start, for going on would make fields that nobody can read.
 */
@Component
class FieldKeys {

    private static final int FIRST = 1;
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final String ENCRYPTION = "encryption";
    private static final String INDEX = "index";
    private static final String FIRST_INDEX = "blind-index";
    private static final Logger LOG = LoggerFactory.getLogger(FieldKeys.class);

    private final FieldKeyTable table;
    private final MasterKeys masters;
    private final FieldRules rules;
    private final TransactionTemplate transactions;
    private final TransactionTemplate apart;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile long readAt = System.nanoTime();
    private volatile Known known;

    FieldKeys(
            FieldRules rules,
            @Value("${sangyu.data}") Path data,
            FieldKeyTable table,
            TransactionTemplate transactions) {
        this.rules = rules;
        this.table = table;
        this.transactions = transactions;
        apart = new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        masters = new MasterKeys(rules, data);
        if (table.list().isEmpty()) {
            begin();
        }
        table.list().forEach(this::check);
        known = read(Map.of(), new Index(List.of(), null));
    }

    /** A key that encrypts, or decrypts what it once encrypted. */
    static final class Version {

        private final int number;
        private final FieldSuite suite;
        private final byte[] key;

        private Version(int number, FieldSuite suite, byte[] key) {
            this.number = number;
            this.suite = suite;
            this.key = key;
        }

        /** What the first byte of its ciphertexts says. */
        int number() {
            return number;
        }

        /** An engine for one thread at a time. */
        FieldEngine engine() {
            return suite.engine(key);
        }
    }

    /** All keys of this moment. */
    private record Known(Map<Integer, Version> versions, Version newest, Index index) {}

    /**
     * The keys of the blind index.
     *
     * @param inUse in their order: each takes what the one before it made
     * @param coming the one that is being prepared, or null
     */
    record Index(List<Version> inUse, @Nullable Version coming) {

        Index {
            inUse = List.copyOf(inUse);
        }

        /** Every key there is, for engines are kept by it. */
        private Optional<Version> find(int number) {
            return Stream.concat(inUse.stream(), Stream.ofNullable(coming))
                    .filter(one -> one.number() == number)
                    .findFirst();
        }
    }

    /** Encrypts. */
    Version newest() {
        return known.newest();
    }

    /** Decrypts what it encrypted; empty when there is none such, or it was destroyed. Another process may have made it. */
    Optional<Version> find(int number) {
        if (!known.versions().containsKey(number)) {
            refresh();
        }
        return Optional.ofNullable(known.versions().get(number));
    }

    /** What makes the blind index; while another key comes, no older than a moment, for it may be in use by now. */
    Index index() {
        if (known.index().coming() != null && System.nanoTime() - readAt > A_MOMENT.toNanos() && reading.tryLock()) {
            try {
                refresh();
            } finally {
                reading.unlock();
            }
        }
        return known.index();
    }

    /** Looks what was made or destroyed for good, here or by another process; never what a transaction may still take back. */
    @Scheduled(fixedDelayString = "${sangyu.fields.refresh}")
    void refresh() {
        try {
            known = Objects.requireNonNull(apart.execute(status -> read(known.versions(), known.index())));
            readAt = System.nanoTime();
        } catch (RuntimeException unreadable) {
            LOG.error("the keys of the fields could not be read anew; those known go on: {}", unreadable.getMessage());
        }
    }

    /**
     * Makes a new encryption key, in use from the end of the transaction on, unless an older one still has fields or 255 were made.
     *
     * @return its version, or null
     */
    @Nullable
    Integer makeNewest() {
        return transactions.execute(status -> {
            refreshAfterwards();
            List<Row> rows = table.lock();
            Row last = rows.getLast();
            boolean moving = rows.stream().anyMatch(row -> row.version() < last.version() && row.emptied() == null);
            if (moving || last.version() == Byte.MAX_VALUE) {
                return null;
            }
            int version = last.version() + 1;
            byte[] key = masters.fresh();
            byte[] wrapped = masters.wrap(new Wrapping(last.master(), rules.suite(), version, ENCRYPTION), key);
            table.keep(new Row(
                    version, rules.suite(), last.master(), last.fingerprint(), wrapped, null, Instant.MIN, null, null));
            return version;
        });
    }

    /**
     * Makes the next key of the blind index, which is in use once every index is made of it too; the one that is being
     * prepared when there is one.
     *
     * @return its version, or null when 127 were made
     */
    @Nullable
    Integer makeNextIndex() {
        return transactions.execute(status -> {
            refreshAfterwards();
            int master = table.lock().getLast().master();
            List<IndexRow> rows = table.listIndex();
            if (!rows.isEmpty() && rows.getLast().inUse() == null) {
                return rows.getLast().version();
            }
            int version = rows.isEmpty() ? FIRST + 1 : rows.getLast().version() + 1;
            if (version > Byte.MAX_VALUE) {
                return null;
            }
            byte[] wrapped = masters.wrap(new Wrapping(master, rules.suite(), version, INDEX), masters.fresh());
            table.keepIndex(new IndexRow(version, rules.suite(), master, wrapped, Instant.MIN, null));
            return version;
        });
    }

    /** Makes a new key file and wraps every key with it; nothing that is encrypted changes. Gives its number. */
    int renewMaster() {
        Integer number = transactions.execute(status -> {
            refreshAfterwards();
            List<Row> rows = table.lock();
            int next = rows.getLast().master() + 1;
            masters.make(next);
            byte[] print = masters.derive(next, "fingerprint");
            rows.forEach(row -> table.rewrap(rewrapped(row, next, print)));
            for (IndexRow row : table.listIndex()) {
                byte[] key = masters.unwrap(wrapping(row), row.wrapped());
                Wrapping anew = new Wrapping(next, row.suite(), row.version(), INDEX);
                table.rewrapIndex(row.version(), next, masters.wrap(anew, key));
            }
            return next;
        });
        return Objects.requireNonNull(number);
    }

    /** Only once the transaction has ended well: a key that is taken back must never have encrypted anything. */
    private void refreshAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                refresh();
            }
        });
    }

    private Row rewrapped(Row row, int master, byte[] print) {
        return new Row(
                row.version(),
                row.suite(),
                master,
                print,
                moved(row, ENCRYPTION, row.wrapped(), master),
                moved(row, INDEX, row.indexWrapped(), master),
                row.made(),
                row.emptied(),
                row.destroyed());
    }

    private byte @Nullable [] moved(Row row, String use, byte @Nullable [] wrapped, int master) {
        return wrapped == null
                ? null
                : masters.wrap(
                        new Wrapping(master, row.suite(), row.version(), use),
                        masters.unwrap(new Wrapping(row.master(), row.suite(), row.version(), use), wrapped));
    }

    /** The index follows from the file, so that installations that were given the same one find alike. */
    private void begin() {
        masters.make(FIRST);
        table.keep(new Row(
                FIRST,
                rules.suite(),
                FIRST,
                masters.derive(FIRST, "fingerprint"),
                masters.wrap(new Wrapping(FIRST, rules.suite(), FIRST, ENCRYPTION), masters.fresh()),
                masters.wrap(new Wrapping(FIRST, rules.suite(), FIRST, INDEX), masters.derive(FIRST, FIRST_INDEX)),
                Instant.MIN,
                null,
                null));
    }

    /** The file must be the one that wrapped; a database from before keys were wrapped gets those it had. */
    private void check(Row row) {
        if (!MessageDigest.isEqual(row.fingerprint(), masters.derive(row.master(), "fingerprint"))) {
            throw new IllegalStateException(
                    "字段密钥与数据库不符 / the field key is not the one of this database: " + masters.file(row.master()));
        }
        if (row.wrapped() == null && row.destroyed() == null) {
            byte[] encryption = masters.derive(row.master(), "field-encryption");
            byte[] index = masters.derive(row.master(), FIRST_INDEX);
            table.rewrap(new Row(
                    row.version(),
                    row.suite(),
                    row.master(),
                    row.fingerprint(),
                    masters.wrap(new Wrapping(row.master(), row.suite(), row.version(), ENCRYPTION), encryption),
                    masters.wrap(new Wrapping(row.master(), row.suite(), row.version(), INDEX), index),
                    row.made(),
                    null,
                    null));
        }
    }

    /** A key already known stays the same object, for engines are kept by it. */
    private Known read(Map<Integer, Version> before, Index indexBefore) {
        Map<Integer, Version> versions = new TreeMap<>();
        Version newest = null;
        List<Version> index = new ArrayList<>();
        for (Row row : table.list()) {
            if (row.wrapped() != null) {
                Version same = before.get(row.version());
                newest = same == null ? version(row, ENCRYPTION, row.wrapped()) : same;
                versions.put(row.version(), newest);
            }
            if (row.indexWrapped() != null) {
                byte[] wrapped = row.indexWrapped();
                index.add(indexBefore.find(row.version()).orElseGet(() -> version(row, INDEX, wrapped)));
            }
        }
        if (newest == null || index.isEmpty()) {
            throw new IllegalStateException("the database holds no key of the fields");
        }
        Version coming = null;
        for (IndexRow row : table.listIndex()) {
            Version one = indexBefore.find(row.version()).orElseGet(() -> version(row));
            if (row.inUse() == null) {
                coming = one;
            } else {
                index.add(one);
            }
        }
        return new Known(Map.copyOf(versions), newest, new Index(index, coming));
    }

    private Version version(Row row, String use, byte[] wrapped) {
        Wrapping wrapping = new Wrapping(row.master(), row.suite(), row.version(), use);
        return new Version(row.version(), row.suite(), masters.unwrap(wrapping, wrapped));
    }

    private Version version(IndexRow row) {
        return new Version(row.version(), row.suite(), masters.unwrap(wrapping(row), row.wrapped()));
    }

    private static Wrapping wrapping(IndexRow row) {
        return new Wrapping(row.master(), row.suite(), row.version(), INDEX);
    }
}
