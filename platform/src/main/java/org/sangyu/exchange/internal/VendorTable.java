package org.sangyu.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Vendors; read before anybody is known, hence without a scope. */
@Unscoped("vendors say what may be asked; they hold no people")
@Repository
class VendorTable {

    private static final String READ = "select id, name, region, from_day, to_day, revoked_at, last_used, created,"
            + " created_by from exchange.vendor ";

    private final JdbcClient jdbc;

    VendorTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Vendor vendor, byte[] secret) {
        jdbc.sql("""
            insert into exchange.vendor (id, name, region, secret, from_day, to_day, created, created_by)
            values (:id, :name, :region, :secret, :from, :to, :created, :by)
            """)
                .param("id", vendor.id())
                .param("name", vendor.name())
                .param("region", vendor.region() == null ? "" : vendor.region().digits())
                .param("secret", secret)
                .param("from", vendor.from())
                .param("to", vendor.to(), java.sql.Types.DATE)
                .param("created", at(vendor.created()))
                .param("by", vendor.createdBy())
                .update();
    }

    /** Newest first. */
    List<Vendor> list(int offset, int limit) {
        return jdbc.sql(READ + "order by created desc, id offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(VendorTable::vendor)
                .list();
    }

    Optional<Vendor> find(UUID id) {
        return jdbc.sql(READ + "where id = :id")
                .param("id", id)
                .query(VendorTable::vendor)
                .optional();
    }

    /** Whosever token it is, whatever has become of it. */
    Optional<Vendor> findBySecret(byte[] secret) {
        return jdbc.sql(READ + "where secret = :secret")
                .param("secret", secret)
                .query(VendorTable::vendor)
                .optional();
    }

    /** False when it was revoked before. */
    boolean revoke(UUID id, Instant now) {
        return jdbc.sql("update exchange.vendor set revoked_at = :now where id = :id and revoked_at is null")
                        .param("now", at(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    void used(UUID id, Instant now) {
        jdbc.sql("update exchange.vendor set last_used = :now where id = :id")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Vendor vendor(ResultSet row, int number) throws SQLException {
        String region = row.getString("region");
        return new Vendor(
                row.getObject("id", UUID.class),
                row.getString("name"),
                region.isEmpty() ? null : new RegionCode(region),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                instant(row, "revoked_at"),
                instant(row, "last_used"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getString("created_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
