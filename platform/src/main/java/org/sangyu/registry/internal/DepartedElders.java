package org.sangyu.registry.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Departed;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who died or moved away and is still kept by name. */
@Unscoped("the time somebody is kept is over everywhere alike; row security still holds")
@Component
class DepartedElders implements Departed {

    private static final String DIED = "e.died <= :last";

    /** Moved away, and nothing says that the household came back. */
    private static final String MOVED = """
            e.died is null and exists (select 1 from registry.life_fact l where l.elder = e.id and l.kind = 'MOVED_OUT'
                and l.recorded_to = 'infinity' and l.valid_to = 'infinity' and l.valid_from <= :last
                and not exists (select 1 from registry.residence_fact r where r.elder = e.id and r.kind = 'REGISTERED'
                    and r.recorded_to = 'infinity' and r.valid_from >= l.valid_from))""";

    private final JdbcClient jdbc;

    DepartedElders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ElderId> next(How how, LocalDate last, @Nullable ElderId after, int most) {
        String left =
                switch (how) {
                    case DIED -> DIED;
                    case MOVED_OUT -> MOVED;
                };
        return jdbc.sql("select e.id from registry.elder e where e.forgotten is null and e.id > :after and " + left
                        + " order by e.id limit :most")
                .param("after", after == null ? new UUID(0, 0) : after.value())
                .param("last", last)
                .param("most", most)
                .query((row, number) -> new ElderId(row.getObject(1, UUID.class)))
                .list();
    }
}
