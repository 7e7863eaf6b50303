package org.sangyu.access.internal;

import java.time.Clock;
import java.time.Duration;
import org.sangyu.access.internal.AgeingTable.Statements;
import org.sangyu.shared.AgeingRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of signing in: failures, codes and sessions are of no use once they count no longer. */
@Configuration
class AgeingSignIns {

    private static final Duration CODES_COUNT = Duration.ofHours(1);
    private static final String EXPIRED = "expiry_time < extract(epoch from cast(:before as timestamptz)) * 1000";

    @Bean
    AgeingRecords ageingSignInFailures(JdbcClient jdbc, SignInRules rules, Clock clock) {
        return new AgeingTable(
                jdbc,
                "sign-in-failures",
                () -> clock.instant().minus(rules.lock()),
                new Statements("select count(*) from access.sign_in_failure where at <= :before", """
                        delete from access.sign_in_failure where id in (select f.id from access.sign_in_failure f
                            where f.at <= :before order by f.at limit :most)"""));
    }

    @Bean
    AgeingRecords ageingCodesSent(JdbcClient jdbc, Clock clock) {
        return new AgeingTable(
                jdbc,
                "codes-sent",
                () -> clock.instant().minus(CODES_COUNT),
                new Statements("select count(*) from access.code_sent where at < :before", """
                        delete from access.code_sent where id in (select c.id from access.code_sent c
                            where c.at < :before order by c.at limit :most)"""));
    }

    @Bean
    AgeingRecords ageingSessions(JdbcClient jdbc, Clock clock) {
        return new AgeingTable(
                jdbc,
                "sessions",
                clock::instant,
                new Statements(
                        "select count(*) from access.session where " + EXPIRED,
                        "delete from access.session where primary_id in (select s.primary_id from access.session s where s."
                                + EXPIRED + " limit :most)"));
    }
}
