package org.sangyu.crash;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Role;
import org.sangyu.testing.Desks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The county, its books as the administrator sees them, and the end of all background work. */
final class Office {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String WAITING = """
        select (select count(*) from jobs.job where state in ('QUEUED', 'RUNNING'))
            + (select count(*) from events.event_publication where completion_date is null)\
        """;

    private final AutowireCapableBeanFactory factory;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String code;
    private final PlaceInfo county;

    Office(
            AutowireCapableBeanFactory factory,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            Regions regions,
            @Value("${sangyu.places}") String code) {
        this.factory = factory;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.code = code;
        this.county = regions.findByCode(code, LocalDate.now(clock)).orElseThrow();
    }

    PlaceInfo county() {
        return county;
    }

    /** Its statistical code. */
    String code() {
        return code;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    <T> T make(Class<T> type) {
        return factory.createBean(type);
    }

    void inOne(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** Runs work at a desk of the county. */
    <T> T as(Role role, Supplier<T> deed) {
        return Desks.at(role, county.place().path(), deed);
    }

    /** A deed that starts the so-manieth job of a kind. */
    Step job(String name, String kind, int number, Runnable deed) {
        return step(name, "select count(*) >= %d from jobs.job where kind = '%s'".formatted(number, kind), deed);
    }

    Step step(String name, String begun, Runnable deed) {
        return new Step(name, () -> isTrue(begun), deed);
    }

    boolean isTrue(String sql) {
        return list(sql, Boolean.class).getFirst();
    }

    /** Asks as the administrator. */
    <T> List<T> list(String sql, Class<T> type) {
        return Desks.at(
                Role.ADMINISTRATOR,
                "C",
                () -> transaction.execute(status -> jdbc.sql(sql).query(type).list()));
    }

    /** Waits until no job and no event is left; a failed job ends the process. */
    void awaitRest() {
        Instant end = Instant.now().plus(PATIENCE);
        while (list(WAITING, Long.class).getFirst() > 0) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("background work does not end: "
                        + list("select kind || ' ' || state || ' ' || attempts from jobs.job", String.class));
            }
            pause();
        }
        List<String> failed = list(
                "select kind || ' ' || message_key || ' ' || message_arguments::text from jobs.job where state = 'FAILED'",
                String.class);
        if (!failed.isEmpty()) {
            throw new IllegalStateException("failed: " + failed);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
