package org.sangyu.policy.internal.simulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Simulations, their values, and what came of them; a colleague's is seen only when shared. */
@Repository
class SimulationRows {

    private static final String MINE = " and (s.shared or s.by_account = :account)";

    private final JdbcClient jdbc;
    private final Clock clock;

    SimulationRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Unscoped("at the current desk's own place")
    void insert(Simulation simulation, List<PackFile> files) {
        jdbc.sql("""
            insert into policy.simulation (id, place, name, origin, about, first_month, last_month, shared, by_account,
                by_name, made_at)
            values (:id, :place, :name, :origin, :about, :first, :last, false, :account, :person, :now)\
            """)
                .param("id", simulation.id())
                .param("place", simulation.place().path())
                .param("name", simulation.name())
                .param("origin", simulation.origin().name())
                .param("about", simulation.about())
                .param("first", simulation.first().atDay(1))
                .param("last", simulation.last().atDay(1))
                .param("account", simulation.by().account())
                .param("person", simulation.by().name())
                .param("now", simulation.by().at().atOffset(ZoneOffset.UTC))
                .update();
        for (PackFile file : files) {
            jdbc.sql("insert into policy.simulation_file (simulation, place, path, content)"
                            + " values (:id, :place, :path, :content)")
                    .param("id", simulation.id())
                    .param("place", simulation.place().path())
                    .param("path", file.path())
                    .param("content", file.text())
                    .update();
        }
    }

    @Unscoped("by id, at the current desk")
    void started(UUID id, UUID job) {
        jdbc.sql("update policy.simulation set job = :job where id = :id")
                .param("id", id)
                .param("job", job)
                .update();
    }

    Optional<Simulation> find(UUID id, Scope scope) {
        return jdbc.sql("select s.* from policy.simulation s where s.id = :id and s.place >= :lo and s.place < :hi"
                        + MINE)
                .param("id", id)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("account", CurrentDesk.get().account())
                .query(SimulationRows::simulation)
                .optional();
    }

    List<Simulation> list(Scope scope, int limit) {
        return jdbc.sql("select s.* from policy.simulation s where s.place >= :lo and s.place < :hi" + MINE
                        + " order by s.made_at desc, s.id limit :limit")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("account", CurrentDesk.get().account())
                .param("limit", limit)
                .query(SimulationRows::simulation)
                .list();
    }

    @Unscoped("values of a draft; row security keeps them to the scope")
    List<PackFile> files(UUID id) {
        return jdbc.sql("select path, content from policy.simulation_file where simulation = :id order by path")
                .param("id", id)
                .query((row, number) -> new PackFile(row.getString(1), row.getString(2)))
                .list();
    }

    /** Only who made it shares it or takes that back. */
    boolean share(UUID id, boolean shared, Desk desk) {
        return jdbc.sql("update policy.simulation set shared = :shared where id = :id and by_account = :account")
                        .param("id", id)
                        .param("shared", shared)
                        .param("account", desk.account())
                        .update()
                == 1;
    }

    /** Only who made it removes it. */
    boolean remove(UUID id, Desk desk) {
        return jdbc.sql("delete from policy.simulation where id = :id and by_account = :account")
                        .param("id", id)
                        .param("account", desk.account())
                        .update()
                == 1;
    }

    /** Takes away what a county's broken-off try left. */
    @Unscoped("one county of the job's own scope")
    void clear(UUID id, Place county) {
        for (String table : List.of("stage_simulation_person", "simulation_county", "simulation_count")) {
            jdbc.sql("delete from policy." + table + " where simulation = :id and county = :county")
                    .param("id", id)
                    .param("county", county.path())
                    .update();
        }
        jdbc.sql("delete from policy.simulation_person where simulation = :id and place >= :lo and place < :hi")
                .param("id", id)
                .param("lo", county.path())
                .param("hi", county.end())
                .update();
    }

    /** Keeps a county's counts and its changed people, who lie in staging. */
    @Unscoped("one county of the job's own scope")
    void keep(UUID id, Place county, Tally tally) {
        keepCounts(id, county, tally);
        keepPeople(id, county);
        jdbc.sql("insert into policy.simulation_county (simulation, county, people, gains, loses)"
                        + " values (:id, :county, :people, :gains, :loses)")
                .param("id", id)
                .param("county", county.path())
                .param("people", tally.people())
                .param("gains", tally.gains())
                .param("loses", tally.loses())
                .update();
    }

    private void keepCounts(UUID id, Place county, Tally tally) {
        List<Tally.Row> rows = new ArrayList<>();
        tally.forEach(rows::add);
        jdbc.sql("""
            insert into policy.simulation_count (simulation, county, benefit, month, band, before_heads, before_fen,
                before_open, after_heads, after_fen, after_open)
            select :id, :county, * from unnest(:benefits::text[], :months::text[]::date[], :bands::int[], :f0::bigint[],
                :f1::bigint[], :f2::bigint[], :f3::bigint[], :f4::bigint[], :f5::bigint[])\
            """)
                .param("id", id)
                .param("county", county.path())
                .param("benefits", rows.stream().map(Tally.Row::benefit).toArray(String[]::new))
                .param(
                        "months",
                        rows.stream()
                                .map(row -> row.month().atDay(1).toString())
                                .toArray(String[]::new))
                .param("bands", rows.stream().map(Tally.Row::band).toArray(Integer[]::new))
                .param("f0", figures(rows, 0))
                .param("f1", figures(rows, 1))
                .param("f2", figures(rows, 2))
                .param("f3", figures(rows, 3))
                .param("f4", figures(rows, 4))
                .param("f5", figures(rows, 5))
                .update();
    }

    private void keepPeople(UUID id, Place county) {
        jdbc.sql("""
            insert into policy.simulation_person (simulation, elder, benefit, place, from_month, before_fen, after_fen)
            select simulation, elder, benefit, place, from_month, before_fen, after_fen
            from policy.stage_simulation_person where simulation = :id and county = :county
              and place >= :county and place < :county || '~'\
            """).param("id", id).param("county", county.path()).update();
        jdbc.sql("delete from policy.stage_simulation_person where simulation = :id and county = :county")
                .param("id", id)
                .param("county", county.path())
                .update();
    }

    @Unscoped("by id, at the job's desk")
    void finish(UUID id, String hash) {
        jdbc.sql("""
            update policy.simulation s set finished_at = :now, policy_hash = :hash, people = c.people,
                gains = c.gains, loses = c.loses
            from (select coalesce(sum(people), 0) as people, coalesce(sum(gains), 0) as gains,
                coalesce(sum(loses), 0) as loses from policy.simulation_county where simulation = :id) c
            where s.id = :id\
            """)
                .param("id", id)
                .param("hash", hash)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Long[] figures(List<Tally.Row> rows, int figure) {
        return rows.stream().map(row -> row.figures()[figure]).toArray(Long[]::new);
    }

    private static Simulation simulation(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Simulation(
                row.getObject("id", UUID.class),
                new Place(row.getString("place")),
                row.getString("name"),
                Origin.valueOf(row.getString("origin")),
                row.getString("about"),
                YearMonth.from(row.getObject("first_month", LocalDate.class)),
                YearMonth.from(row.getObject("last_month", LocalDate.class)),
                row.getBoolean("shared"),
                row.getObject("job", UUID.class),
                row.getLong("people"),
                row.getLong("gains"),
                row.getLong("loses"),
                new Simulation.By(
                        row.getString("by_account"),
                        row.getString("by_name"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()),
                finished == null ? null : finished.toInstant());
    }
}
