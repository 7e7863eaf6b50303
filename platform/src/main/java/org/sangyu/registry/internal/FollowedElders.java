package org.sangyu.registry.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Followable;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When the record of somebody who is followed changed last. */
@Repository
class FollowedElders implements Followable {

    private final JdbcClient jdbc;
    private final Dictionary dictionary;

    FollowedElders(JdbcClient jdbc, Dictionary dictionary) {
        this.jdbc = jdbc;
        this.dictionary = dictionary;
    }

    @Override
    @Transactional(readOnly = true)
    public List<News> news(Kind kind, Collection<UUID> subjects, Scope scope, Locale language) {
        if (kind != Kind.ELDER) {
            return List.of();
        }
        Words words = dictionary.in(language);
        return jdbc.sql("select e.id, e.name, e.updated, e.died from registry.elder e"
                        + " where e.id = any(cast(:ids as uuid[])) and " + Elders.IN_SCOPE)
                .param("ids", ScopeSql.array(subjects.stream().map(ElderId::new).toList()))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("people", ScopeSql.people(scope))
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new News(
                            id,
                            row.getString("name"),
                            "/elders/" + id,
                            row.getTimestamp("updated").toInstant(),
                            row.getObject("died") == null
                                    ? words.say("registry.followed.changed")
                                    : words.say("registry.died.on", row.getString("died")));
                })
                .list();
    }
}
