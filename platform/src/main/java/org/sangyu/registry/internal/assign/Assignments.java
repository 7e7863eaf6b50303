package org.sangyu.registry.internal.assign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.AssignedElders;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.sangyu.shared.VisitingDesks;
import org.sangyu.shared.VisitingDesks.VisitingDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which elders a visitor or an assessor sees: given by a clerk, ended by a clerk, by their last day or with the desk. */
@Repository
public class Assignments implements AssignedElders {

    private static final int MOST_DESKS = 200;
    private static final String IN_SCOPE = "(e.place >= :lo and e.place < :hi or e.id = any(cast(:people as uuid[])))";

    private final JdbcClient jdbc;
    private final ObjectProvider<VisitingDesks> desks;
    private final Audit audit;
    private final Clock clock;

    Assignments(JdbcClient jdbc, ObjectProvider<VisitingDesks> desks, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.desks = desks;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Unscoped("asked for a desk before its scope is known; the answer is its scope")
    public List<ElderId> of(UUID desk) {
        return jdbc.sql("select elder from registry.assigned(:desk, :today) where from_day <= :today limit :most")
                .param("desk", desk)
                .param("today", LocalDate.now(clock))
                .param("most", Scope.MOST_PEOPLE)
                .query((row, number) -> new ElderId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Desks to which people of the current desk's place can be given. */
    @Unscoped("desks hold nothing of people")
    public List<VisitingDesk> desks() {
        Place place = CurrentDesk.get().place();
        return desks.stream()
                .flatMap(port -> port.in(place, MOST_DESKS).stream())
                .toList();
    }

    /** From which day, and the last one; null for none. */
    public record Days(LocalDate from, @Nullable LocalDate last) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** So many were new to the desk. */
        record Done(int people) implements Outcome {}

        /** The desk would see more people than a desk can; it has so many. */
        record TooMany(int already) implements Outcome {}
    }

    /** Gives people to a desk; those whom it has already, and those outside the scope, are left out. */
    @Transactional
    public Outcome assign(VisitingDesk to, Collection<ElderId> people, Days days, Scope scope) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('registry.assignment'), hashtext(:desk))")
                .param("desk", to.id().toString())
                .query(rows -> {});
        int already = count(to.id());
        int added = insert(to, people, days, scope);
        if (already + added > Scope.MOST_PEOPLE) {
            org.springframework.transaction.interceptor.TransactionAspectSupport.currentTransactionStatus()
                    .setRollbackOnly();
            return new Outcome.TooMany(already);
        }
        LocalDate last = days.last();
        audit.write(
                "registry.assign",
                to.id(),
                CurrentDesk.get().place(),
                Map.of(
                        "account", to.account(),
                        "role", to.role().name(),
                        "people", String.valueOf(added),
                        "from", days.from().toString(),
                        "last", last == null ? "" : last.toString()));
        return new Outcome.Done(added);
    }

    private int count(UUID desk) {
        return jdbc.sql("select count(*) from registry.assigned(:desk, :today)")
                .param("desk", desk)
                .param("today", LocalDate.now(clock))
                .query(Integer.class)
                .single();
    }

    private int insert(VisitingDesk to, Collection<ElderId> people, Days days, Scope scope) {
        Desk desk = CurrentDesk.get();
        LocalDate last = days.last();
        return in(scope, """
                insert into registry.assignment (id, desk, account, person, role, elder, from_day, to_day, recorded,
                    recorded_by)
                select uuidv7(), :desk, :account, :person, :role, e.id, :from, cast(:to as date), :now, :by
                from registry.elder e where e.id = any(:ids) and e.died is null and %s
                    and not exists (select 1 from registry.assignment a where a.desk = :desk and a.elder = e.id
                        and (a.to_day is null or a.to_day > :from))
                """.formatted(IN_SCOPE))
                .param("desk", to.id())
                .param("account", to.account())
                .param("person", to.person())
                .param("role", to.role().name())
                .param("from", days.from())
                .param("to", last == null ? null : last.plusDays(1), java.sql.Types.DATE)
                .param("now", OffsetDateTime.now(clock))
                .param("by", desk.account())
                .param("ids", people.stream().map(ElderId::value).toArray(UUID[]::new))
                .update();
    }

    /** To whom an elder is given, or was; the newest first. */
    @Transactional(readOnly = true)
    public List<Assignment> list(ElderId elder, Scope scope, int limit) {
        List<Assignment> found = in(scope, """
                        select a.* from registry.assignment a join registry.elder e on e.id = a.elder
                        where a.elder = :elder and %s order by a.recorded desc, a.id desc limit :limit
                        """.formatted(IN_SCOPE))
                .param("elder", elder.value())
                .param("limit", limit)
                .query((row, number) -> new Assignment(
                        row.getObject("id", UUID.class),
                        row.getObject("desk", UUID.class),
                        row.getString("person"),
                        Role.valueOf(row.getString("role")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        true))
                .list();
        Set<UUID> asked = found.stream().map(Assignment::desk).collect(Collectors.toSet());
        Set<UUID> held =
                desks.stream().flatMap(port -> port.held(asked).stream()).collect(Collectors.toSet());
        return found.stream()
                .map(one -> new Assignment(
                        one.id(),
                        one.desk(),
                        one.person(),
                        one.role(),
                        one.from(),
                        one.to(),
                        held.contains(one.desk())))
                .toList();
    }

    /** Ends one today: the visitor's next click goes without this elder. False when there is none that counts. */
    @Transactional
    public boolean end(ElderId elder, UUID assignment, Place place) {
        Scope scope = CurrentDesk.get().scope();
        boolean ended = in(scope, """
                                update registry.assignment set to_day = greatest(from_day, cast(:today as date))
                                where id in (select a.id from registry.assignment a join registry.elder e on e.id = a.elder
                                    where a.id = :id and a.elder = :elder and (a.to_day is null or a.to_day > :today)
                                    and %s)
                                """.formatted(IN_SCOPE))
                        .param("today", LocalDate.now(clock))
                        .param("id", assignment)
                        .param("elder", elder.value())
                        .update()
                == 1;
        if (ended) {
            audit.write("registry.assign.end", elder.value(), place, Map.of("assignment", assignment.toString()));
        }
        return ended;
    }

    private JdbcClient.StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(sql)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("people", scope.people().stream().map(ElderId::value).toArray(UUID[]::new));
    }
}
