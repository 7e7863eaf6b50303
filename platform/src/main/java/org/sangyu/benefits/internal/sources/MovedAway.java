package org.sangyu.benefits.internal.sources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People who moved away, as the county may still see them that answers for their months.
 *
 * <p>Their record lies in the new county. The old one names those of its own enrolments and payments, and only them, in
 * the scope of one look-up; the database holds it to that.
 */
@Component
public class MovedAway {

    private static final int MOST_NAMED = 500;

    private final JdbcClient jdbc;
    /** New ones, so that each carries the scope bound here, whatever runs around it. */
    private final TransactionTemplate fresh;

    MovedAway(JdbcClient jdbc, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.fresh = new TransactionTemplate(manager);
        this.fresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.fresh.setReadOnly(true);
    }

    /** Looks people up in a scope. */
    public interface Look<T> {

        /** Those of the people who are visible in the scope. */
        Map<ElderId, T> at(Collection<ElderId> people, Scope scope);
    }

    /** Everybody who is visible in the scope, and those who moved away from it and were enrolled there. */
    public <T> Map<ElderId, T> with(Collection<ElderId> people, Scope scope, Look<T> look) {
        Map<ElderId, T> found = new HashMap<>(look.at(people, scope));
        List<ElderId> missing = people.stream()
                .filter(one -> !found.containsKey(one))
                .distinct()
                .toList();
        List<ElderId> ours = missing.isEmpty() ? List.of() : answeredFor(missing);
        for (int from = 0; from < ours.size(); from += MOST_NAMED) {
            List<ElderId> some = ours.subList(from, Math.min(ours.size(), from + MOST_NAMED));
            Desk desk = CurrentDesk.get();
            Scope named = new Scope(scope.lo(), scope.hi(), some);
            CurrentDesk.run(
                    new Desk(desk.account(), desk.name(), desk.role(), desk.place(), named, desk.organisation()),
                    () -> fresh.executeWithoutResult(status -> found.putAll(look.at(some, named))));
        }
        return found;
    }

    /** Whose enrolment or payment the current desk sees; row security decides. */
    private List<ElderId> answeredFor(List<ElderId> people) {
        String ids = people.stream().map(ElderId::toString).collect(java.util.stream.Collectors.joining(",", "{", "}"));
        return new ArrayList<>(fresh.execute(status -> jdbc.sql("""
            select e.elder from benefits.enrolment e where e.elder = any (:ids::uuid[])
            union select o.elder from benefits.pay_order o where o.elder = any (:ids::uuid[])\
            """)
                .param("ids", ids)
                .query((row, number) -> new ElderId(row.getObject(1, java.util.UUID.class)))
                .list()));
    }
}
