package org.sangyu.access.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.Ledger;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes the ledger; the application's role may add lines and read them, nothing else. */
@Component
class AuditLedger implements Audit, Ledger {

    private static final String PAGE_VIEWED = "access.view-as.page";

    private final JdbcClient jdbc;
    private final PersonKeys keys;
    private final TransactionTemplate apart;
    private final Clock clock;

    AuditLedger(JdbcClient jdbc, PersonKeys keys, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public void write(String verb, @Nullable UUID subject, @Nullable Place place, Map<String, String> detail) {
        insert(Line.of(CurrentDesk.get(), verb), subject, place, detail);
    }

    @Override
    public void write(String verb, UUID subject, Place place, Personal detail) {
        Map<String, String> all = new HashMap<>(detail.open());
        if (!detail.guarded().isEmpty()) {
            all.putAll(keys.guard(detail.elder(), verb, detail.guarded()));
        }
        write(verb, subject, place, all);
    }

    void signedIn(SignedIn person) {
        insert(new Line(person.getUsername(), person.person(), "", "", "access.sign-in"), person.id(), null, Map.of());
    }

    void signedOut(SignedIn person) {
        insert(new Line(person.getUsername(), person.person(), "", "", "access.sign-out"), person.id(), null, Map.of());
    }

    /** A sign-in that failed; what was typed is kept only when it is the name of an account: else it may be a password. */
    void signInRefused(String account, String why) {
        insert(new Line(account, "", "", "", "access.sign-in.refused"), null, null, Map.of("why", why));
    }

    /** A page that an administrator opened as somebody else. */
    void viewed(Viewing viewing, String path) {
        Line line = Line.of(viewing.viewed().desk(), PAGE_VIEWED);
        insert(line, viewing.id(), viewing.viewed().place(), Map.of("path", path));
    }

    /** A request that the desk may not make. */
    void refused(Desk desk, String method, String path) {
        insert(Line.of(desk, "access.refused"), null, desk.place(), Map.of("method", method, "path", path));
    }

    @Override
    public List<Deed> listLatest(Scope scope, Place county, int limit) {
        return jdbc.sql("""
                        select at, person, verb, subject, place from access.audit_line
                        where left(place, 7) = :county and place >= :lo and place < :hi and verb <> :looking
                        order by id desc limit :limit
                        """)
                .param("county", county.at(PlaceLevel.COUNTY).path())
                .param("looking", PAGE_VIEWED)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("limit", limit)
                .query((row, number) -> new Deed(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("person"),
                        row.getString("verb"),
                        row.getObject("subject", UUID.class),
                        new Place(row.getString("place"))))
                .list();
    }

    private record Line(String account, String person, String role, String deskPlace, String verb) {

        /** Names the administrator, not the person whose pages are looked at. */
        private static Line of(Desk desk, String verb) {
            Desk who = Viewing.now().map(Viewing::viewer).orElse(desk);
            return new Line(
                    who.account(), who.name(), who.role().name(), who.place().path(), verb);
        }
    }

    /** What was said, and as whom and for what when an administrator looks at somebody's pages. */
    private static Map<String, String> withViewing(Map<String, String> detail) {
        return Viewing.now()
                .<Map<String, String>>map(viewing -> {
                    Map<String, String> more = new TreeMap<>(detail);
                    more.put("as", viewing.viewed().account());
                    more.put("viewing", viewing.viewed().person());
                    more.putIfAbsent("reason", viewing.reason());
                    return more;
                })
                .orElse(detail);
    }

    /** In the transaction of what is written down; in one of its own where that one can change nothing. */
    private void insert(Line line, @Nullable UUID subject, @Nullable Place place, Map<String, String> said) {
        if (CurrentDesk.isOnlyLooking()) {
            CurrentDesk.noteLook(() -> apart.executeWithoutResult(status -> add(line, subject, place, said)));
        } else {
            add(line, subject, place, said);
        }
    }

    private void add(Line line, @Nullable UUID subject, @Nullable Place place, Map<String, String> said) {
        Map<String, String> detail = withViewing(said);
        String[] keys = detail.keySet().toArray(String[]::new);
        String[] values = detail.values().toArray(String[]::new);
        jdbc.sql("""
                        insert into access.audit_line
                            (at, account, person, role, desk_place, address, verb, subject, place, detail)
                        values (:at, :account, :person, :role, :deskPlace, :address, :verb, :subject, :place,
                            jsonb_object(:keys, :values))
                        """)
                .param("at", OffsetDateTime.now(clock))
                .param("account", line.account())
                .param("person", line.person())
                .param("role", line.role())
                .param("deskPlace", line.deskPlace())
                .param("address", address())
                .param("verb", line.verb())
                .param("subject", subject, java.sql.Types.OTHER)
                .param("place", place == null ? null : place.path(), java.sql.Types.VARCHAR)
                .param("keys", keys)
                .param("values", values)
                .update();
    }

    /** Where the request came from; empty for work in the background. */
    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "";
    }
}
