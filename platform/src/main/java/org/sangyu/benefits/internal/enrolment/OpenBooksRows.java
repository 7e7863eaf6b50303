package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sangyu.shared.AlreadyReceiving.Refused;
import org.sangyu.shared.Desk;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes staged rows of a former register into the tables; every statement leaves alone what stands already. */
@Repository
class OpenBooksRows {

    private static final int COUNTY = org.sangyu.shared.PlaceLevel.COUNTY.pathLength();

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;

    OpenBooksRows(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Keeps as received what another office pays. */
    void mirror(UUID run, Set<String> mirrored, UUID intake) {
        jdbc.sql("""
            insert into benefits.received_elsewhere as r (elder, benefit, county, place, amount_fen, source,
                recorded_on)
            select s.elder, s.benefit, left(s.place, :county), s.place, s.fen, :source, :today
            from benefits.stage_receiving s where s.run = :run and s.benefit = any (:mirrored)
            on conflict (elder, benefit, county) do update set amount_fen = excluded.amount_fen,
                source = excluded.source, recorded_on = excluded.recorded_on
            where r.amount_fen is distinct from excluded.amount_fen\
            """)
                .param("run", run)
                .param("mirrored", mirrored.toArray(String[]::new))
                .param("county", COUNTY)
                .param("source", intake.toString())
                .param("today", LocalDate.now(clock))
                .update();
    }

    /** Rows whose person is enrolled here already, other than by the same opening. */
    @Unscoped("rows of one run, each checked against the scope before staging")
    List<Refused> refused(UUID run, Set<String> mirrored) {
        return jdbc.sql("""
            select s.row_no, e.way = 'OPENED' as opened from benefits.stage_receiving s
            join benefits.enrolment e on e.elder = s.elder and e.benefit = s.benefit
                and e.status not in ('ENDED', 'REFUSED')
            where s.run = :run and s.benefit <> all (:mirrored)
              and (e.way <> 'OPENED' or e.paid_before_to <> s.paid_to)\
            """)
                .param("run", run)
                .param("mirrored", mirrored.toArray(String[]::new))
                .query((row, number) -> new Refused(
                        row.getInt(1), row.getBoolean(2) ? "benefits.open.other" : "benefits.open.enrolled", List.of()))
                .list();
    }

    /** Enrols who is enrolled nowhere; until its account is there an enrolment is only approved. */
    long enrol(UUID run, Set<String> mirrored, Desk desk) {
        Map<String, Object> all = common(run, desk);
        all.put("mirrored", mirrored.toArray(String[]::new));
        all.put("county", COUNTY);
        return jdbc.sql("""
            with begun as (
                insert into benefits.enrolment (id, elder, benefit, county, place, status, way, applied_on,
                    first_payable, paid_before_to, decided_fen, last_step, stepped_by, stepped_on, created_at,
                    changed_at)
                select s.enrolment, s.elder, s.benefit, left(s.place, :county), s.place, 'COUNTY_APPROVED', 'OPENED',
                    :today, s.paid_to, s.paid_to, s.fen, :run, :account, :today, :now, :now
                from benefits.stage_receiving s where s.run = :run and s.benefit <> all (:mirrored)
                on conflict (elder, benefit) where status not in ('ENDED', 'REFUSED') do nothing
                returning id, elder, county, place
            )
            insert into benefits.enrolment_step (id, enrolment, elder, county, place, verb, to_status, at, by_account,
                by_name, by_role)
            select :run, id, elder, county, place, 'OPENED', 'COUNTY_APPROVED', :now, :account, :name, :role
            from begun\
            """).params(all).update();
    }

    /** Rows that another county of the installation pays. */
    @Unscoped("rows of one run, each checked against the scope before staging")
    List<Refused> elsewhere(UUID run, Set<String> mirrored) {
        return jdbc.sql("""
            select s.row_no from benefits.stage_receiving s
            where s.run = :run and s.benefit <> all (:mirrored) and not exists (select 1 from benefits.enrolment e
                where e.elder = s.elder and e.benefit = s.benefit and e.status not in ('ENDED', 'REFUSED'))\
            """)
                .param("run", run)
                .param("mirrored", mirrored.toArray(String[]::new))
                .query((row, number) -> new Refused(row.getInt(1), "benefits.open.elsewhere", List.of()))
                .list();
    }

    /** Proposes the accounts of what was enrolled in this run. */
    void openAccounts(UUID run, Desk desk) {
        Map<String, Object> all = common(run, desk);
        all.put("key", cipher.keyVersion());
        jdbc.sql("""
            insert into benefits.payee_account (id, enrolment, elder, county, place, kind, holder, bank, account_enc,
                account_idx, key_version, last_four, holder_differs, state, proposed_by, proposed_name, proposed_at)
            select s.account, e.id, e.elder, e.county, e.place, s.kind, s.holder, s.bank, s.account_enc,
                s.account_idx, :key, s.last_four, s.holder_differs, 'PROPOSED', :account, :name, :now
            from benefits.stage_receiving s join benefits.enrolment e on e.id = s.enrolment
            where s.run = :run and s.account is not null\
            """).params(all).update();
    }

    /** Makes active what has an account; nothing is paid to one before a second person confirms it. */
    void activate(UUID run) {
        jdbc.sql("""
            update benefits.enrolment e set status = 'ACTIVE', payee_account = s.account
            from benefits.stage_receiving s where s.run = :run and e.id = s.enrolment and s.account is not null\
            """).param("run", run).update();
    }

    /** Marks the books of these benefits as opened. */
    void mark(UUID run, Desk desk) {
        jdbc.sql("""
            insert into benefits.opened_books as o (county, benefit, opened_at, opened_by, opened_name, people)
            select e.county, e.benefit, :now, :account, :name, count(*)
            from benefits.stage_receiving s join benefits.enrolment e on e.id = s.enrolment
            where s.run = :run group by e.county, e.benefit
            on conflict (county, benefit) do update set people = o.people + excluded.people\
            """).params(common(run, desk)).update();
    }

    /** Clears the stage. */
    void clear(UUID run) {
        jdbc.sql("delete from benefits.stage_receiving where run = :run")
                .param("run", run)
                .update();
    }

    private Map<String, Object> common(UUID run, Desk desk) {
        return new HashMap<>(Map.of(
                "run", run,
                "account", desk.account(),
                "name", desk.name(),
                "role", desk.role().name(),
                "today", LocalDate.now(clock),
                "now", Rows.at(clock.instant())));
    }
}
