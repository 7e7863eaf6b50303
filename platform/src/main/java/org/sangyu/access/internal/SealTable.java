package org.sangyu.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.sangyu.access.seal.Algorithm;
import org.sangyu.access.seal.Entry;
import org.sangyu.access.seal.Leaf;
import org.sangyu.access.seal.Seal;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Seals and leaves, and lines as the seal sees them. Seals name no person; lines are read in a scope. */
@Unscoped("a seal runs over the whole installation; lines are read in the scope of the desk")
@Repository
class SealTable {

    static final String LINE = "l.id, l.at, l.account, l.person, l.role, l.desk_place, l.address, l.verb,"
            + " l.subject::text as subject, l.place, l.detail::text as detail";
    private static final String SEAL = "select number, day, at, leaves, algorithm, root, chain from access.audit_seal";
    private static final TypeReference<TreeMap<String, String>> DETAIL = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    SealTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True when no other process seals; held to the end of the transaction. */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('access.audit_seal'))")
                .query(Boolean.class)
                .single();
    }

    /** Every transaction before this one has ended. */
    String oldestRunning() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    /**
     * Up to where lines are surely sealed. After a restore into another database, whose transactions count anew, from
     * the beginning.
     */
    String settled() {
        return jdbc.sql("""
            select coalesce((select case when settled > pg_snapshot_xmax(pg_current_snapshot()) then '0'::xid8
                    else settled end
                from access.audit_seal order by number desc limit 1), '0'::xid8)::text
            """).query(String.class).single();
    }

    /** Committed lines without a seal, in the order of their numbers. */
    List<Entry> unsealed(String settled, int limit) {
        return jdbc.sql("select " + LINE + """
             from access.audit_line l where l.tx >= :settled::xid8
              and not exists (select 1 from access.audit_leaf f where f.line = l.id)
            order by l.id limit :limit
            """)
                .param("settled", settled)
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    Optional<Seal> newest() {
        return jdbc.sql(SEAL + " order by number desc limit 1")
                .query((row, number) -> seal(row))
                .optional();
    }

    /** The last seal made before the day. */
    Optional<Seal> newestBefore(LocalDate day) {
        return jdbc.sql(SEAL + " where day < :day order by number desc limit 1")
                .param("day", day)
                .query((row, number) -> seal(row))
                .optional();
    }

    /** Seals of some days after a number, in their order. */
    List<Seal> seals(LocalDate from, LocalDate to, long after, int limit) {
        return jdbc.sql(SEAL + " where day between :from and :to and number > :after order by number limit :limit")
                .param("from", from)
                .param("to", to)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> seal(row))
                .list();
    }

    void keep(Seal seal, List<Leaf> leaves, String settled) {
        jdbc.sql("""
            insert into access.audit_seal (number, day, at, leaves, algorithm, root, chain, settled)
            values (:number, :day, :at, :leaves, :algorithm, :root, :chain, :settled::xid8)
            """)
                .param("number", seal.number())
                .param("day", seal.day())
                .param("at", OffsetDateTime.ofInstant(seal.at(), ZoneOffset.UTC))
                .param("leaves", seal.leaves())
                .param("algorithm", seal.algorithm().written())
                .param("root", seal.root())
                .param("chain", seal.chain())
                .param("settled", settled)
                .update();
        jdbc.sql("""
            insert into access.audit_leaf (seal, position, line, county, content)
            select :seal, one.position, one.line, one.county, one.content
            from unnest(:lines::bigint[], :counties::text[], :contents::bytea[])
                with ordinality as one (line, county, content, position)
            """)
                .param("seal", seal.number())
                .param("lines", leaves.stream().map(Leaf::line).toArray(Long[]::new))
                .param("counties", leaves.stream().map(Leaf::county).toArray(String[]::new))
                .param("contents", leaves.stream().map(Leaf::content).toArray(byte[][]::new))
                .update();
    }

    /** The leaves of a seal in their order, each with its line when that lies in the scope, else with null. */
    void leaves(long seal, Scope scope, BiConsumer<Leaf, Optional<Entry>> taker) {
        jdbc.sql("select f.line, f.county, f.content, " + LINE + """
             from access.audit_leaf f left join access.audit_line l on l.id = f.line
                and (l.place >= :lo and l.place < :hi or l.place is null and 'C' >= :lo and 'C' < :hi)
            where f.seal = :seal order by f.position
            """)
                .param("seal", seal)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(row -> {
                    Leaf leaf = new Leaf(row.getLong("line"), row.getString("county"), row.getBytes("content"));
                    taker.accept(leaf, row.getObject("id") == null ? Optional.empty() : Optional.of(entry(row)));
                });
    }

    /** The seal up to which lines were erased by a rule of the installation; 0 for none. */
    long erasedTo() {
        return jdbc.sql("select coalesce(max(seal), 0) from access.ledger_erased")
                .query(Long.class)
                .single();
    }

    Entry entry(ResultSet row) throws SQLException {
        SortedMap<String, String> detail = json.readValue(row.getString("detail"), DETAIL);
        return new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("account"),
                row.getString("person"),
                row.getString("role"),
                row.getString("desk_place"),
                row.getString("address"),
                row.getString("verb"),
                row.getString("subject"),
                row.getString("place"),
                detail);
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("number"),
                row.getObject("day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("leaves"),
                Algorithm.of(row.getString("algorithm")).orElseThrow(),
                row.getBytes("root"),
                row.getBytes("chain"));
    }
}
