package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the first row and the first step of one enrolment. */
@Repository
class Beginnings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Beginnings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Begins, unless the person is enrolled for the benefit anywhere in the installation.
     *
     * @return false when there is an open enrolment already; nothing was written
     */
    boolean begin(Beginning begin, Desk desk) {
        Map<String, Object> all = new HashMap<>();
        all.put("id", begin.id());
        all.put("act", begin.act());
        all.put("elder", begin.elder().value());
        all.put("benefit", begin.benefit());
        all.put("county", begin.place().at(org.sangyu.shared.PlaceLevel.COUNTY).path());
        all.put("place", begin.place().path());
        all.put("status", begin.status().name());
        all.put("way", begin.way().name());
        all.put("applicant", begin.applicant());
        all.put("paidBeforeTo", Rows.first(begin.paidBeforeTo()));
        all.put("month", Rows.first(begin.month()));
        all.put(
                "fen",
                begin.status() == EnrolmentStatus.REFUSED
                        ? null
                        : begin.answer().fen());
        all.put("zh", begin.answer().because(org.sangyu.ui.Language.ZH));
        all.put("en", begin.answer().because(org.sangyu.ui.Language.EN));
        all.put("account", desk.account());
        all.put("name", desk.name());
        all.put("role", desk.role().name());
        all.put("today", LocalDate.now(clock));
        all.put("now", Rows.at(clock.instant()));
        return jdbc.sql("""
            with begun as (
                insert into benefits.enrolment (id, elder, benefit, county, place, status, way, applied_on, applicant,
                    paid_before_to, decided_month, decided_fen, because_zh, because_en, last_step, stepped_by,
                    stepped_on, created_at, changed_at)
                values (:id, :elder, :benefit, :county, :place, :status, :way, :today, :applicant, :paidBeforeTo,
                    :month, :fen, :zh, :en, :act, :account, :today, :now, :now)
                on conflict (elder, benefit) where status not in ('ENDED', 'REFUSED') do nothing
                returning id, elder, county, place, status
            )
            insert into benefits.enrolment_step (id, enrolment, elder, county, place, verb, to_status, at,
                by_account, by_name, by_role)
            select :act, id, elder, county, place, :way, status, :now, :account, :name, :role from begun\
            """).params(all).update() == 1;
    }

    /**
     * Withdraws an application that the account made and with which nobody has gone on.
     *
     * @return false when there is none
     */
    boolean withdraw(UUID enrolment, UUID act, Desk desk) {
        return jdbc.sql("""
            with gone as (
                update benefits.enrolment e set status = 'ENDED', last_step = :act, stepped_by = :account,
                    stepped_on = :today, version = e.version + 1, changed_at = :now
                where e.id = :id and e.status = 'PROPOSED' and e.way = 'APPLICATION' and e.stepped_by = :account
                  and not exists (select 1 from benefits.enrolment_step s
                    where s.enrolment = e.id and s.id <> e.last_step)
                returning e.id, e.elder, e.county, e.place
            )
            insert into benefits.enrolment_step (id, enrolment, elder, county, place, verb, from_status,
                to_status, at, by_account, by_name, by_role)
            select :act, id, elder, county, place, 'WITHDRAW', 'PROPOSED', 'ENDED', :now, :account, :name, :role
            from gone\
            """)
                        .param("id", enrolment)
                        .param("act", act)
                        .param("account", desk.account())
                        .param("name", desk.name())
                        .param("role", desk.role().name())
                        .param("today", LocalDate.now(clock))
                        .param("now", Rows.at(clock.instant()))
                        .update()
                == 1;
    }

    /**
     * What is begun.
     *
     * @param status {@code PROPOSED}, or {@code REFUSED} when the decision already says no
     * @param month of the decision
     */
    record Beginning(
            UUID id,
            UUID act,
            ElderId elder,
            Place place,
            String benefit,
            EnrolmentStatus status,
            EnrolmentWay way,
            @Nullable String applicant,
            @Nullable YearMonth paidBeforeTo,
            YearMonth month,
            BenefitRules.Answer answer) {}
}
