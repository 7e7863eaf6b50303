package org.sangyu.access.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.seal.Entry;
import org.sangyu.access.seal.Seal;
import org.sangyu.shared.NewestSeal;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Time;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What an auditor reads: lines by person, thing, action and day, and how far they are sealed. */
@Repository
@Transactional(readOnly = true)
public class LedgerReading implements NewestSeal {

    private static final String IN_SCOPE =
            "(l.place >= :lo and l.place < :hi or l.place is null and 'C' >= :lo and 'C' < :hi)";

    private final JdbcClient jdbc;
    private final SealTable seals;

    LedgerReading(JdbcClient jdbc, SealTable seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /**
     * What is looked for; what is null or empty does not narrow.
     *
     * @param who sign-in name, or the beginning of a person's name
     * @param verb what was done
     * @param subject id of the thing or elder
     * @param from first day
     * @param to last day
     */
    public record Sought(
            String who,
            String verb,
            @Nullable UUID subject,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** One line, and the number of its seal; null while it has none. */
    public record Line(Entry entry, @Nullable Long seal) {}

    /** Lines inside the scope, the newest first. */
    public List<Line> list(Scope scope, Sought sought, int offset, int limit) {
        List<String> conditions = new ArrayList<>(List.of(IN_SCOPE));
        Map<String, Object> parameters = new HashMap<>();
        if (!sought.who().isEmpty()) {
            conditions.add("(l.account = :account or l.person like :person)");
            parameters.put("account", sought.who());
            parameters.put("person", sought.who().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (!sought.verb().isEmpty()) {
            conditions.add("l.verb = :verb");
            parameters.put("verb", sought.verb());
        }
        if (sought.subject() != null) {
            conditions.add("l.subject = :subject");
            parameters.put("subject", sought.subject());
        }
        if (sought.from() != null) {
            conditions.add("l.at >= :from");
            parameters.put("from", start(sought.from()));
        }
        if (sought.to() != null) {
            conditions.add("l.at < :to");
            parameters.put("to", start(sought.to().plusDays(1)));
        }
        return jdbc.sql("select " + SealTable.LINE + ", f.seal from (select l.* from access.audit_line l where "
                        + String.join(" and ", conditions)
                        + " order by l.at desc, l.id desc offset :offset limit :limit) l"
                        + " left join access.audit_leaf f on f.line = l.id order by l.at desc, l.id desc")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("offset", offset)
                .param("limit", limit)
                .params(parameters)
                .query((row, number) -> new Line(seals.entry(row), row.getObject("seal", Long.class)))
                .list();
    }

    /** One line inside the scope, by its number. */
    public Optional<Line> find(long id, Scope scope) {
        return jdbc.sql("select " + SealTable.LINE + ", f.seal from access.audit_line l"
                        + " left join access.audit_leaf f on f.line = l.id where l.id = :id and " + IN_SCOPE)
                .param("id", id)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> new Line(seals.entry(row), row.getObject("seal", Long.class)))
                .optional();
    }

    /** Actions that occur inside the scope. */
    public List<String> verbs(Scope scope) {
        return jdbc.sql("select distinct l.verb from access.audit_line l where " + IN_SCOPE + " order by 1")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The newest seal of the installation. */
    @Unscoped("a seal runs over the whole installation and names nobody")
    public Optional<Seal> newest() {
        return seals.newest();
    }

    @Override
    @Unscoped("a seal runs over the whole installation and names nobody")
    public String text() {
        return seals.newest()
                .map(seal -> seal.number() + " " + HexFormat.of().formatHex(seal.chain()))
                .orElse("");
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Time.ZONE).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }
}
