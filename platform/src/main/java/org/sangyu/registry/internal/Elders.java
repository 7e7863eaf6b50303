package org.sangyu.registry.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.StatedAccount;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks people up in the projection by id or by ID number. */
@Repository
class Elders {

    /** Row security holds the same; said here so that the index is used and a test without it still holds. */
    static final String IN_SCOPE = "(e.place >= :lo and e.place < :hi or e.id = any(cast(:people as uuid[])))";

    private final JdbcClient jdbc;
    private final ElderColumns columns;
    private final FieldCipher cipher;

    Elders(JdbcClient jdbc, ElderColumns columns, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.cipher = cipher;
    }

    Optional<ElderSummary> find(ElderId elder, Scope scope) {
        return inScope("select " + ElderColumns.LIST + " from registry.elder e where e.id = :id and " + IN_SCOPE, scope)
                .param("id", elder.value())
                .query((row, number) -> columns.summary(row))
                .optional();
    }

    /** As {@link #find}, and nobody else changes this person until the transaction ends; nobody who was forgotten. */
    Optional<ElderSummary> findForChange(ElderId elder, Scope scope) {
        return inScope(
                        "select " + ElderColumns.LIST + " from registry.elder e where e.id = :id and " + IN_SCOPE
                                + " and e.forgotten is null for update",
                        scope)
                .param("id", elder.value())
                .query((row, number) -> columns.summary(row))
                .optional();
    }

    Optional<ElderSummary> findByIdNumber(IdNumber number, Scope scope) {
        return inScope(
                        "select " + ElderColumns.LIST + " from registry.elder e where e.id_idx = :idx and " + IN_SCOPE
                                + " order by e.died desc nulls first limit 1",
                        scope)
                .param("idx", cipher.blindIndex(Field.ID_NUMBER, number.value()))
                .query((row, count) -> columns.summary(row))
                .optional();
    }

    /** True when a living person anywhere in the installation has the number. */
    @Unscoped("says yes or no for the whole installation, never who")
    boolean isTaken(IdNumber number) {
        return jdbc.sql("select exists (select 1 from registry.taken(array[cast(:idx as bytea)]))")
                .param("idx", cipher.blindIndex(Field.ID_NUMBER, number.value()))
                .query(Boolean.class)
                .single();
    }

    Map<ElderId, ElderSummary> summaries(Collection<ElderId> elders, Scope scope) {
        Map<ElderId, ElderSummary> found = new HashMap<>();
        inScope(
                        "select " + ElderColumns.LIST
                                + " from registry.elder e where e.id = any(cast(:ids as uuid[])) and " + IN_SCOPE,
                        scope)
                .param("ids", ScopeSql.array(elders))
                .query((row, number) -> columns.summary(row))
                .list()
                .forEach(summary -> found.put(summary.id(), summary));
        return found;
    }

    Map<ElderId, IdNumber> idNumbers(Collection<ElderId> elders, Scope scope) {
        Map<ElderId, IdNumber> found = new HashMap<>();
        inScope(
                        "select e.id, e.id_enc from registry.elder e where e.id = any(cast(:ids as uuid[]))"
                                + " and e.id_enc is not null and " + IN_SCOPE,
                        scope)
                .param("ids", ScopeSql.array(elders))
                .query(row -> {
                    String clear = cipher.decrypt(Field.ID_NUMBER, row.getBytes(2));
                    found.put(new ElderId(row.getObject(1, UUID.class)), new IdNumber(clear));
                });
        return found;
    }

    Map<ElderId, StatedAccount> accounts(Collection<ElderId> elders, Scope scope) {
        Map<ElderId, StatedAccount> found = new HashMap<>();
        inScope(
                        "select distinct on (f.elder) f.elder, f.holder, f.bank, f.account_enc, f.recorded_by"
                                + " from registry.account_fact f join registry.elder e on e.id = f.elder"
                                + " where f.elder = any(cast(:ids as uuid[])) and f.recorded_to = 'infinity'"
                                + " and f.valid_to = 'infinity' and " + IN_SCOPE
                                + " order by f.elder, f.recorded_from desc, f.id",
                        scope)
                .param("ids", ScopeSql.array(elders))
                .query(row -> {
                    found.put(
                            new ElderId(row.getObject(1, UUID.class)),
                            new StatedAccount(
                                    row.getString(2),
                                    row.getString(3),
                                    cipher.decrypt(Field.ACCOUNT, row.getBytes(4)),
                                    row.getString(5)));
                });
        return found;
    }

    Map<ElderId, LocalDate> movedOut(Collection<ElderId> elders, Scope scope) {
        Map<ElderId, LocalDate> found = new HashMap<>();
        inScope(
                        "select f.elder, max(f.valid_from) from registry.life_fact f join registry.elder e on e.id = f.elder"
                                + " where f.elder = any(cast(:ids as uuid[])) and f.kind = 'MOVED_OUT'"
                                + " and f.recorded_to = 'infinity' and f.valid_to = 'infinity' and " + IN_SCOPE
                                + " and not exists (select from registry.residence_fact r where r.elder = f.elder"
                                + " and r.kind = 'REGISTERED' and r.recorded_to = 'infinity'"
                                + " and r.valid_from >= f.valid_from) group by f.elder",
                        scope)
                .param("ids", ScopeSql.array(elders))
                .query(row -> {
                    found.put(new ElderId(row.getObject(1, UUID.class)), row.getObject(2, LocalDate.class));
                });
        return found;
    }

    List<ElderId> changedSince(Scope scope, Instant since, @Nullable ElderId after, int limit) {
        return inScope(
                        "with changed as materialized (select e.id from registry.elder e where e.updated > :since and "
                                + IN_SCOPE + ") select id from changed where id > :after order by id limit :limit",
                        scope)
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .param("after", after == null ? new UUID(0, 0) : after.value())
                .param("limit", limit)
                .query((row, number) -> new ElderId(row.getObject(1, UUID.class)))
                .list();
    }

    private JdbcClient.StatementSpec inScope(String sql, Scope scope) {
        return jdbc.sql(sql).param("lo", scope.lo()).param("hi", scope.hi()).param("people", ScopeSql.people(scope));
    }
}
