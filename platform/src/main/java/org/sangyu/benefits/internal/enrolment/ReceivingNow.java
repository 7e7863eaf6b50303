package org.sangyu.benefits.internal.enrolment;

import java.util.HashMap;
import java.util.Map;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Receiving;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far an elder is with each benefit, for the elder's own page; a refused request counts as never asked. */
@Repository
class ReceivingNow implements Receiving {

    private final JdbcClient jdbc;

    ReceivingNow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, State> of(ElderId elder, Scope scope) {
        Map<String, State> states = new HashMap<>();
        jdbc.sql("""
            select benefit, status from benefits.enrolment
            where elder = :elder and status <> 'REFUSED'
                and ((place >= :lo and place < :hi) or elder = any(:people))
            order by id
            """)
                .param("elder", elder.value())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("people", scope.people().stream().map(ElderId::value).toArray(java.util.UUID[]::new))
                .query(row -> {
                    states.put(row.getString("benefit"), state(row.getString("status")));
                });
        return states;
    }

    private static State state(String status) {
        return switch (status) {
            case "ACTIVE" -> State.PAID;
            case "SUSPENDED" -> State.HELD;
            case "ENDED" -> State.STOPPED;
            default -> State.ASKED;
        };
    }
}
