package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sangyu.access.seal.Finding;
import org.sangyu.access.seal.Verification;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Time;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest(extraIncludes = {"jobs", "files"})
@TestPropertySource(properties = "sangyu.ledger.seal-every=1h")
@DisplayName("留痕的封存")
class SealingModuleTest {

    private static final String COUNTY = "C0G0801";

    @Autowired
    Audit audit;

    @Autowired
    LedgerSealer sealer;

    @Autowired
    SealTable table;

    @Autowired
    LedgerReading reading;

    @Autowired
    LedgerExport export;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    @Test
    @DisplayName("提交后就能封存，一条不漏；号小而提交晚的进下一批；没有新的就不封")
    void everyLineIsSealedOnce() throws Exception {
        sealer.seal();
        UUID early = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> slow = other.submit(() -> Desks.act(
                    Role.COUNTY_CHIEF,
                    COUNTY,
                    () -> transactions.executeWithoutResult(status -> {
                        audit.write("cycle.approve", late, new Place(COUNTY), Map.of());
                        written.countDown();
                        await(go);
                    })));
            await(written);
            write(early);
            assertThat(sealer.seal()).isEqualTo(1);
            go.countDown();
            slow.get(1, TimeUnit.MINUTES);
        }
        assertThat(sealOf(early)).isNotNull();
        assertThat(sealOf(late)).isNull();
        assertThat(sealer.seal()).isEqualTo(1);
        assertThat(sealOf(late)).isEqualTo(sealOf(early) + 1);
        assertThat(sealer.seal()).isZero();
    }

    @Test
    @DisplayName("撤回的事务不留痕；批号不断，逐批相链")
    void sealsFollowOneAnother() {
        write(UUID.randomUUID());
        sealer.seal();
        assertThatThrownBy(() -> Desks.act(
                        Role.COUNTY_CHIEF,
                        COUNTY,
                        () -> transactions.executeWithoutResult(status -> {
                            audit.write("cycle.approve", UUID.randomUUID(), new Place(COUNTY), Map.of());
                            throw new IllegalStateException("taken back");
                        })))
                .hasMessage("taken back");
        assertThat(sealer.seal()).isZero();
        write(UUID.randomUUID());
        sealer.seal();
        Desks.act(
                Role.AUDITOR,
                "C",
                () -> assertThat(table.seals(LocalDate.MIN.withYear(1), today(), 0, 1_000))
                        .satisfies(seals -> {
                            byte[] before = org.sangyu.access.seal.Seal.beginning();
                            for (int i = 0; i < seals.size(); i++) {
                                assertThat(seals.get(i).number()).isEqualTo(i + 1);
                                assertThat(seals.get(i).follows(before)).isTrue();
                                before = seals.get(i).chain();
                            }
                        }));
    }

    @Test
    @DisplayName("恢复到另一台数据库、事务号从头数起：新的记录照样封存")
    void goesOnAfterARestore() {
        write(UUID.randomUUID());
        sealer.seal();
        Desks.act(
                Role.AUDITOR,
                "C",
                () -> transactions.executeWithoutResult(status -> {
                    var newest = table.newest().orElseThrow();
                    var leaf = new org.sangyu.access.seal.Leaf(Long.MAX_VALUE - newest.number(), "", new byte[] {1});
                    var next = org.sangyu.access.seal.Seal.over(
                            List.of(leaf),
                            new org.sangyu.access.seal.Seal.Head(newest.number() + 1, today(), clock.instant()),
                            newest.algorithm(),
                            newest.chain());
                    table.keep(next, List.of(leaf), "9223372036854775807");
                }));
        UUID fresh = UUID.randomUUID();
        write(fresh);
        assertThat(sealer.seal()).isEqualTo(1);
        assertThat(sealOf(fresh)).isNotNull();
    }

    @Test
    @DisplayName("一个县的审计员导出的文件可以离线核对；别县的只有散列；改库里的不可能")
    void anExportStandsByItself() throws Exception {
        UUID here = UUID.randomUUID();
        write(here);
        Desks.act(
                Role.COUNTY_CHIEF,
                "C0G0802",
                () -> transactions.executeWithoutResult(status ->
                        audit.write("cycle.approve", UUID.randomUUID(), new Place("C0G0802"), Map.of("note", "别县的事"))));
        sealer.seal();
        var file = new java.io.ByteArrayOutputStream();
        Desks.act(Role.AUDITOR, COUNTY, () -> transactions.executeWithoutResult(status -> write(file)));
        String text = file.toString(StandardCharsets.UTF_8);
        assertThat(text).contains(here.toString()).doesNotContain("别县的事");
        Verification.Report report = Verification.of(
                new BufferedReader(new InputStreamReader(
                        new java.io.ByteArrayInputStream(file.toByteArray()), StandardCharsets.UTF_8)),
                Desks.at(
                        Role.AUDITOR,
                        COUNTY,
                        () -> reading.newest().orElseThrow().printed()));
        assertThat(report.findings()).extracting(Finding::what).doesNotContain(Finding.What.CHANGED_LINE);
        assertThat(report.lines()).isPositive();
        assertThat(report.others()).isPositive();
    }

    @Test
    @DisplayName("按人、按事、按对象、按日期查；外县的查不到")
    void anAuditorSearchesWithinTheScope() {
        UUID subject = UUID.randomUUID();
        write(subject);
        assertThat(found(COUNTY, new LedgerReading.Sought("", "", subject, null, null)))
                .hasSize(1);
        assertThat(found("C0G0802", new LedgerReading.Sought("", "", subject, null, null)))
                .isEmpty();
        assertThat(found(COUNTY, new LedgerReading.Sought("", "cycle.approve", subject, today(), today())))
                .hasSize(1);
        assertThat(found(COUNTY, new LedgerReading.Sought("", "cycle.freeze", subject, null, null)))
                .isEmpty();
        assertThat(found(COUNTY, new LedgerReading.Sought("", "", subject, today().plusDays(1), null)))
                .isEmpty();
        assertThat(found(COUNTY, new LedgerReading.Sought("", "", subject, null, today().minusDays(1))))
                .isEmpty();
        String who = found(COUNTY, new LedgerReading.Sought("", "", subject, null, null))
                .getFirst()
                .entry()
                .account();
        assertThat(found(COUNTY, new LedgerReading.Sought(who, "", subject, null, null)))
                .hasSize(1);
        assertThat(found(COUNTY, new LedgerReading.Sought("%", "", subject, null, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access.audit_seal set root = ''",
                "delete from access.audit_seal",
                "update access.audit_leaf set content = ''",
                "delete from access.audit_leaf"
            })
    @DisplayName("应用账号改不动、删不掉封存")
    void sealsCannotBeChanged(String attempt) {
        assertThatThrownBy(() -> jdbc.sql(attempt).update())
                .rootCause()
                .message()
                .contains("permission denied");
    }

    private void write(java.io.OutputStream file) {
        try {
            export.write(today(), today(), file, done -> {});
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<LedgerReading.Line> found(String place, LedgerReading.Sought sought) {
        return Desks.at(
                Role.AUDITOR, place, () -> reading.list(CurrentDesk.get().scope(), sought, 0, 10));
    }

    private void write(UUID subject) {
        Desks.act(
                Role.COUNTY_CHIEF,
                COUNTY,
                () -> transactions.executeWithoutResult(
                        status -> audit.write("cycle.approve", subject, new Place(COUNTY), Map.of("lines", "12"))));
    }

    private @org.jspecify.annotations.Nullable Long sealOf(UUID subject) {
        return found(COUNTY, new LedgerReading.Sought("", "", subject, null, null))
                .getFirst()
                .seal();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Time.ZONE));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("too long");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
