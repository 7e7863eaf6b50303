package org.sangyu.registry.internal.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The staging table: filled by COPY, then every row decided beside what is known. */
@Repository
class Staging {

    private static final String NAMESAKE = "[{\"heading\":\"NAME\",\"why\":\"namesake\",\"arguments\":[]}]";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Staging(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /**
     * Empties the table. Waits for the chunk of another import, which holds it until its commit.
     *
     * <p>Chunks are small beside the tables they are matched with, of which the planner knows nothing, least of all in
     * an empty registry: joins go by index, in this transaction only.
     */
    void empty() {
        template.execute("truncate registry.intake_staging");
        template.execute("set local enable_seqscan = off");
        template.execute("set local enable_hashjoin = off");
        template.execute("set local enable_mergejoin = off");
        template.execute("set local jit = off");
    }

    void copy(byte[] rows) {
        template.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy registry.intake_staging (" + StagedRow.COLUMNS + ") from stdin",
                                new ByteArrayInputStream(rows));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Finds people by ID number in the whole installation. */
    void matchIds() {
        jdbc.sql("select registry.intake_match()").query(Long.class).single();
    }

    /** People without ID number are the same as in the earlier import of the same file, line by line. */
    void matchEarlier(UUID earlier) {
        jdbc.sql("""
                        update registry.intake_staging s
                        set known = true, effect = 'NONE', outcome = 'TAKEN', elder = e.id, place = e.place
                        from registry.intake_row r join registry.elder e on e.id = r.elder
                        where r.intake = :earlier and r.number = s.number and r.outcome = 'TAKEN'
                        and s.id_idx is null and s.outcome <> 'REFUSED' and e.name = s.name
                        """).param("earlier", earlier).update();
    }

    /** Somebody in the county has the name and birth day of a person without ID number: never merged by guess. */
    void parkNamesakes(Place desk) {
        jdbc.sql("""
                        update registry.intake_staging s
                        set outcome = 'PARKED', effect = 'NONE', why = :why::jsonb, candidates = n.ids
                        from (select s2.number, array_agg(e.id order by e.id) as ids
                            from registry.intake_staging s2
                            join registry.elder e on e.county = left(coalesce(s2.place, :desk), 7)
                                and e.name = s2.name and e.born = s2.born
                            where s2.id_idx is null and s2.outcome <> 'REFUSED' and not s2.known
                            group by s2.number) n
                        where s.number = n.number
                        """).param("why", NAMESAKE).param("desk", desk.path()).update();
    }

    /** Known by the ID number under another name, which this source has not said before. */
    void parkOtherNames(String source) {
        jdbc.sql("""
                        update registry.intake_staging s
                        set outcome = 'PARKED', effect = 'NONE', candidates = array[e.id],
                            why = jsonb_build_array(jsonb_build_object('heading', 'NAME', 'why', 'nameDiffers',
                                'arguments', jsonb_build_array(e.name)))
                        from registry.elder e
                        where s.known and s.outcome = 'TAKEN' and e.id = s.elder and e.name <> s.name
                        and not exists (select from registry.identity_fact f where f.elder = e.id
                            and f.recorded_to = 'infinity' and f.source = :source and f.name = s.name)
                        """).param("source", source).update();
    }

    /** Who is known in a village of the township keeps it when the row's village cannot be read. */
    void keepKnownVillages() {
        jdbc.sql("""
                        update registry.intake_staging s set registered = null, unknown_village = null
                        from registry.elder e
                        where s.known and s.unknown_village is not null and e.id = s.elder
                        and e.registered > s.registered and e.registered < s.registered || '~'
                        """).update();
    }

    /** A new person must belong somewhere. */
    void refuseWithoutPlace() {
        jdbc.sql("""
                        update registry.intake_staging set outcome = 'REFUSED', effect = 'NONE',
                            why = '[{"heading":"VILLAGE","why":"placeMissing","arguments":[]}]'
                        where outcome = 'TAKEN' and not known and place is null
                        """).update();
    }

    /** The second row about one person goes the way of the first. */
    void followFirst() {
        jdbc.sql("""
                        update registry.intake_staging s
                        set outcome = f.outcome, why = f.why, candidates = f.candidates, elder = f.elder, place = f.place
                        from registry.intake_staging f
                        where s.again and not f.again and f.id_idx = s.id_idx
                        """).update();
    }

    /** Whether any row is about somebody known. */
    @Unscoped("the chunk that lies in the staging table")
    boolean holdsKnown() {
        return has("known and outcome = 'TAKEN'");
    }

    /** Whether any row is about somebody new. */
    @Unscoped("the chunk that lies in the staging table")
    boolean holdsNew() {
        return has("not known and outcome = 'TAKEN'");
    }

    private boolean has(String condition) {
        return jdbc.sql("select exists (select from registry.intake_staging where " + condition + ")")
                .query(Boolean.class)
                .single();
    }

    /** The person of the only row. */
    @Unscoped("the row that lies in the staging table")
    ElderId onlyElder() {
        return new ElderId(jdbc.sql("select elder from registry.intake_staging")
                .query(UUID.class)
                .single());
    }

    void markChanged(List<UUID> elders) {
        jdbc.sql("update registry.intake_staging set effect = 'CHANGED' where known and elder = any(:elders)")
                .param("elders", elders.toArray(UUID[]::new))
                .update();
    }

    /** Counties that this chunk registers people of. */
    void serveCounties() {
        jdbc.sql("""
                        insert into registry.served_place (place)
                        select distinct left(place, 7) from registry.intake_staging
                        where outcome = 'TAKEN' and length(place) >= 7 on conflict do nothing
                        """).update();
    }
}
