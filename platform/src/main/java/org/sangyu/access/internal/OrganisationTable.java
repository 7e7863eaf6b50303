package org.sangyu.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.shared.Organisation;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of organisations. */
@Unscoped("organisations are kept by the installation's administrator and say nothing about elders")
@Repository
class OrganisationTable {

    private static final String ALL = """
            select o.id, o.kind, o.name, o.place, o.department, o.from_day, o.to_day, (select count(*)
                from access.desk_grant g where g.organisation = o.id and (g.to_day is null or g.to_day > :today)) as desks
            from access.organisation o
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OrganisationTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those whose name begins with the text; what is over comes last. */
    List<OrganisationEntry> list(String beginning, int offset, int limit) {
        return jdbc.sql(ALL + " where o.name >= :start and o.name < :end"
                        + " order by coalesce(o.to_day <= :today, false), o.name, o.id offset :offset limit :limit")
                .param("today", LocalDate.now(clock))
                .param("start", beginning)
                .param("end", beginning + "\udbff\udfff")
                .param("offset", offset)
                .param("limit", limit)
                .query(OrganisationTable::entry)
                .list();
    }

    Optional<OrganisationEntry> find(UUID id) {
        return jdbc.sql(ALL + " where o.id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .query(OrganisationTable::entry)
                .optional();
    }

    /** Those of a kind that are not over and whose name begins with the text. */
    List<OrganisationEntry> findOpen(Organisation.Kind kind, String beginning, int limit) {
        return jdbc.sql(ALL + " where o.kind = :kind and o.name >= :start and o.name < :end"
                        + " and (o.to_day is null or o.to_day > :today) order by o.name, o.id limit :limit")
                .param("today", LocalDate.now(clock))
                .param("kind", kind.name())
                .param("start", beginning)
                .param("end", beginning + "\udbff\udfff")
                .param("limit", limit)
                .query(OrganisationTable::entry)
                .list();
    }

    /** False when another of its kind has this name there and no end. */
    boolean add(OrganisationEntry wanted) {
        return jdbc.sql("""
                        insert into access.organisation (id, kind, name, place, department, from_day, to_day)
                        select :id, :kind, :name, :place, :department, :from, cast(:to as date)
                        where not exists (select 1 from access.organisation o where o.kind = :kind and o.place = :place
                            and o.name = :name and (o.to_day is null or o.to_day > :from))""")
                        .param("id", wanted.id())
                        .param("kind", wanted.kind().name())
                        .param("name", wanted.name())
                        .param("place", wanted.place().path())
                        .param("department", wanted.department())
                        .param("from", wanted.from())
                        .param("to", wanted.to(), java.sql.Types.DATE)
                        .update()
                == 1;
    }

    /** False when another of its kind has this name there. */
    boolean rename(OrganisationEntry entry, String name) {
        return jdbc.sql("""
                        update access.organisation set name = :name where id = :id and not exists (select 1
                            from access.organisation o where o.kind = :kind and o.place = :place and o.name = :name
                            and o.id <> :id and (o.to_day is null or o.to_day > :today))""")
                        .param("id", entry.id())
                        .param("kind", entry.kind().name())
                        .param("place", entry.place().path())
                        .param("name", name)
                        .param("today", LocalDate.now(clock))
                        .update()
                == 1;
    }

    /** Ends it and every desk held in it, today. */
    void end(UUID id) {
        for (String table : List.of(
                "access.organisation set %s where id = :id",
                "access.desk_grant set %s where" + " organisation = :id")) {
            jdbc.sql("update " + table.formatted("to_day = greatest(from_day, cast(:today as date))")
                            + " and (to_day is null or to_day > :today)")
                    .param("today", LocalDate.now(clock))
                    .param("id", id)
                    .update();
        }
    }

    private static OrganisationEntry entry(ResultSet row, int number) throws SQLException {
        return new OrganisationEntry(
                row.getObject("id", UUID.class),
                Organisation.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                new Place(row.getString("place")),
                row.getString("department"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getInt("desks"));
    }
}
