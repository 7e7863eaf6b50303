package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sangyu.shared.Audit;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest(extraIncludes = {"jobs", "files"})
@DisplayName("操作留痕")
class LedgerModuleTest {

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access.audit_line set verb = 'x'",
                "delete from access.audit_line",
                "truncate access.audit_line",
                "alter table access.audit_line disable row level security"
            })
    @DisplayName("应用账号改不动、删不掉已有的留痕")
    void neitherChangesNorDeletes(String attempt) {
        assertThatThrownBy(() -> jdbc.sql(attempt).update())
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    @Test
    @DisplayName("本县看得到本县的留痕，外县看不到")
    void showsLinesOnlyWithinTheScope() {
        UUID subject = UUID.randomUUID();
        Desks.act(
                Role.COUNTY_CHIEF,
                "C0G0801",
                () -> transaction()
                        .executeWithoutResult(done ->
                                audit.write("cycle.approve", subject, new Place("C0G0801"), Map.of("lines", "12"))));
        assertThat(seenAt("C0G0801", subject)).isEqualTo(1);
        assertThat(seenAt("C0G0802", subject)).isZero();
    }

    private int seenAt(String county, UUID subject) {
        return Desks.at(
                Role.COUNTY_CLERK,
                county,
                () -> transaction()
                        .execute(look -> jdbc.sql(
                                        "select count(*)::int from access.audit_line where subject = :subject and detail->>'lines' = '12'")
                                .param("subject", subject)
                                .query(Integer.class)
                                .single()));
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }
}
