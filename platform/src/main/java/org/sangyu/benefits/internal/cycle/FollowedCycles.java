package org.sangyu.benefits.internal.cycle;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.sangyu.shared.Followable;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where a cycle that is followed stands, and since when. */
@Repository
class FollowedCycles implements Followable {

    private final JdbcClient jdbc;
    private final Dictionary dictionary;

    FollowedCycles(JdbcClient jdbc, Dictionary dictionary) {
        this.jdbc = jdbc;
        this.dictionary = dictionary;
    }

    @Override
    @Transactional(readOnly = true)
    public List<News> news(Kind kind, Collection<UUID> subjects, Scope scope, Locale language) {
        if (kind != Kind.CYCLE) {
            return List.of();
        }
        Words words = dictionary.in(language);
        return jdbc.sql("select c.*, coalesce((select max(s.at) from benefits.cycle_step s where s.cycle = c.id),"
                        + " c.opened_at) as moved from benefits.cycle c"
                        + " where c.id = any(:ids) and " + Cycles.IN_SCOPE)
                .param("ids", subjects.toArray(UUID[]::new))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> {
                    Cycle cycle = Cycles.row(row, number);
                    return new News(
                            cycle.id(),
                            words.say("cycles.cycle.title", String.valueOf(cycle.number()), cycle.months()),
                            "/cycles/" + cycle.id(),
                            row.getObject("moved", OffsetDateTime.class).toInstant(),
                            words.say("cycles.cycle.state." + cycle.state().name()));
                })
                .list();
    }
}
