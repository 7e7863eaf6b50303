package org.sangyu.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.testing.AppTest;
import org.sangyu.testing.Desks;
import org.sangyu.testing.TestDatabases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowSecurityAppTest {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    RowSecurityAppTest(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeAll
    static void tableWithRowSecurity(@Value("${sangyu.db.url}") String url) throws SQLException {
        try (Connection owner = TestDatabases.behind(url);
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    create schema probe;
                    grant usage on schema probe to sangyu_app;
                    create table probe.thing (place text collate "C" not null);
                    insert into probe.thing values ('C010101001001'), ('C010101002001'), ('C010102001001');
                    alter table probe.thing enable row level security;
                    create policy scope on probe.thing
                        using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));
                    grant select, insert on probe.thing to sangyu_app;
                    """);
        }
    }

    @Test
    @DisplayName("没有岗位时，事务内外都看不到任何人")
    void showsNothingOutsideADesk() {
        assertThat(count()).isZero();
        assertThat(transaction.<Long>execute(status -> count())).isZero();
    }

    @Test
    @DisplayName("在岗位上只看到管辖范围之内")
    void showsOnlyWhatTheDeskAnswersFor() {
        assertThat(Desks.at(Role.COUNTY_CLERK, "C010101", () -> transaction.<Long>execute(status -> count())))
                .isEqualTo(2);
        assertThat(Desks.at(Role.CITY, "C0101", () -> transaction.<Long>execute(status -> count())))
                .isEqualTo(3);
    }

    @Test
    @DisplayName("事务结束后范围不留在连接上")
    void scopeEndsWithTheTransaction() {
        for (int i = 0; i < 20; i++) {
            Desks.at(Role.CITY, "C0101", () -> transaction.<Long>execute(status -> count()));
            assertThat(count()).isZero();
        }
    }

    @Test
    @DisplayName("看若干人的岗位以另一数据库身份工作，只在事务之内")
    void worksAsAnotherRoleForNamedPeople() {
        Desk personal = new Desk(
                "elder",
                "王秀英",
                Role.ELDER,
                new Place("C010101001001"),
                Scope.of(List.of(new ElderId(UUID.fromString("01890000-0000-7000-8000-000000000001")))));
        assertThat(CurrentDesk.call(personal, () -> transaction.<String>execute(status -> role())))
                .isEqualTo("sangyu_personal");
        assertThat(role()).isEqualTo("sangyu_app");
        assertThat(Desks.at(Role.CITY, "C0101", () -> transaction.<String>execute(status -> role())))
                .isEqualTo("sangyu_app");
    }

    @Test
    @DisplayName("一县若干人的条件与一地的条件不写在一起：县区岗位按索引找人")
    void findsThePeopleOfAPlaceByIndex() {
        String plan = Desks.at(Role.COUNTY_CLERK, "C010101", () -> transaction.<String>execute(status -> plan()));
        assertThat(plan).contains("Index Cond: ((place >= current_setting('app.lo'");
    }

    @Test
    @DisplayName("不能写入管辖范围之外的行")
    void refusesRowsOutsideTheScope() {
        assertThatThrownBy(() -> Desks.at(
                        Role.COUNTY_CLERK,
                        "C010101",
                        () -> transaction.<Integer>execute(
                                status -> jdbc.sql("insert into probe.thing values ('C010102001001')")
                                        .update())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    @DisplayName("应用角色不拥有任何表，也不能越过行级权限")
    void applicationRoleOwnsNothing() {
        assertThat(jdbc.sql("select count(*) from pg_class where relowner = 'sangyu_app'::regrole")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select rolbypassrls or rolsuper from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    private String plan() {
        jdbc.sql("select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)")
                .query()
                .singleRow();
        return jdbc.sql("explain select count(*) from registry.elder")
                .query(String.class)
                .list()
                .toString();
    }

    private String role() {
        return jdbc.sql("select current_user").query(String.class).single();
    }

    private Long count() {
        return jdbc.sql("select count(*) from probe.thing").query(Long.class).single();
    }
}
