package org.sangyu.benefits.internal.enrolment;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads enrolments, always inside a scope. */
@Repository
@Transactional(readOnly = true)
public class Enrolments {

    private final JdbcClient jdbc;

    Enrolments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One enrolment; empty outside the scope. */
    public Optional<Enrolment> find(UUID id, Scope scope) {
        return jdbc.sql("select e.* from benefits.enrolment e where e.id = :id"
                        + " and (e.place >= :lo and e.place < :hi or e.elder = any (:people::uuid[]))")
                .param("id", id)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("people", people(scope))
                .query(Rows::enrolment)
                .optional();
    }

    /** Everything a person is or was enrolled for, the newest first. */
    public List<Enrolment> of(ElderId elder, Scope scope) {
        return jdbc.sql("select e.* from benefits.enrolment e where e.elder = :elder"
                        + " and (e.place >= :lo and e.place < :hi or e.elder = any (:people::uuid[]))"
                        + " order by e.created_at desc, e.id limit 100")
                .param("elder", elder.value())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("people", people(scope))
                .query(Rows::enrolment)
                .list();
    }

    /** Which of these people are enrolled for the benefit they ask for, as far as the scope may see. */
    Map<ApplyForBenefit.Command, UUID> open(Collection<ApplyForBenefit.Command> asked, Scope scope) {
        Map<ApplyForBenefit.Command, UUID> open = new HashMap<>();
        List<ApplyForBenefit.Command> all = List.copyOf(asked);
        jdbc.sql("""
            select k.at, e.id from unnest(:elders::uuid[], :benefits::text[]) with ordinality as k (elder, benefit, at)
            join benefits.enrolment e on e.elder = k.elder and e.benefit = k.benefit
            where e.status not in ('ENDED', 'REFUSED')
              and (e.place >= :lo and e.place < :hi or e.elder = any (:people::uuid[]))\
            """)
                .param(
                        "elders",
                        Rows.array(all.stream().map(one -> one.elder().value()).toList()))
                .param(
                        "benefits",
                        all.stream().map(ApplyForBenefit.Command::benefit).toArray(String[]::new))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("people", people(scope))
                .query(row -> {
                    open.put(all.get(row.getInt(1) - 1), row.getObject(2, UUID.class));
                });
        return open;
    }

    /**
     * One page of a list, by place and then by person.
     *
     * @param offset rows before this page
     * @param limit rows on this page, at most 5,000 for a printed form
     */
    public List<Enrolment> list(Scope scope, EnrolmentFilter filter, int offset, int limit) {
        EnrolmentFilter.Where where = filter.where(scope);
        return jdbc.sql("select e.* from benefits.enrolment e where " + where.sql()
                        + " order by e.place, e.elder, e.benefit offset :offset limit :limit")
                .params(where.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query(Rows::enrolment)
                .list();
    }

    /** How many match. */
    public long count(Scope scope, EnrolmentFilter filter) {
        EnrolmentFilter.Where where = filter.where(scope);
        return jdbc.sql("select count(*) from benefits.enrolment e where " + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    /** How many stand where. */
    public Map<EnrolmentStatus, Long> countByStatus(Scope scope, EnrolmentFilter filter) {
        Map<EnrolmentStatus, Long> counts = new LinkedHashMap<>();
        grouped("e.status", scope, filter.with(null))
                .forEach((status, count) -> counts.put(EnrolmentStatus.valueOf(status), count));
        return counts;
    }

    /** How many for which benefit. */
    public Map<String, Long> countByBenefit(Scope scope, EnrolmentFilter filter) {
        return grouped("e.benefit", scope, filter.withBenefit(null));
    }

    /**
     * How many in which place below.
     *
     * @param pathLength length of the paths of that level; rows of a higher level stand under their own path
     */
    public Map<String, Long> countByPlace(Scope scope, EnrolmentFilter filter, int pathLength) {
        return grouped("left(e.place, " + pathLength + ")", scope, filter);
    }

    private Map<String, Long> grouped(String by, Scope scope, EnrolmentFilter filter) {
        EnrolmentFilter.Where where = filter.where(scope);
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select " + by + ", count(*) from benefits.enrolment e where " + where.sql()
                        + " group by 1 order by 1 limit 1000")
                .params(where.parameters())
                .query((row, number) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    /** The steps of an enrolment, the newest first. */
    public List<EnrolmentStep> steps(UUID enrolment, Scope scope) {
        return jdbc.sql("""
                        select s.* from benefits.enrolment_step s
                        where s.enrolment = :id and (s.place >= :lo and s.place < :hi or s.county >= :lo and s.county < :hi
                            or s.elder = any (:people::uuid[]))
                        order by s.at desc, s.id desc limit 200""")
                .param("id", enrolment)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("people", people(scope))
                .query(Rows::step)
                .list();
    }

    private static String people(Scope scope) {
        return Rows.array(scope.people().stream().map(ElderId::value).toList());
    }
}
