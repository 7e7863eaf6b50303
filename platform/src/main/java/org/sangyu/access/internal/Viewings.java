package org.sangyu.access.internal;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a system administrator look at somebody's pages (代看), only because that person asked for it just now.
 *
 * <p>The administrators see no people by themselves. The person at the desk draws a code and tells it; with it the
 * administrator sees what that desk sees, changes nothing, and is named in the ledger for every page.
 */
@Unscoped("who looks at whose pages says nothing about elders; only one's own are listed")
@Component
public class Viewings {

    private static final int DIGITS = 8;
    private static final int SHOWN = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final TimeOrderedIds ids;
    private final Audit audit;
    private final ViewAsRules rules;
    private final Clock clock;

    Viewings(JdbcClient jdbc, FieldCipher cipher, TimeOrderedIds ids, Audit audit, ViewAsRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.ids = ids;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * One offer of the person at work.
     *
     * @param viewer who looked, or null while nobody did
     * @param open true until it ended
     */
    public record Offer(
            UUID id,
            Instant offered,
            Instant until,
            @Nullable String viewer,
            String reason,
            @Nullable Instant begun,
            @Nullable Instant ended,
            boolean open) {}

    /** A code just drawn, shown once. */
    public record Drawn(UUID id, String code, Instant until) {}

    /** How a view begins, or why not. */
    public sealed interface Begun {

        /** It runs. */
        record Running(UUID id) implements Begun {}

        /** Nobody with this sign-in name offers this code; which of the two is wrong is not said. */
        record NoSuchOffer() implements Begun {}
    }

    /** True for a desk that may be shown: everybody at work with people. */
    public static boolean mayOffer(Role role) {
        return Role.caseWork().contains(role);
    }

    /** How long an offer lasts, in minutes. */
    public long minutes() {
        return rules.lasts().toMinutes();
    }

    /** Draws a code for the desk in use; an earlier offer ends. */
    @Transactional
    public Drawn offer(UUID desk) {
        endMine();
        UUID id = ids.next();
        String code = RANDOM.ints(DIGITS, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
        Instant until = clock.instant().plus(rules.lasts());
        jdbc.sql("""
                        insert into access.viewing (id, account, desk, code, offered, until)
                        select :id, a.id, :desk, :code, :now, :until from access.account a where a.name = :me
                        """)
                .param("id", id)
                .param("desk", desk)
                .param("code", hash(id, code))
                .param("now", now())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("me", CurrentDesk.get().account())
                .update();
        audit.write("access.view-as.offer", id, CurrentDesk.get().place(), Map.of("until", until.toString()));
        return new Drawn(id, code, until);
    }

    /** Ends what the person at work offered, a running view at its next click. False when there was nothing. */
    @Transactional
    public boolean endMine() {
        List<UUID> ended = jdbc.sql("""
                        update access.viewing set ended = :now
                        where account = (select id from access.account where name = :me) and ended is null and until > :now
                        returning id
                        """)
                .param("now", now())
                .param("me", CurrentDesk.get().account())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        ended.forEach(
                id -> audit.write("access.view-as.end", id, CurrentDesk.get().place(), Map.of()));
        return !ended.isEmpty();
    }

    /** What the person at work offered, the newest first. */
    @Transactional(readOnly = true)
    public List<Offer> list() {
        return jdbc.sql("""
                        select v.*, w.person as viewer_name, v.ended is null and v.until > :now as open from access.viewing v
                        join access.account a on a.id = v.account left join access.account w on w.id = v.viewer
                        where a.name = :me order by v.offered desc, v.id desc limit :shown
                        """)
                .param("now", now())
                .param("me", CurrentDesk.get().account())
                .param("shown", SHOWN)
                .query(Viewings::offer)
                .list();
    }

    /** Begins to look with the code that somebody told; too many wrong ones end the offer. */
    @Transactional
    public Begun begin(String account, String code, String reason) {
        Desk viewer = CurrentDesk.get();
        Optional<UUID> open = jdbc.sql("""
                        select v.id from access.viewing v join access.account a on a.id = v.account
                        where a.name = :account and a.name <> :me and v.begun is null and v.ended is null and v.until > :now
                          and v.tries < :tries order by v.offered desc limit 1 for update of v
                        """)
                .param("account", account)
                .param("me", viewer.account())
                .param("now", now())
                .param("tries", rules.tries())
                .query(UUID.class)
                .optional();
        boolean right = open.filter(id -> isRight(id, code)).isPresent();
        if (!right) {
            open.ifPresent(this::countTry);
            audit.write("access.view-as.refused", null, viewer.place(), Map.of("account", account));
            return new Begun.NoSuchOffer();
        }
        UUID id = open.orElseThrow();
        jdbc.sql("""
                        update access.viewing set begun = :now, reason = :reason,
                            viewer = (select id from access.account where name = :me)
                        where id = :id
                        """)
                .param("now", now())
                .param("reason", reason)
                .param("me", viewer.account())
                .param("id", id)
                .update();
        audit.write("access.view-as.begin", id, viewer.place(), Map.of("account", account, "reason", reason));
        return new Begun.Running(id);
    }

    /** The administrator stops looking. */
    @Transactional
    public void end(UUID id) {
        jdbc.sql("update access.viewing set ended = :now where id = :id and ended is null")
                .param("now", now())
                .param("id", id)
                .update();
        audit.write("access.view-as.end", id, null, Map.of());
    }

    /** Until when an offer is open; empty once it ended by itself or by either. */
    @Transactional(readOnly = true)
    Optional<Instant> openUntil(UUID id) {
        return jdbc.sql("select until from access.viewing where id = :id and ended is null and until > :now")
                .param("id", id)
                .param("now", now())
                .query((row, number) ->
                        row.getObject("until", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** What runs: whose account is looked at, at which desk; empty once it ended by itself or by either. */
    @Transactional(readOnly = true)
    Optional<Running> running(UUID id, UUID viewer) {
        return jdbc.sql("""
                        select account, desk, reason, until from access.viewing
                        where id = :id and viewer = :viewer and ended is null and until > :now
                        """)
                .param("id", id)
                .param("viewer", viewer)
                .param("now", now())
                .query((row, number) -> new Running(
                        row.getObject("account", UUID.class),
                        row.getObject("desk", UUID.class),
                        row.getString("reason"),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** A view as stored. */
    record Running(UUID account, UUID desk, String reason, Instant until) {}

    private boolean isRight(UUID id, String code) {
        return jdbc.sql("select code = :code from access.viewing where id = :id")
                .param("code", hash(id, code))
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private void countTry(UUID id) {
        jdbc.sql("update access.viewing set tries = tries + 1 where id = :id")
                .param("id", id)
                .update();
    }

    private byte[] hash(UUID id, String code) {
        return cipher.blindIndex(FieldCipher.Field.SECRET, id + "/" + code);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        OffsetDateTime begun = row.getObject("begun", OffsetDateTime.class);
        OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
        return new Offer(
                row.getObject("id", UUID.class),
                row.getObject("offered", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getString("viewer_name"),
                row.getString("reason"),
                begun == null ? null : begun.toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getBoolean("open"));
    }
}
