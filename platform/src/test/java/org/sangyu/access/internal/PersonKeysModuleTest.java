package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.seal.Verification;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
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
@DisplayName("每位老年人自己的密钥")
class PersonKeysModuleTest {

    private static final String COUNTY = "C0G0801";
    private static final String NEIGHBOUR = "C0G0802";

    @Autowired
    Audit audit;

    @Autowired
    PersonKeys keys;

    @Autowired
    GuardedLines lines;

    @Autowired
    LedgerReading reading;

    @Autowired
    LedgerSealer sealer;

    @Autowired
    LedgerExport export;

    @Autowired
    SealTable table;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    @Test
    @DisplayName("前后值写进留痕但不是明文；写明理由才看得到，看过也留痕，本人看得到")
    void guardedValuesAreShownForAReason() {
        ElderId elder = elder();
        changesPhone(elder, "13800000001", "13900000002");
        LedgerReading.Line line = newest(elder);
        assertThat(line.entry().detail())
                .containsEntry("kind", "CONTACT")
                .hasEntrySatisfying(
                        "old.phone",
                        value ->
                                assertThat(value).startsWith("guarded:" + elder).doesNotContain("13800000001"));
        assertThat(auditor(COUNTY, () -> lines.reveal(line.entry().id(), "核对投诉")))
                .isEqualTo(Map.of("old.phone", "13800000001", "new.phone", "13900000002"));
        LedgerReading.Line look = newest(elder);
        assertThat(look.entry().verb()).isEqualTo("access.ledger.reveal");
        assertThat(look.entry().detail()).containsEntry("reason", "核对投诉");
    }

    @Test
    @DisplayName("外县的审计员看不到，也不留痕")
    void anotherCountyReadsNothing() {
        ElderId elder = elder();
        changesPhone(elder, "13800000001", "13900000002");
        long id = newest(elder).entry().id();
        assertThat(auditor(NEIGHBOUR, () -> lines.reveal(id, "看看"))).isEmpty();
        assertThat(newest(elder).entry().id()).isEqualTo(id);
    }

    @Test
    @DisplayName("密文换到别人、别事、别的名目下都解不开")
    void bytesMovedElsewhereDoNotOpen() {
        ElderId elder = elder();
        Map<String, String> written = auditor(COUNTY, () -> keys.guard(elder, "registry.correct", Map.of("a", "甲")));
        GuardedValue value = GuardedValue.find(written.get("a")).orElseThrow();
        GuardedValue other = new GuardedValue(elder().value(), value.bytes());
        assertThat(auditor(COUNTY, () -> keys.open("registry.correct", Map.of("a", value))))
                .isEqualTo(Map.of("a", "甲"));
        assertThat(auditor(COUNTY, () -> keys.open("registry.correct", Map.of("b", value))))
                .isEmpty();
        assertThat(auditor(COUNTY, () -> keys.open("registry.record", Map.of("a", value))))
                .isEmpty();
        assertThat(auditor(COUNTY, () -> keys.open("registry.correct", Map.of("a", other))))
                .isEmpty();
    }

    @Test
    @DisplayName("销毁密钥：销毁前后的导出都核对得过；内容再也读不出，页面说何时清除；此后也不再生成密钥")
    void destroyingTheKeyLeavesTheChainWhole() throws IOException {
        ElderId elder = elder();
        changesPhone(elder, "13800000001", "13900000002");
        LedgerReading.Line line = newest(elder);
        sealer.seal();
        byte[] before = exported();
        auditor(COUNTY, () -> {
            keys.destroy(List.of(elder));
            return 0;
        });
        changesPhone(elder, "13900000002", "13700000003");
        sealer.seal();
        byte[] after = exported();
        assertThat(verified(before).stands()).isTrue();
        assertThat(verified(after).stands()).isTrue();
        assertThat(new String(after, StandardCharsets.UTF_8)).doesNotContain("13700000003", "13900000002");
        assertThat(auditor(COUNTY, () -> lines.reveal(line.entry().id(), "核对投诉")))
                .isEmpty();
        assertThat(auditor(COUNTY, () -> lines.reveal(newest(elder).entry().id(), "核对投诉")))
                .isEmpty();
        GuardedLines.State state = auditor(
                COUNTY,
                () -> lines.reader(List.of(line)).state(line.entry().detail().get("old.phone")));
        assertThat(state).isInstanceOf(GuardedLines.State.Erased.class);
    }

    @Test
    @DisplayName("应用账号改不动、删不掉密钥，销毁了的收不回")
    void theApplicationChangesNoKey() {
        for (String attempt : List.of(
                "update access.person_key set key_enc = null",
                "delete from access.person_key",
                "update access.ledger_erased set seal = 0",
                "insert into access.ledger_erased (seal, at) values (9, now())")) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update()).rootCause().hasMessageContaining("permission denied");
        }
    }

    @Test
    @DisplayName("留痕按期限清除后链仍完整，导出说清除了几条；最近六个月的清不掉")
    void erasedLinesLeaveTheirHash() throws IOException {
        Clock longAgo = Clock.offset(clock, Duration.ofDays(-200));
        sealer.seal();
        LedgerSealer formerly = new LedgerSealer(table, transactions, longAgo, "SHA-256");
        changesPhone(elder(), "13800000001", "13900000002");
        assertThat(formerly.seal()).isEqualTo(1);
        assertThatThrownBy(() -> erase("now() - interval '6 months' + interval '1 minute'"))
                .rootCause()
                .hasMessageContaining("six months");
        assertThat(erase("now() - interval '6 months'")).isPositive();
        assertThat(erase("now() - interval '6 months'")).isZero();
        changesPhone(elder(), "13800000001", "13900000002");
        sealer.seal();
        Verification.Report report = verified(exported());
        assertThat(report.findings()).isEmpty();
        assertThat(report.erased()).isPositive();
    }

    private long erase(String before) {
        return auditor(
                "C",
                () -> jdbc.sql("select access.erase_lines(" + before + ", 1000)")
                        .query(Long.class)
                        .single());
    }

    private static ElderId elder() {
        return new ElderId(UUID.randomUUID());
    }

    private void changesPhone(ElderId elder, String from, String to) {
        Desks.act(
                Role.COUNTY_CLERK,
                COUNTY,
                () -> transactions.executeWithoutResult(status -> audit.write(
                        "registry.correct",
                        elder.value(),
                        new Place(COUNTY),
                        new Audit.Personal(
                                elder, Map.of("kind", "CONTACT"), Map.of("old.phone", from, "new.phone", to)))));
    }

    private LedgerReading.Line newest(ElderId elder) {
        return auditor(
                COUNTY,
                () -> reading.list(
                                CurrentDesk.get().scope(),
                                new LedgerReading.Sought("", "", elder.value(), null, null),
                                0,
                                1)
                        .getFirst());
    }

    private <T> T auditor(String place, Supplier<T> work) {
        return Desks.at(Role.AUDITOR, place, () -> transactions.execute(status -> work.get()));
    }

    private byte[] exported() {
        LocalDate today = LocalDate.now(clock.withZone(Time.ZONE));
        return auditor("C", () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                export.write(today.minusYears(1), today, out, done -> {});
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return out.toByteArray();
        });
    }

    private static Verification.Report verified(byte[] export) throws IOException {
        return Verification.of(
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(export), StandardCharsets.UTF_8)),
                "");
    }
}
