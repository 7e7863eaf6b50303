package org.sangyu.benefits.internal.cycle;

import java.util.List;
import org.sangyu.shared.KillPoint;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes enrolments and running books along when places change: who goes to another county takes everything that is owed
 * along, so that no month is paid twice or forgotten. Rosters, files and orders keep the county that paid.
 */
@Unscoped("a change of places concerns everybody in them; row security still holds")
@Component
class BenefitPlaces implements PlaceFollower {

    /** Rows that belong to a place and the county above it. */
    private static final List<String> BY_PLACE = List.of(
            "enrolment",
            "enrolment_step",
            "payee_account",
            "hold",
            "received_elsewhere",
            "unclaimed",
            "unclaimed_answer",
            "mirror_difference",
            "delivery");

    /** The running account of a person and a benefit. */
    private static final List<String> BOOKS = List.of("due", "line", "decision_span");

    /** What a county set for itself; a county that is merged into another has no say there. */
    private static final List<String> OF_COUNTY = List.of(
            "benefit_setting",
            "opened_books",
            "opening_total",
            "money_setting",
            "mirror_count",
            "return_layout",
            "unclaimed_run",
            "unclaimed_benefit");

    private static final int COUNTY = PlaceLevel.COUNTY.pathLength();

    private final JdbcClient jdbc;

    BenefitPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Touched> touched(Place place) {
        return List.of(
                new Touched(
                        "benefits.follow.enrolments",
                        count(place, "enrolment where status not in ('ENDED', 'REFUSED')")),
                new Touched("benefits.follow.recoveries", count(place, "recovery_case where closed_on is null")),
                new Touched("benefits.follow.cycles", openCycles(place)));
    }

    @Override
    public List<String> obstacles(Place place, boolean leavesCounty) {
        return !leavesCounty || openCycles(place) == 0 ? List.of() : List.of("benefits.follow.open-cycle");
    }

    private long count(Place place, String what) {
        return jdbc.sql("select count(*) from benefits." + what + " and place >= :lo and place < :hi")
                .param("lo", place.path())
                .param("hi", place.end())
                .query(Long.class)
                .single();
    }

    /** Cycles not closed in the county that holds the place, or in the counties that the place holds. */
    private long openCycles(Place place) {
        String county = place.path().substring(0, Math.min(COUNTY, place.path().length()));
        return jdbc.sql(
                        "select count(*) from benefits.cycle where state <> 'CLOSED' and county >= :lo and county < :hi")
                .param("lo", county)
                .param("hi", county + "~")
                .query(Long.class)
                .single();
    }

    @Override
    public void follow(Move move) {
        BY_PLACE.forEach(table -> rewrite(table, move));
        KillPoint.at("enrolment.places-changed");
        if (move.leavesCounty()) {
            BOOKS.forEach(table -> takeBooks(table, move));
            takeRecoveries(move);
        } else {
            rewrite("decision_span", move);
        }
        if (move.from().length() == COUNTY && !move.merged()) {
            OF_COUNTY.forEach(table -> rename(table, move));
            rewrite("unclaimed_count", move);
        }
    }

    private void rewrite(String table, Move move) {
        jdbc.sql("""
                        update benefits.%s set place = :new || substr(place, length(:old) + 1),
                            county = left(:new || substr(place, length(:old) + 1), :county)
                        where place >= :old and place < :end""".formatted(table))
                .param("new", move.to())
                .param("old", move.from())
                .param("end", move.fromEnd())
                .param("county", COUNTY)
                .update();
    }

    /** The books of everybody whose enrolment went along, wherever in the former county they were written. */
    private void takeBooks(String table, Move move) {
        jdbc.sql("""
                        update benefits.%s b set county = e.county, place = e.place
                        from (select distinct on (elder, benefit) elder, benefit, county, place from benefits.enrolment
                            where place >= :new and place < :new || '~' order by elder, benefit, id desc) e
                        where b.elder = e.elder and b.benefit = e.benefit
                            and b.county = left(:old, :county) and b.county <> e.county""".formatted(table))
                .param("new", move.to())
                .param("old", move.from())
                .param("county", COUNTY)
                .update();
    }

    /** Open cases; where the other county has one open for the same person, each goes on by itself. */
    private void takeRecoveries(Move move) {
        jdbc.sql("""
                        with taken as (
                            update benefits.recovery_case r set place = :new || substr(r.place, length(:old) + 1),
                                county = left(:new || substr(r.place, length(:old) + 1), :county)
                            where r.place >= :old and r.place < :end and r.closed_on is null and not exists (
                                select 1 from benefits.recovery_case o where o.elder = r.elder and o.benefit = r.benefit
                                    and o.closed_on is null
                                    and o.county = left(:new || substr(r.place, length(:old) + 1), :county))
                            returning r.id, r.place, r.county)
                        update benefits.recovery_entry n set place = t.place, county = t.county
                        from taken t where n.recovery = t.id""")
                .param("new", move.to())
                .param("old", move.from())
                .param("end", move.fromEnd())
                .param("county", COUNTY)
                .update();
    }

    private void rename(String table, Move move) {
        jdbc.sql("update benefits." + table + " set county = :new where county = :old")
                .param("new", move.to())
                .param("old", move.from())
                .update();
    }
}
