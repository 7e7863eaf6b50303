package org.sangyu.access.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.sangyu.shared.AgeingRecords;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table whose rows are of no use after a time; {@code :before} and {@code :most} in its statements. */
@Unscoped("holds nothing by which people are found")
final class AgeingTable implements AgeingRecords {

    private final JdbcClient jdbc;
    private final String kind;
    private final Supplier<Instant> uselessBefore;
    private final String count;
    private final String erase;

    AgeingTable(JdbcClient jdbc, String kind, Supplier<Instant> uselessBefore, Statements statements) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.uselessBefore = uselessBefore;
        this.count = statements.count();
        this.erase = statements.erase();
    }

    /** How rows that are over are counted, and some of them erased. */
    record Statements(String count, String erase) {}

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Optional<Instant> uselessBefore() {
        return Optional.of(uselessBefore.get());
    }

    @Override
    public long count(Instant before) {
        return jdbc.sql(count).param("before", at(before)).query(Long.class).single();
    }

    @Override
    public long erase(Instant before, int most) {
        return jdbc.sql(erase).param("before", at(before)).param("most", most).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
