package org.sangyu.benefits.internal.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.benefits.internal.cycle.FakePolicy.ALLOWANCE;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.sangyu.benefits.internal.cycle.CycleDesk.On;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.testing.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A county of its own for each test, with everything that pays on a real database. */
@FreshDatabase
@SpringBootTest(classes = CycleWorld.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class CycleCounty {

    static final Charset GBK = Charset.forName("GBK");

    static final YearMonth MAY = YearMonth.parse("2026-05");

    static final YearMonth JUNE = YearMonth.parse("2026-06");

    static int next;

    @Autowired
    CycleDesk desk;

    @Autowired
    ReturnDesk returns;

    @Autowired
    PayFormats formats;

    @Autowired
    RecoveryDesk recoveries;

    @Autowired
    Cycles cycles;

    @Autowired
    FakeJobs jobs;

    @Autowired
    FakePolicy policy;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CycleWorld.TestClock clock;

    @Autowired
    CycleWorld.MemoryFiles files;

    @Autowired
    CycleFigures figures;

    @Autowired
    CycleLines lines;

    @Autowired
    Differences differences;

    @Autowired
    CycleFiles cycleFiles;

    @Autowired
    Totals totals;

    @Autowired
    MoneySettings settings;

    @Autowired
    CycleWork work;

    @Autowired
    CycleTimeline timeline;

    String county = "";

    @BeforeEach
    void aCountyOfItsOwn() {
        next++;
        county = "C0101" + (char) ('A' + next / 10) + (char) ('0' + next % 10);
        clock.set("2026-05-20T02:00:00Z");
    }

    CycleDesk.Opening open(YearMonth month) {
        return at(Role.COUNTY_CLERK, () -> desk.open(List.of(ALLOWANCE), month, month));
    }

    UUID computed(YearMonth month) {
        UUID cycle = ((CycleDesk.Opening.Opened) open(month)).cycle();
        assertThat(run(Role.COUNTY_CLERK, on -> desk.compute(on), cycle)).isEmpty();
        assertThat(stateOf(cycle)).isEqualTo(CycleState.COMPUTED);
        return cycle;
    }

    UUID frozen(YearMonth month) {
        UUID cycle = computed(month);
        assertThat(run(Role.COUNTY_CLERK, on -> desk.freeze(on), cycle)).isEmpty();
        return cycle;
    }

    UUID released(YearMonth month) {
        UUID cycle = frozen(month);
        release(cycle);
        return cycle;
    }

    void release(UUID cycle) {
        assertThat(run(Role.COUNTY_REVIEWER, on -> desk.review(on, ""), cycle)).isEmpty();
        assertThat(run(Role.COUNTY_CHIEF, on -> desk.approve(on, ""), cycle)).isEmpty();
        assertThat(run(Role.COUNTY_FINANCE, on -> desk.authorise(on), cycle)).isEmpty();
        assertThat(run(Role.COUNTY_FINANCE, on -> desk.release(on, "bank"), cycle))
                .isEmpty();
        assertThat(stateOf(cycle)).isEqualTo(CycleState.RELEASED);
    }

    void paid(UUID cycle, UUID elder) {
        answer(cycle, "头\r\n1|" + reference(cycle, elder) + "|x|x|x|50.00|成功||20260525\r\n");
        assertThat(state(cycle, elder)).isEqualTo("PAID");
    }

    void answer(UUID cycle, String text) {
        assertThat(upload(cycle, text)).isEmpty();
        jobs.runAll();
    }

    Optional<Refusal> upload(UUID cycle, String text) {
        UUID file = (UUID) one("select id from benefits.pay_file where cycle = ? order by number desc limit 1", cycle)
                .get("id");
        return at(Role.COUNTY_FINANCE, () -> {
            ReturnDesk.Taken taken = returns.take(
                    cycle,
                    file,
                    new ReturnDesk.Upload("huipan.txt", "text/plain", new ByteArrayInputStream(text.getBytes(GBK))));
            return taken.id() == null
                    ? taken.refusal()
                    : returns.read(
                            cycle,
                            taken.id(),
                            formats.find("bank").orElseThrow().back());
        });
    }

    interface Deed {
        Optional<Refusal> on(On on);
    }

    Optional<Refusal> run(Role role, Deed deed, UUID cycle) {
        Optional<Refusal> refusal =
                at(role, () -> deed.on(new On(cycle, find(cycle).rowVersion())));
        jobs.runAll();
        return refusal;
    }

    UUID enrol(String name, String from) {
        UUID elder = UUID.randomUUID();
        know(elder, new FakePolicy.Person(name, YearMonth.parse("2020-01"), null, null, clock.instant()));
        act(Role.COUNTY_CLERK, () -> {
            UUID id = UUID.randomUUID();
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            jdbc.sql("""
                insert into benefits.enrolment (id, elder, benefit, county, place, status, way, applied_on, last_step,
                    stepped_by, stepped_on, created_at, changed_at, first_payable)
                values (:id, :elder, :benefit, :county, :place, 'COUNTY_APPROVED', 'APPLICATION', '2026-01-01', :id, 'x',
                    '2026-01-01', :now, :now, :first)\
                """)
                    .param("id", id)
                    .param("elder", elder)
                    .param("benefit", ALLOWANCE)
                    .param("county", county)
                    .param("place", county + "001001")
                    .param("now", now)
                    .param("first", LocalDate.parse(from + "-01"))
                    .update();
            account(id, elder, now);
            return jdbc.sql("update benefits.enrolment set status = 'ACTIVE' where id = :id")
                    .param("id", id)
                    .update();
        });
        return elder;
    }

    void becomes(UUID elder, String status) {
        act(
                Role.COUNTY_CLERK,
                () -> jdbc.sql("update benefits.enrolment set status = :to, changed_at = :now where elder = :elder")
                        .param("to", status)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("elder", elder)
                        .update());
    }

    void confirmAccount(UUID elder) {
        act(Role.COUNTY_CLERK, () -> {
            UUID id = jdbc.sql("select id from benefits.enrolment where elder = :e")
                    .param("e", elder)
                    .query(UUID.class)
                    .single();
            jdbc.sql("update benefits.payee_account set state = 'REPLACED' where enrolment = :id")
                    .param("id", id)
                    .update();
            account(id, elder, clock.instant().atOffset(ZoneOffset.UTC));
            return id;
        });
    }

    void account(UUID enrolment, UUID elder, OffsetDateTime now) {
        UUID account = UUID.randomUUID();
        jdbc.sql("""
            insert into benefits.payee_account (id, enrolment, elder, county, place, kind, holder, bank, account_enc,
                account_idx, key_version, last_four, holder_differs, state, proposed_by, proposed_name, proposed_at,
                confirmed_by, confirmed_name, confirmed_at)
            values (:id, :enrolment, :elder, :county, :place, 'SELF', '户名', '某行', '\\x36'::bytea, '\\x36'::bytea, 1,
                '0001', false, 'CONFIRMED', 'a', '甲', :now, 'b', '乙', :now)\
            """)
                .param("id", account)
                .param("enrolment", enrolment)
                .param("elder", elder)
                .param("county", county)
                .param("place", county + "001001")
                .param("now", now)
                .update();
        jdbc.sql("update benefits.enrolment set payee_account = :a where id = :e")
                .param("a", account)
                .param("e", enrolment)
                .update();
    }

    void know(UUID elder, FakePolicy.Person person) {
        policy.know(elder, person);
    }

    RecoveryDesk.On on(Recovery found) {
        return new RecoveryDesk.On(found.id(), found.rowVersion());
    }

    Recovery again(Recovery found) {
        return at(
                        Role.COUNTY_CLERK,
                        () -> recoveries.find(found.id(), CurrentDesk.get().scope()))
                .orElseThrow()
                .recovery();
    }

    List<String> lines(UUID cycle) {
        return act(
                Role.COUNTY_CLERK,
                () -> jdbc.sql("select period || ' ' || kind || ' ' || fen from benefits.line where cycle = ? order"
                                + " by accrued, kind")
                        .param(cycle)
                        .query(String.class)
                        .list());
    }

    List<String> orders(UUID cycle) {
        return act(
                Role.COUNTY_CLERK,
                () -> jdbc.sql("select reference from benefits.pay_order where cycle = ? order by seq")
                        .param(cycle)
                        .query(String.class)
                        .list());
    }

    List<String> verdicts(UUID cycle) {
        return act(
                Role.COUNTY_CLERK,
                () -> jdbc.sql("""
                    select l.verdict from benefits.return_line l join benefits.return_file f on f.id = l.return_file
                    where f.cycle = ? order by f.read_at, l.row_no\
                    """).param(cycle).query(String.class).list());
    }

    String reference(UUID cycle, UUID elder) {
        return (String) one(
                        "select reference from benefits.pay_order where cycle = ? and elder = ? order by attempt desc"
                                + " limit 1",
                        cycle,
                        elder)
                .get("reference");
    }

    String state(UUID cycle, UUID elder) {
        return (String) one(
                        "select state from benefits.pay_order where cycle = ? and elder = ? order by attempt desc"
                                + " limit 1",
                        cycle,
                        elder)
                .get("state");
    }

    long count(String sql, Object... arguments) {
        return act(
                Role.COUNTY_CLERK,
                () -> jdbc.sql(sql).params(List.of(arguments)).query(Long.class).single());
    }

    Map<String, Object> one(String sql, Object... arguments) {
        return act(
                Role.COUNTY_CLERK,
                () -> jdbc.sql(sql).params(List.of(arguments)).query().singleRow());
    }

    List<Map<String, Object>> all(String sql) {
        return act(Role.COUNTY_CLERK, () -> jdbc.sql(sql).query().listOfRows());
    }

    CycleState stateOf(UUID cycle) {
        return find(cycle).state();
    }

    Cycle find(UUID cycle) {
        return act(
                Role.COUNTY_CLERK,
                () -> cycles.find(cycle, CurrentDesk.get().scope()).orElseThrow());
    }

    <T> T act(Role role, java.util.function.Supplier<T> work) {
        return at(role, () -> transaction.execute(status -> work.get()));
    }

    <T> T at(Role role, java.util.function.Supplier<T> work) {
        Desk who = Desk.of(role.name() + county, role.name(), role, new Place(county));
        @Nullable T result = CurrentDesk.call(who, work::get);
        return result;
    }
}
