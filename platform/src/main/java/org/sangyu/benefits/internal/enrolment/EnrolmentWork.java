package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Desk;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits at a desk of enrolment: the desk's own step, what came back, suspensions to look into, accounts, holds. */
@Component
class EnrolmentWork implements WorkItems {

    private final JdbcClient jdbc;
    private final PayeeAccounts accounts;
    private final Holds holds;
    private final CompareMonth comparing;
    private final Clock clock;

    EnrolmentWork(JdbcClient jdbc, PayeeAccounts accounts, Holds holds, CompareMonth comparing, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.holds = holds;
        this.comparing = comparing;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> waiting(Desk desk) {
        List<WorkItem> items = new ArrayList<>();
        if (desk.role() == Role.COUNTY_CLERK) {
            comparison(items, desk);
        }
        Map<EnrolmentStatus, String> looked = looked(desk.role());
        Map<EnrolmentStatus, Waiting> found = waiting(looked.keySet(), desk.scope());
        looked.forEach((status, key) -> {
            Waiting waiting = found.get(status);
            if (waiting != null) {
                items.add(new WorkItem(
                        key,
                        List.of(),
                        waiting.count(),
                        waiting.since(),
                        waiting.due(),
                        "/enrolments?status=" + status));
            }
        });
        if (ChangeAccount.mayConfirm(desk.role())) {
            add(items, "benefits.work.confirm", accounts.countWaiting(desk.scope()), "/enrolments/accounts");
        }
        if (desk.role() == Role.COUNTY_CHIEF) {
            holds.latestMonth(desk.scope())
                    .ifPresent(month -> add(items, "benefits.work.hold", holds(desk, month), "/enrolments/holds"));
        }
        return items;
    }

    /** A month begins with finding who is due; until that was done this month nothing else tells the county so. */
    private void comparison(List<WorkItem> items, Desk desk) {
        YearMonth month = YearMonth.now(clock);
        boolean done = desk.place().level() != PlaceLevel.COUNTY
                || comparing
                        .last(desk.place())
                        .filter(last -> !last.month().isBefore(month))
                        .isPresent()
                || !comparing.hasSomethingToPay(desk.place());
        if (!done) {
            items.add(new WorkItem(
                    "benefits.work.compare", List.of(month.toString()), 1, month.atDay(1), null, "/enrolments"));
        }
    }

    private long holds(Desk desk, YearMonth month) {
        return holds.count(desk.scope(), new Holds.Which(month, true, true));
    }

    /** Which statuses a desk looks at, and by which words, in the order of the page. */
    private static Map<EnrolmentStatus, String> looked(Role role) {
        Map<EnrolmentStatus, String> looked = new LinkedHashMap<>();
        if (role == Role.VILLAGE || role == Role.TOWNSHIP) {
            looked.put(EnrolmentStatus.SUSPENDED, "benefits.work.look");
        }
        EnrolmentMoves.waitingAt(role).ifPresent(step -> looked.put(step, "benefits.work." + step));
        if (role == Role.COUNTY_CLERK) {
            looked.put(EnrolmentStatus.SUSPENDED, "benefits.work.suspended");
            looked.put(EnrolmentStatus.COUNTY_APPROVED, "benefits.work.account");
        }
        return looked;
    }

    private static void add(List<WorkItem> items, String key, long count, String href) {
        if (count > 0) {
            items.add(new WorkItem(key, List.of(), count, null, null, href));
        }
    }

    /** All statuses in one question; those with nobody are left out. */
    private Map<EnrolmentStatus, Waiting> waiting(Set<EnrolmentStatus> statuses, Scope scope) {
        Map<EnrolmentStatus, Waiting> found = new EnumMap<>(EnrolmentStatus.class);
        if (!statuses.isEmpty()) {
            jdbc.sql(
                            "select e.status, count(*), min(e.stepped_on), min(e.answer_by) from benefits.enrolment e"
                                    + " where e.place >= :lo and e.place < :hi and e.status = any (:statuses) group by e.status")
                    .param("lo", scope.lo())
                    .param("hi", scope.hi())
                    .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
                    .query(row -> {
                        found.put(
                                EnrolmentStatus.valueOf(row.getString(1)),
                                new Waiting(
                                        row.getLong(2),
                                        row.getObject(3, LocalDate.class),
                                        row.getObject(4, LocalDate.class)));
                    });
        }
        return found;
    }

    private record Waiting(
            long count, @Nullable LocalDate since, @Nullable LocalDate due) {}
}
