package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of people about whom nothing can be said yet, and the named decisions on it. */
@Component
@Transactional
public class Holds {

    private static final String WHERE = """
            h.place >= :lo and h.place < :hi and h.resolved_at is null
            and h.month = :month and (:waiting = false or h.decision is null)
            and (:enrolled = false or h.enrolment is not null)
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Holds(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which holds.
     *
     * @param month one month
     * @param waiting only those without a decision
     * @param enrolled only people who are enrolled, where the next payment depends on it
     */
    public record Which(YearMonth month, boolean waiting, boolean enrolled) {}

    /** One page, by place and person. */
    @Transactional(readOnly = true)
    public List<Hold> list(Scope scope, Which which, int offset, int limit) {
        return jdbc.sql("select h.* from benefits.hold h where " + WHERE
                        + " order by h.place, h.elder, h.benefit offset :offset limit :limit")
                .params(parameters(scope, which))
                .param("offset", offset)
                .param("limit", limit)
                .query(Holds::hold)
                .list();
    }

    /** How many. */
    @Transactional(readOnly = true)
    public long count(Scope scope, Which which) {
        return jdbc.sql("select count(*) from benefits.hold h where " + WHERE)
                .params(parameters(scope, which))
                .query(Long.class)
                .single();
    }

    /** The last month for which a comparison left somebody on hold; empty when none did. */
    @Transactional(readOnly = true)
    public Optional<YearMonth> latestMonth(Scope scope) {
        return jdbc.sql("select max(h.month) as month from benefits.hold h where h.place >= :lo and h.place < :hi"
                        + " and h.resolved_at is null")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> Optional.ofNullable(Rows.month(row, "month")))
                .single();
    }

    /**
     * Decides for some; only the county's chief does, by name and with a reason. A decision may be changed until the
     * month is paid; each one stands in the audit.
     *
     * @return how many; 0 when this desk may not or the reason is missing
     */
    @Unscoped("works at the current desk and inside its scope")
    public int decide(List<UUID> ids, Hold.Choice choice, String reason) {
        Desk desk = CurrentDesk.get();
        if (desk.role() != Role.COUNTY_CHIEF || reason.isBlank() || ids.isEmpty()) {
            return 0;
        }
        int decided = jdbc.sql("""
                        update benefits.hold h set decision = :choice, decided_by = :by, decided_name = :name,
                            decided_at = :now, reason = :reason
                        where h.id = any (:ids::uuid[]) and h.place >= :lo and h.place < :hi and h.resolved_at is null""")
                .param("choice", choice.name())
                .param("by", desk.account())
                .param("name", desk.name())
                .param("now", Rows.at(clock.instant()))
                .param("reason", reason.strip())
                .param("ids", Rows.array(ids))
                .param("lo", desk.scope().lo())
                .param("hi", desk.scope().hi())
                .update();
        audit.write(
                "enrolment.hold.decide",
                null,
                desk.place(),
                Map.of("choice", choice.name(), "count", String.valueOf(decided), "reason", reason));
        return decided;
    }

    private static Map<String, Object> parameters(Scope scope, Which which) {
        return Map.of(
                "lo", scope.lo(),
                "hi", scope.hi(),
                "month", which.month().atDay(1),
                "waiting", which.waiting(),
                "enrolled", which.enrolled());
    }

    private static Hold hold(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        String choice = row.getString("decision");
        return new Hold(
                row.getObject("id", UUID.class),
                new ElderId(row.getObject("elder", UUID.class)),
                row.getString("benefit"),
                YearMonth.from(row.getObject("month", java.time.LocalDate.class)),
                new Place(row.getString("place")),
                row.getObject("enrolment", UUID.class),
                row.getString("missing_zh"),
                row.getString("missing_en"),
                choice == null
                        ? null
                        : new Hold.Decision(
                                Hold.Choice.valueOf(choice),
                                row.getString("decided_name"),
                                Rows.instant(row, "decided_at"),
                                row.getString("reason")));
    }
}
