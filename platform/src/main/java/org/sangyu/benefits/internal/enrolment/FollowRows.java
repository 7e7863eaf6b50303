package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ends and moves the open enrolments of people about whom the registry learned something. */
@Repository
class FollowRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    FollowRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What these people are enrolled for. */
    @Unscoped("people whom the registry named inside the scope")
    List<Open> open(List<ElderId> elders) {
        return jdbc.sql("""
                        select e.id, e.elder, e.benefit, e.county, e.place from benefits.enrolment e
                        where e.elder = any (:elders::uuid[]) and e.status not in ('ENDED', 'REFUSED')""")
                .param("elders", Rows.array(elders.stream().map(ElderId::value).toList()))
                .query((row, number) -> new Open(
                        row.getObject("id", UUID.class),
                        new ElderId(row.getObject("elder", UUID.class)),
                        row.getString("benefit"),
                        new Place(row.getString("county")),
                        new Place(row.getString("place"))))
                .list();
    }

    /** Ends these. */
    void end(UUID act, List<End> ends, Desk desk) {
        if (ends.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with gone as materialized (
                            select e.id, e.status as was, g.ended_from, g.why
                            from unnest(:ids::uuid[], :months::date[], :whys::text[]) as g (id, ended_from, why)
                            join benefits.enrolment e on e.id = g.id and e.status not in ('ENDED', 'REFUSED') for update of e
                        ), moved as (
                            update benefits.enrolment e set status = 'ENDED', answer_by = null, ended_from = g.ended_from,
                                why = g.why, last_step = :act, stepped_by = :account, stepped_on = :today,
                                version = e.version + 1, changed_at = :now
                            from gone g where e.id = g.id
                            returning e.id, e.elder, e.county, e.place, g.was, e.why
                        )
                        insert into benefits.enrolment_step (id, enrolment, elder, county, place, verb, from_status, to_status, at,
                            by_account, by_name, by_role, why)
                        select :act, id, elder, county, place, 'END', was, 'ENDED', :now, :account, :name, :role, why
                        from moved""")
                .param("ids", Rows.array(ends.stream().map(End::enrolment).toList()))
                .param(
                        "months",
                        ends.stream().map(end -> end.from().atDay(1).toString()).toArray(String[]::new))
                .param("whys", ends.stream().map(End::why).toArray(String[]::new))
                .param("act", act)
                .param("account", desk.account())
                .param("name", desk.name())
                .param("role", desk.role().name())
                .param("today", LocalDate.now(clock))
                .param("now", Rows.at(clock.instant()))
                .update();
    }

    /** Takes rows along inside their county. */
    void move(List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        String ids = Rows.array(moves.stream().map(Move::enrolment).toList());
        String[] places = moves.stream().map(move -> move.to().path()).toArray(String[]::new);
        for (String table : List.of("enrolment e", "payee_account e", "hold e")) {
            String key = table.startsWith("enrolment") ? "e.id" : "e.enrolment";
            jdbc.sql("update benefits." + table + " set place = m.place"
                            + " from unnest(:ids::uuid[], :places::text[]) as m (id, place) where " + key + " = m.id")
                    .param("ids", ids)
                    .param("places", places)
                    .update();
        }
    }

    /** An open enrolment. */
    record Open(UUID id, ElderId elder, String benefit, Place county, Place place) {}

    /** Which ends from which month on, and why. */
    record End(UUID enrolment, YearMonth from, String why) {}

    /** Which goes where. */
    record Move(UUID enrolment, Place to) {}
}
