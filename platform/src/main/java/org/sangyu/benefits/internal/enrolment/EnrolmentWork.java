package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        if (desk.role() == Role.VILLAGE || desk.role() == Role.TOWNSHIP) {
            add(items, "benefits.work.look", "e.status = 'SUSPENDED'", desk, "/enrolments?status=SUSPENDED");
        }
        Optional<EnrolmentStatus> step = EnrolmentMoves.waitingAt(desk.role());
        if (step.isPresent()) {
            String status = step.get().name();
            add(items, "benefits.work." + status, "e.status = '" + status + "'", desk, "/enrolments?status=" + status);
        }
        if (desk.role() == Role.COUNTY_CLERK) {
            comparison(items, desk);
            add(items, "benefits.work.suspended", "e.status = 'SUSPENDED'", desk, "/enrolments?status=SUSPENDED");
            add(
                    items,
                    "benefits.work.account",
                    "e.status = 'COUNTY_APPROVED'",
                    desk,
                    "/enrolments?status=COUNTY_APPROVED");
        }
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
                        .isPresent();
        if (!done) {
            items.add(new WorkItem(
                    "benefits.work.compare", List.of(month.toString()), 1, month.atDay(1), null, "/enrolments"));
        }
    }

    private long holds(Desk desk, YearMonth month) {
        return holds.count(desk.scope(), new Holds.Which(month, true, true));
    }

    private void add(List<WorkItem> items, String key, String condition, Desk desk, String href) {
        Waiting waiting = waiting(condition, desk.scope());
        if (waiting.count() > 0) {
            items.add(new WorkItem(key, List.of(), waiting.count(), waiting.since(), waiting.due(), href));
        }
    }

    private static void add(List<WorkItem> items, String key, long count, String href) {
        if (count > 0) {
            items.add(new WorkItem(key, List.of(), count, null, null, href));
        }
    }

    private Waiting waiting(String condition, Scope scope) {
        return jdbc.sql("select count(*), min(e.stepped_on), min(e.answer_by) from benefits.enrolment e"
                        + " where e.place >= :lo and e.place < :hi and " + condition)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> new Waiting(
                        row.getLong(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)))
                .single();
    }

    private record Waiting(
            long count, @Nullable LocalDate since, @Nullable LocalDate due) {}
}
