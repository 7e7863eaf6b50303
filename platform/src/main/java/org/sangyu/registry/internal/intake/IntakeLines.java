package org.sangyu.registry.internal.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.intake.read.Problem;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What came of each row of an import. */
@Repository
class IntakeLines {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FETCH = 2_000;

    private final JdbcClient jdbc;

    IntakeLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the outcome of the staged rows. */
    void add(Intake intake) {
        jdbc.sql("""
                        insert into registry.intake_row (intake, number, place, outcome, effect, elder, name, why)
                        select :intake, number, :place, outcome, effect, case when outcome = 'TAKEN' then elder end, name, why
                        from registry.intake_staging
                        """)
                .param("intake", intake.id())
                .param("place", intake.place().path())
                .update();
    }

    /**
     * Rows of one kind in the order of the file.
     *
     * @param kind which rows
     * @param window where they begin and how many
     */
    List<IntakeLine> list(UUID intake, Scope scope, IntakeLine.Kind kind, IntakeLine.Window window) {
        return jdbc.sql("select * from registry.intake_row where intake = :intake and place >= :lo and place < :hi"
                        + " and number > :after and " + condition(kind) + " order by number limit :limit")
                .param("intake", intake)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("after", window.after())
                .param("limit", window.limit())
                .query(IntakeLines::read)
                .list();
    }

    /** All rows in the order of the file; close the stream, inside a transaction. */
    Stream<IntakeLine> stream(UUID intake, Scope scope) {
        return jdbc
                .sql("select * from registry.intake_row where intake = :intake and place >= :lo and place < :hi"
                        + " order by number")
                .param("intake", intake)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .withFetchSize(FETCH)
                .query(IntakeLines::read)
                .stream();
    }

    /** Everybody of the register in whom a row ended and who belongs to the scope, with their place. */
    Map<ElderId, Place> people(UUID intake, Scope scope) {
        Map<ElderId, Place> people = new LinkedHashMap<>();
        jdbc.sql("""
                        select distinct e.id, e.place from registry.intake_row r join registry.elder e on e.id = r.elder
                        where r.intake = :intake and r.place >= :lo and r.place < :hi and e.place >= :lo and e.place < :hi
                        """)
                .param("intake", intake)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(row -> {
                    people.put(new ElderId(row.getObject("id", UUID.class)), new Place(row.getString("place")));
                });
        return people;
    }

    /** A parked row was decided. */
    void settle(UUID intake, int number, IntakeLine.Outcome outcome, @Nullable UUID elder) {
        jdbc.sql("update registry.intake_row set outcome = :outcome, elder = cast(:elder as uuid)"
                        + " where intake = :intake and number = :number")
                .param("outcome", outcome.name())
                .param("elder", elder)
                .param("intake", intake)
                .param("number", number)
                .update();
    }

    private static String condition(IntakeLine.Kind kind) {
        return switch (kind) {
            case TAKEN -> "outcome = 'TAKEN'";
            case CREATED -> "outcome = 'TAKEN' and effect = 'CREATED'";
            case CHANGED -> "outcome = 'TAKEN' and effect = 'CHANGED'";
            case SAME -> "outcome = 'TAKEN' and effect = 'NONE'";
            case REFUSED -> "outcome = 'REFUSED'";
            case PARKED -> "outcome = 'PARKED'";
            case REMARKED -> "outcome = 'TAKEN' and why is not null";
        };
    }

    private static IntakeLine read(ResultSet row, int number) throws SQLException {
        String why = row.getString("why");
        return new IntakeLine(
                row.getInt("number"),
                row.getString("name"),
                IntakeLine.Outcome.valueOf(row.getString("outcome")),
                row.getString("effect"),
                row.getObject("elder", UUID.class),
                why == null ? List.of() : problems(why));
    }

    static List<Problem> problems(String json) {
        return JSON.readValue(json, new TypeReference<List<Problem>>() {});
    }
}
