package org.sangyu.files.internal;

import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sangyu.files.Downloads;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows that say whose a file is, around the {@link Shelf} that holds its bytes. */
@Unscoped("a file is asked for by its digest, whose place row security checks")
@Component
class StoredFiles implements Files, Downloads {

    private final Shelf shelf;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    StoredFiles(Shelf shelf, JdbcClient jdbc, Audit audit, Clock clock) {
        this.shelf = shelf;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Stored store(String name, String mediaType, Writer writer) {
        return store(CurrentDesk.get().place(), name, mediaType, writer);
    }

    @Override
    @Transactional
    public Stored store(Place owner, String name, String mediaType, Writer writer) {
        return store(owner, Set.of(), new Named(name, mediaType), writer);
    }

    @Override
    @Transactional
    public Stored storeFor(Set<Role> roles, String name, String mediaType, Writer writer) {
        return store(CurrentDesk.get().place(), roles, new Named(name, mediaType), writer);
    }

    private record Named(String name, String mediaType) {}

    /** @param roles who may download it; empty for every desk whose scope holds the owner */
    private Stored store(Place owner, Set<Role> roles, Named named, Writer writer) {
        Shelf.Put put = shelf.put(writer);
        jdbc.sql("""
                        insert into files.file (sha256, place, name, media_type, bytes, account, stored_at, roles)
                        values (:sha256, :place, :name, :mediaType, :bytes, :account, :now, :roles)
                        on conflict do nothing
                        """)
                .param("sha256", put.sha256())
                .param("place", owner.path())
                .param("name", named.name())
                .param("mediaType", named.mediaType())
                .param("bytes", put.bytes())
                .param("account", CurrentDesk.get().account())
                .param("now", Timestamp.from(clock.instant()))
                .param("roles", roles.stream().map(Role::name).sorted().toArray(String[]::new))
                .update();
        return new Stored(put.sha256(), named.name(), named.mediaType(), put.bytes());
    }

    @Override
    @Transactional
    public void shareWithAll(Stored file) {
        Scope scope = CurrentDesk.get().scope();
        int changed = jdbc.sql("""
                        update files.file set shared = true
                        where sha256 = :sha256 and name = :name and place >= :lo and place < :hi
                        """)
                .param("sha256", file.sha256())
                .param("name", file.name())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .update();
        if (changed == 0) {
            throw new IllegalArgumentException("no file " + file.sha256() + " in the scope of this desk");
        }
    }

    @Override
    public InputStream open(String sha256) {
        return shelf.open(sha256);
    }

    @Override
    @Transactional
    public Optional<Stored> take(String sha256, Scope scope) {
        Desk desk = CurrentDesk.get();
        Optional<Stored> found = jdbc.sql("""
                        select sha256, name, media_type, bytes from files.file
                        where sha256 = :sha256 and (shared or (place >= :lo and place < :hi))
                          and (roles = '{}' or (place = :desk and :role = any (roles)))
                          and (:people or shared or account = :me)
                        order by stored_at desc limit 1
                        """)
                .param("sha256", sha256)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("desk", desk.place().path())
                .param("role", desk.role().name())
                .param("people", desk.role().seesPeople())
                .param("me", desk.account())
                .query((row, number) -> new Stored(
                        row.getString("sha256"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("bytes")))
                .optional();
        found.ifPresent(file -> audit.write(
                "files.download",
                null,
                CurrentDesk.get().place(),
                Map.of("sha256", file.sha256(), "name", file.name())));
        return found;
    }
}
