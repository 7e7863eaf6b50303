package org.sangyu.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives a category to many people at once, or ends it: one statement for some thousand. */
@Repository
public class TagsOfMany {

    private static final String ADD = """
            insert into registry.tag_fact (id, elder, place, tag, attributes, reviewer, valid_from, recorded_from,
                recorded_by, source, evidence, batch)
            select uuidv7(), e.id, e.place, :tag, '{}', :reviewer, :day, :now, :by, :source, :evidence, :batch
            from registry.elder e
            where e.id = any(cast(:elders as uuid[])) and e.place >= :lo and e.place < :hi
                and (e.died is null or e.died > :day) and (e.born is null or e.born <= :day)
                and not exists (select 1 from registry.tag_fact f where f.elder = e.id and f.tag = :tag
                    and f.recorded_to = 'infinity' and f.valid_to > :day)
            returning elder""";

    private static final String END = """
            with closed as (
                update registry.tag_fact f set recorded_to = :now from registry.elder e
                where e.id = f.elder and e.id = any(cast(:elders as uuid[])) and e.place >= :lo and e.place < :hi
                    and f.tag = :tag and f.recorded_to = 'infinity' and f.valid_from < :day and f.valid_to > :day
                returning f.elder, f.place, f.tag, f.attributes, f.reviewer, f.valid_from, f.source, f.evidence)
            insert into registry.tag_fact (id, elder, place, tag, attributes, reviewer, valid_from, valid_to,
                recorded_from, recorded_by, source, evidence, batch)
            select uuidv7(), elder, place, tag, attributes, coalesce(:reviewer, reviewer), valid_from, :day, :now, :by,
                source, coalesce(:evidence, evidence), :batch
            from closed returning elder""";

    private final JdbcClient jdbc;
    private final ElderProjection projection;
    private final RegistryEvents events;
    private final Clock clock;

    TagsOfMany(JdbcClient jdbc, ElderProjection projection, RegistryEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.projection = projection;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is to be done.
     *
     * @param ends true when the category ends, false when it begins
     * @param tag its code
     * @param day first day on which it holds, or first day on which it holds no longer
     * @param source who says so; an ended category keeps the source that gave it
     * @param evidence a few words, or null
     * @param reviewer who reviewed it, or null
     * @param run the work it belongs to
     */
    public record Deed(
            boolean ends,
            String tag,
            LocalDate day,
            String source,
            @Nullable String evidence,
            @Nullable String reviewer,
            UUID run) {}

    /**
     * Does it for those of them whom the desk sees; who has the category already, died before, or has none to end, is
     * passed over.
     *
     * @return how many people it changed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int apply(List<ElderId> elders, Deed deed) {
        Desk desk = CurrentDesk.get();
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("elders", ScopeSql.array(elders));
        parameters.put("lo", desk.scope().lo());
        parameters.put("hi", desk.scope().hi());
        parameters.put("tag", deed.tag());
        parameters.put("day", deed.day());
        parameters.put("source", deed.source());
        parameters.put("evidence", deed.evidence());
        parameters.put("reviewer", deed.reviewer());
        parameters.put("batch", deed.run());
        parameters.put("by", desk.account());
        parameters.put("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<ElderId> changed = jdbc
                .sql(deed.ends() ? END : ADD)
                .params(parameters)
                .query((row, number) -> new ElderId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .distinct()
                .toList();
        projection.rebuild(changed);
        events.recorded(deed.run(), clock.instant(), "desk", desk.place(), changed.size());
        return changed.size();
    }
}
