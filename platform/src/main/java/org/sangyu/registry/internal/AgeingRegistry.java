package org.sangyu.registry.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.sangyu.shared.AgeingRecords;
import org.sangyu.shared.Time;
import org.sangyu.shared.Unscoped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of imports and comparisons, and consents: each is over when nothing waits for an answer any more. */
@Configuration
class AgeingRegistry {

    @Bean
    AgeingRecords ageingImportRows(JdbcClient jdbc) {
        return new AgeingRows(jdbc, "import-rows", """
                select count(*) from registry.intake_row r join registry.intake i on i.id = r.intake
                where i.state in ('DONE', 'REFUSED') and i.ended_at < :before and i.parked = 0""", """
                delete from registry.intake_row where (intake, number) in (
                    select r.intake, r.number from registry.intake_row r join registry.intake i on i.id = r.intake
                    where i.state in ('DONE', 'REFUSED') and i.ended_at < :before and i.parked = 0
                    order by r.intake, r.number limit :most)""");
    }

    @Bean
    AgeingRecords ageingParkedRows(JdbcClient jdbc) {
        return new AgeingRows(
                jdbc, "parked-rows", "select count(*) from registry.intake_parked where decided_at < :before", """
                delete from registry.intake_parked where id in (
                    select p.id from registry.intake_parked p where p.decided_at < :before order by p.id limit :most)""");
    }

    @Bean
    AgeingRecords ageingComparedRows(JdbcClient jdbc) {
        String due = "from registry.compared r join registry.comparison l on l.id = r.comparison"
                + " where l.read_at < :before and r.state <> 'OPEN' and (r.name <> '＊' or r.id_tail <> '')";
        return new AgeingRows(
                jdbc,
                "compared-rows",
                "select count(*) " + due,
                "update registry.compared set name = '＊', id_tail = '', born = null, note = '' where (comparison, row_no) in"
                        + " (select r.comparison, r.row_no " + due + " order by r.comparison, r.row_no limit :most)");
    }

    @Bean
    AgeingRecords ageingConsents(JdbcClient jdbc) {
        return new AgeingConsents(jdbc);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Rows that the application itself may erase; {@code :before} and {@code :most} in the statements. */
    @Unscoped("the time records are kept is over everywhere alike; row security still holds")
    private record AgeingRows(JdbcClient jdbc, String kind, String counting, String erasing) implements AgeingRecords {

        @Override
        public long count(Instant before) {
            return jdbc.sql(counting)
                    .param("before", at(before))
                    .query(Long.class)
                    .single();
        }

        @Override
        public long erase(Instant before, int most) {
            return jdbc.sql(erasing)
                    .param("before", at(before))
                    .param("most", most)
                    .update();
        }
    }

    /** Consents past their last day, the ended ones among them only when that day is past too. */
    @Unscoped("the time records are kept is over everywhere alike; row security still holds")
    private record AgeingConsents(JdbcClient jdbc) implements AgeingRecords {

        @Override
        public String kind() {
            return "consents";
        }

        @Override
        public long count(Instant before) {
            return jdbc.sql("select count(*) from registry.consent where to_day <= :before")
                    .param("before", day(before))
                    .query(Long.class)
                    .single();
        }

        @Override
        public long erase(Instant before, int most) {
            return jdbc.sql("select registry.erase_consents(:before, :most)")
                    .param("before", day(before))
                    .param("most", most)
                    .query(Long.class)
                    .single();
        }

        private static LocalDate day(Instant before) {
            return LocalDate.ofInstant(before, Time.ZONE);
        }
    }
}
