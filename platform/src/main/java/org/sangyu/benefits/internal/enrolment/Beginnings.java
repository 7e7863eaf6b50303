package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the first row and the first step of enrolments. */
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
        return !begin(List.of(begin), desk).isEmpty();
    }

    /** The same of many at once; the ids of those that were begun. */
    Set<UUID> begin(List<Beginning> all, Desk desk) {
        Columns columns = new Columns(all);
        return Set.copyOf(jdbc.sql("""
            with given as (
                select * from unnest(:id::uuid[], :act::uuid[], :elder::uuid[], :benefit::text[], :county::text[],
                    :place::text[], :status::text[], :way::text[], :applicant::text[], :paidBeforeTo::date[],
                    :month::date[], :fen::bigint[], :zh::text[], :en::text[])
                as g (id, act, elder, benefit, county, place, status, way, applicant, paid, month, fen, zh, en)
            ), begun as (
                insert into benefits.enrolment (id, elder, benefit, county, place, status, way, applied_on, applicant,
                    paid_before_to, decided_month, decided_fen, because_zh, because_en, last_step, stepped_by,
                    stepped_on, created_at, changed_at)
                select id, elder, benefit, county, place, status, way, :today, applicant, paid, month, fen, zh, en, act,
                    :account, :today, :now, :now
                from given
                on conflict (elder, benefit) where status not in ('ENDED', 'REFUSED') do nothing
                returning id, elder, county, place, status, way, last_step
            )
            insert into benefits.enrolment_step (id, enrolment, elder, county, place, verb, to_status, at,
                by_account, by_name, by_role)
            select last_step, id, elder, county, place, way, status, :now, :account, :name, :role from begun
            returning enrolment\
            """)
                .params(columns.parameters())
                .params(hand(desk))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /**
     * Withdraws applications that the account made and with which nobody has gone on.
     *
     * @return those that were withdrawn
     */
    Set<UUID> withdraw(List<UUID> enrolments, UUID act, Desk desk) {
        return Set.copyOf(jdbc.sql("""
            with gone as (
                update benefits.enrolment e set status = 'ENDED', last_step = :act, stepped_by = :account,
                    stepped_on = :today, version = e.version + 1, changed_at = :now
                where e.id = any (:ids::uuid[]) and e.status = 'PROPOSED' and e.way = 'APPLICATION'
                  and e.stepped_by = :account
                  and not exists (select 1 from benefits.enrolment_step s
                    where s.enrolment = e.id and s.id <> e.last_step)
                returning e.id, e.elder, e.county, e.place
            )
            insert into benefits.enrolment_step (id, enrolment, elder, county, place, verb, from_status,
                to_status, at, by_account, by_name, by_role)
            select :act, id, elder, county, place, 'WITHDRAW', 'PROPOSED', 'ENDED', :now, :account, :name, :role
            from gone returning enrolment\
            """)
                .param("ids", Rows.array(enrolments))
                .param("act", act)
                .params(hand(desk))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** Who does it, and when. */
    private Map<String, Object> hand(Desk desk) {
        return Map.of(
                "account", desk.account(),
                "name", desk.name(),
                "role", desk.role().name(),
                "today", LocalDate.now(clock),
                "now", Rows.at(clock.instant()));
    }

    /** The beginnings turned into columns. */
    private record Columns(List<Beginning> all) {

        Map<String, Object> parameters() {
            Map<String, Object> columns = new HashMap<>();
            columns.put("id", Rows.array(all.stream().map(Beginning::id).toList()));
            columns.put("act", Rows.array(all.stream().map(Beginning::act).toList()));
            columns.put(
                    "elder",
                    Rows.array(all.stream().map(one -> one.elder().value()).toList()));
            columns.put("benefit", texts(Beginning::benefit));
            columns.put("county", texts(one -> one.place().at(PlaceLevel.COUNTY).path()));
            columns.put("place", texts(one -> one.place().path()));
            columns.put("status", texts(one -> one.status().name()));
            columns.put("way", texts(one -> one.way().name()));
            columns.put("applicant", texts(Beginning::applicant));
            columns.put("paidBeforeTo", texts(one -> day(one.paidBeforeTo())));
            columns.put("month", texts(one -> day(one.month())));
            columns.put("fen", texts(Beginning::fen));
            columns.put("zh", texts(one -> one.answer().because(Language.ZH)));
            columns.put("en", texts(one -> one.answer().because(Language.EN)));
            return columns;
        }

        private @Nullable String[] texts(Function<Beginning, @Nullable String> text) {
            @Nullable String[] texts = new String[all.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = text.apply(all.get(i));
            }
            return texts;
        }

        private static @Nullable String day(@Nullable YearMonth month) {
            return month == null ? null : month.atDay(1).toString();
        }
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
            BenefitRules.Answer answer) {

        /** What was decided; null when it was refused. */
        @Nullable
        String fen() {
            return status == EnrolmentStatus.REFUSED ? null : String.valueOf(answer.fen());
        }
    }
}
