package org.sangyu.desk.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Followable;
import org.sangyu.shared.Followed;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What an account follows, at most {@link #MOST} things. */
@Unscoped("marks of one account, no facts; what they are about is read in the desk's scope")
@Repository
public class Follows implements Followed {

    /** More than this nobody can keep an eye on. */
    public static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    Follows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One mark. */
    public record Mark(Followable.Kind kind, UUID subject) {}

    /** The marks of the current account, newest first. */
    @Transactional(readOnly = true)
    public List<Mark> list() {
        return jdbc.sql("select kind, subject from desk.followed where account = :account order by since desc, subject")
                .param("account", CurrentDesk.get().account())
                .query((row, number) ->
                        new Mark(Followable.Kind.valueOf(row.getString("kind")), row.getObject("subject", UUID.class)))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isFollowed(Followable.Kind kind, UUID subject) {
        return jdbc.sql("select exists (select from desk.followed where account = :account and kind = :kind"
                        + " and subject = :subject)")
                .param("account", CurrentDesk.get().account())
                .param("kind", kind.name())
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    /**
     * Begins to follow; what is followed already stays as it is.
     *
     * @return false when the account follows {@link #MOST} other things
     */
    @Transactional
    public boolean follow(Mark mark) {
        String account = CurrentDesk.get().account();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('desk.followed ' || :account, 0))")
                .param("account", account)
                .query(row -> {});
        jdbc.sql("""
                        insert into desk.followed (account, kind, subject, since)
                        select :account, :kind, :subject, :now
                        where (select count(*) from desk.followed where account = :account) < :most
                        on conflict do nothing
                        """)
                .param("account", account)
                .param("kind", mark.kind().name())
                .param("subject", mark.subject())
                .param("now", OffsetDateTime.now(clock))
                .param("most", MOST)
                .update();
        return isFollowed(mark.kind(), mark.subject());
    }

    /** Follows no longer; nothing when it was not followed. */
    @Transactional
    public void unfollow(Mark mark) {
        jdbc.sql("delete from desk.followed where account = :account and kind = :kind and subject = :subject")
                .param("account", CurrentDesk.get().account())
                .param("kind", mark.kind().name())
                .param("subject", mark.subject())
                .update();
    }
}
