package org.sangyu.registry.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sangyu.registry.ElderSummary;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Scope;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the person whom a call is about: by a whole ID number or a whole telephone number, for a stated reason, inside the
 * desk's place, so many times an hour. Every look stands in the ledger, where the person reads it.
 */
@EnableConfigurationProperties(HotlineRules.class)
@Component
public class Hotline {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final ElderSearch search;
    private final HotlineRules rules;
    private final Audit audit;
    private final Clock clock;

    Hotline(JdbcClient jdbc, ElderSearch search, HotlineRules rules, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of a question. */
    public sealed interface Answer {

        /** It is neither a whole ID number nor a whole telephone number. */
        record NoNumber() implements Answer {}

        /** So many numbers were looked for in the last hour that no more may be. */
        record TooOften(int most) implements Answer {}

        /** Nobody here has it; whether somebody elsewhere has is not said. */
        record Nobody() implements Answer {}

        /** Several have it, as a couple one telephone. */
        record Several(List<ElderSummary> people) implements Answer {}

        /** This person. */
        record Opened(ElderSummary person) implements Answer {}
    }

    /**
     * Looks for the person with a number and opens the record.
     *
     * @param chosen id of one of several; empty at first
     */
    @Transactional
    public Answer find(Scope scope, String number, String reason, String chosen) {
        SearchText text = SearchText.of(number);
        if (!(text instanceof SearchText.WholeId) && !(text instanceof SearchText.WholePhone)) {
            return new Answer.NoNumber();
        }
        Desk desk = CurrentDesk.get();
        if (!admit(desk.account())) {
            return new Answer.TooOften(rules.perHour());
        }
        List<ElderSummary> found = search.search(scope, number, MOST).rows();
        if (found.isEmpty()) {
            audit.write("registry.call.nobody", null, desk.place(), Map.of("reason", reason));
            return new Answer.Nobody();
        }
        Optional<ElderSummary> one = found.stream()
                .filter(person -> found.size() == 1 || person.id().toString().equals(chosen))
                .findFirst();
        one.ifPresent(
                person -> audit.write("registry.call", person.id().value(), person.place(), Map.of("reason", reason)));
        return one.<Answer>map(Answer.Opened::new).orElseGet(() -> new Answer.Several(found));
    }

    /** Counts one question more, unless there were too many. */
    private boolean admit(String account) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("delete from registry.number_sought where at < :old")
                .param("old", now.minus(HOUR))
                .update();
        jdbc.sql("select pg_advisory_xact_lock(hashtext('registry.number_sought'), hashtext(:account))")
                .param("account", account)
                .query(rows -> {});
        return jdbc.sql(
                                "insert into registry.number_sought (account, at) select :account, :now"
                                        + " where (select count(*) from registry.number_sought where account = :account) < :most")
                        .param("account", account)
                        .param("now", now)
                        .param("most", rules.perHour())
                        .update()
                == 1;
    }
}
