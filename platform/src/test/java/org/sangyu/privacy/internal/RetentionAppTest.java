package org.sangyu.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.internal.GuardedLines;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.FactContent.Contact;
import org.sangyu.registry.FactContent.ContactKind;
import org.sangyu.registry.FactContent.Life;
import org.sangyu.registry.FactContent.LifeKind;
import org.sangyu.registry.FactKind;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.Period;
import org.sangyu.registry.RecordedFact;
import org.sangyu.registry.Registry;
import org.sangyu.registry.Sample;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Readers;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Time;
import org.sangyu.testing.AppTest;
import org.sangyu.testing.Desks;
import org.sangyu.testing.TestDatabases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

@AppTest
@TestPropertySource(
        properties = {
            "sangyu.retention.after.elder-died=P10Y",
            "sangyu.retention.after.elder-moved=P5Y",
            "sangyu.retention.after.consents=P1Y",
            "sangyu.retention.after.parked-rows=P1Y",
            "sangyu.retention.batch=2"
        })
@DisplayName("到期清除")
class RetentionAppTest {

    private static final LocalDate BORN = LocalDate.of(1930, 5, 6);
    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);
    private static final LocalDate TEN_YEARS_AGO = TODAY.minusYears(10);
    private static final Scope HERE = Scope.of(new Place(Sample.COUNTY));

    @Autowired
    Registry registry;

    @Autowired
    Retention retention;

    @Autowired
    RetentionPlan plan;

    @Autowired
    Purposes purposes;

    @Autowired
    Readers readers;

    @Autowired
    GuardedLines lines;

    @Value("${sangyu.db.url}")
    String url;

    @Test
    @DisplayName("满十年的当天及以前去世的清除，差一天的不动；按身份证号再也找不到，再做一次什么也不发生")
    void forgetsWhoseTimeIsOver() {
        ElderId before = dead("王秀英", 201, TEN_YEARS_AGO.minusDays(1));
        ElderId on = dead("李桂兰", 202, TEN_YEARS_AGO);
        ElderId after = dead("张玉珍", 203, TEN_YEARS_AGO.plusDays(1));
        changePhone(before);
        long line = newestLine(before, "registry.correct");
        assertThat(shown(line)).containsEntry("old.phone", "13800001234").containsEntry("new.phone", "13900005678");
        run();
        assertThat(name(before)).isEqualTo("＊");
        assertThat(name(on)).isEqualTo("＊");
        assertThat(name(after)).isEqualTo("张玉珍");
        assertThat(found(201)).isFalse();
        assertThat(found(203)).isTrue();
        assertThat(shown(line)).isEmpty();
        assertThat(one("select born || ' ' || sex || ' ' || place from registry.elder where id = '" + before + "'"))
                .isEqualTo("1930-01-01 F " + Sample.VILLAGE.path());
        assertThat(number("select count(*) from registry.contact_fact where elder = '" + before + "'"))
                .isZero();
        assertThat(number("select count(*) from access.person_key where person = '" + before
                        + "' and destroyed is not null and key_enc is null"))
                .isEqualTo(1);
        long erased = erased("elder-died");
        assertThat(erased).isGreaterThanOrEqualTo(2);
        assertThat(one("select detail ->> 'count' from access.audit_line where verb = 'privacy.forget'"
                        + " and detail ->> 'records' = 'elder-died' order by id desc limit 1"))
                .isEqualTo(String.valueOf(erased));
        run();
        assertThat(erased("elder-died")).isZero();
        assertThat(name(after)).isEqualTo("张玉珍");
    }

    @Test
    @DisplayName("还有未结的追缴就留下，说明原因；结清后才清除，收款账号一起清除，发放的金额一分不变")
    void moneyThatIsOpenKeepsTheRecord() {
        ElderId elder = dead("赵淑芳", 204, TEN_YEARS_AGO.minusYears(1));
        books(elder);
        String totals = "select sum(fen) || ' ' || count(*) from benefits.line";
        String paid = one(totals);
        run();
        assertThat(name(elder)).isEqualTo("赵淑芳");
        assertThat(number(
                        "select count from privacy.outcome where run = (select id from privacy.run order by started desc"
                                + " limit 1) and reason = 'privacy.stays.recovery'"))
                .isPositive();
        behind("update benefits.recovery_case set closed_on = current_date where elder = '" + elder + "'");
        run();
        assertThat(name(elder)).isEqualTo("＊");
        assertThat(one("select holder || ' ' || (account_enc is null) from benefits.payee_account where elder = '"
                        + elder + "'"))
                .isEqualTo("＊ true");
        assertThat(number("select count(*) from benefits.enrolment where elder = '" + elder + "' and forgotten"))
                .isEqualTo(1);
        assertThat(one(totals)).isEqualTo(paid);
    }

    @Test
    @DisplayName("中途出错，一个人也不会只清除一半；下一次清除完")
    void nothingIsHalfForgotten() {
        ElderId elder = dead("孙凤英", 205, TEN_YEARS_AGO.minusYears(2));
        changePhone(elder);
        long line = newestLine(elder, "registry.correct");
        behind("create function privacy.breaks() returns trigger language plpgsql as"
                + " 'begin raise exception ''broken''; end'");
        behind("create trigger breaks before insert on privacy.outcome for each row execute function privacy.breaks()");
        assertThat(start()).isEqualTo("FAILED");
        assertThat(name(elder)).isEqualTo("孙凤英");
        assertThat(shown(line)).isNotEmpty();
        assertThat(found(205)).isTrue();
        behind("drop function privacy.breaks cascade");
        run();
        assertThat(name(elder)).isEqualTo("＊");
        assertThat(shown(line)).isEmpty();
    }

    @Test
    @DisplayName("县区的系统管理员不能启动；没有设期限的种类一条不动")
    void onlyTheWholeInstallationStartsIt() {
        assertThat(Desks.at(Role.ADMINISTRATOR, Sample.COUNTY, retention::start))
                .isEmpty();
        assertThat(Desks.at(Role.SECURITY, "C", retention::start)).isEmpty();
        RetentionPlan.Kind ledger = plan.kinds().stream()
                .filter(kind -> kind.id().equals("ledger"))
                .findFirst()
                .orElseThrow();
        assertThat(Desks.at(Role.ADMINISTRATOR, "C", () -> retention.due(ledger))
                        .before())
                .isNull();
    }

    @Test
    @DisplayName("用途登记写全了：每一种事实、每一个加密的列都在里面，每一处都有人看得到，期限都是真的")
    void theRegisterIsComplete() {
        Set<String> columns = new TreeSet<>(texts("""
                select c.table_schema || '.' || c.table_name || '.' || c.column_name from information_schema.columns c
                where c.column_name like '%\\_enc' and c.table_schema not in ('pg_catalog', 'information_schema')"""));
        assertThat(columns).hasSizeGreaterThan(10);
        Set<String> registered = new TreeSet<>(
                purposes.all().stream().flatMap(one -> one.columns().stream()).toList());
        assertThat(registered).isEqualTo(columns);
        assertThat(purposes.all().stream().flatMap(one -> one.facts().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(FactKind.values()).map(Enum::name).toList());
        Set<String> kinds = plan.kinds().stream().map(RetentionPlan.Kind::id).collect(Collectors.toSet());
        assertThat(purposes.all()).allSatisfy(one -> {
            assertThat(kinds).containsAll(one.kept());
            assertThat(one.grounds()).isNotEmpty();
            assertThat(one.pages())
                    .isNotEmpty()
                    .noneMatch(page -> readers.of(page).isEmpty());
        });
        Set<String> named =
                purposes.all().stream().flatMap(one -> one.kept().stream()).collect(Collectors.toSet());
        assertThat(named).isEqualTo(kinds);
    }

    private ElderId dead(String name, int serial, LocalDate day) {
        ElderId elder = Desks.at(
                Role.TOWNSHIP,
                Sample.COUNTY,
                () -> Sample.registered(registry.register(Sample.person(name, BORN, serial))));
        record(elder, new NewFact(new Life(LifeKind.DIED), Period.from(day), "DESK", "死亡证明 " + name));
        return elder;
    }

    private void changePhone(ElderId elder) {
        RecordedFact phone = Desks.at(Role.TOWNSHIP, Sample.COUNTY, () -> registry.facts(elder, HERE, null)).stream()
                .filter(fact -> fact.content().kind() == FactKind.CONTACT)
                .findFirst()
                .orElseThrow();
        FactContent changed = new Contact(ContactKind.SELF, null, null, "13900005678");
        Desks.at(
                Role.TOWNSHIP,
                Sample.COUNTY,
                () -> registry.correct(
                        elder, version(elder), phone.id(), new NewFact(changed, Period.OPEN, "DESK", null)));
    }

    private void record(ElderId elder, NewFact fact) {
        Desks.at(Role.TOWNSHIP, Sample.COUNTY, () -> registry.record(elder, version(elder), fact));
    }

    private long version(ElderId elder) {
        return registry.find(elder, HERE).orElseThrow().version();
    }

    private boolean found(int serial) {
        IdNumber number = Sample.idNumber(BORN, serial);
        return Desks.at(Role.TOWNSHIP, Sample.COUNTY, () -> registry.findByIdNumber(number, HERE))
                .isPresent();
    }

    private Map<String, String> shown(long line) {
        return Desks.at(Role.AUDITOR, Sample.COUNTY, () -> lines.reveal(line, "核对"));
    }

    /** A paid month that is closed, an ended enrolment with its account, and a recovery that is open. */
    private void books(ElderId elder) {
        String place = Sample.VILLAGE.path();
        String county = Sample.COUNTY;
        String cycle = UUID.randomUUID().toString();
        String enrolment = UUID.randomUUID().toString();
        behind("""
                select benefits.make_month(date '2015-01-01');
                insert into benefits.cycle (id, county, benefits, first_month, last_month, state, opened_by, opened_at)
                    values ('%1$s', '%2$s', '{a}', '2015-01-01', '2015-01-01', 'CLOSED', 'x', now());
                insert into benefits.line (id, elder, benefit, period, month, accrued, county, place, name, cycle, kind, fen)
                    values (gen_random_uuid(), '%3$s', 'a', '201501', '2015-01-01', '2015-01-01', '%2$s', '%4$s', '赵淑芳',
                        '%1$s', 'REGULAR', 10000);
                insert into benefits.enrolment (id, elder, benefit, county, place, status, way, applied_on, applicant, why,
                    last_step, stepped_by, stepped_on, created_at, changed_at)
                    values ('%5$s', '%3$s', 'a', '%2$s', '%4$s', 'ENDED', 'APPLICATION', '2014-01-01', '赵家儿子', '',
                        gen_random_uuid(), 'x', '2015-02-01', now(), now());
                insert into benefits.payee_account (id, enrolment, elder, county, place, kind, holder, bank, account_enc,
                    account_idx, key_version, last_four, holder_differs, state, proposed_by, proposed_name, proposed_at)
                    values (gen_random_uuid(), '%5$s', '%3$s', '%2$s', '%4$s', 'SELF', '赵淑芳', '农商行', '\\x01', '\\x02', 1,
                        '1234', false, 'REPLACED', 'x', 'x', now());
                insert into benefits.recovery_case (id, elder, name, benefit, county, place, cycle, opened_on, died, why_zh,
                    why_en) values (gen_random_uuid(), '%3$s', '赵淑芳', 'a', '%2$s', '%4$s', '%1$s', '2015-03-01', true, '', '')
                """.formatted(cycle, county, elder, place, enrolment));
    }

    private void run() {
        assertThat(start()).isEqualTo("DONE");
    }

    /** Runs to the end and tells how it ended. */
    private String start() {
        UUID job = Desks.at(Role.ADMINISTRATOR, "C", retention::start).orElseThrow();
        String state = "select state from jobs.job where id = '" + job + "'";
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> Set.of("DONE", "FAILED").contains(one(state)));
        return one(state);
    }

    private long erased(String kind) {
        return number("select coalesce(sum(count), 0) from privacy.outcome where reason = '' and kind = '" + kind
                + "' and run = (select id from privacy.run order by started desc limit 1)");
    }

    private String name(ElderId elder) {
        return one("select name from registry.elder where id = '" + elder + "'");
    }

    private long newestLine(ElderId elder, String verb) {
        return number(
                "select max(id) from access.audit_line where subject = '" + elder + "' and verb = '" + verb + "'");
    }

    private long number(String sql) {
        return Long.parseLong(one(sql));
    }

    private String one(String sql) {
        return texts(sql).getFirst();
    }

    private List<String> texts(String sql) {
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void behind(String sql) {
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
