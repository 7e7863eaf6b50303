package org.sangyu.registry.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.FactKind;
import org.sangyu.registry.Period;
import org.sangyu.registry.internal.Precedence.Claim;
import org.sangyu.registry.internal.SourceRanks.Ranks;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Fact.Provenance;
import org.sangyu.shared.FactSource.FactQuery;
import org.sangyu.shared.Time;

/** One fact table, read by a database cursor in the order of elder ids, standing on the next row. */
final class FactCursor implements AutoCloseable {

    private static final int FETCH = 2_000;
    private static final int FIXED = 5;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Ranks ranks;
    private final FactKind kind;

    /** Which column says where the person belongs; 0 when the order of sources is the same everywhere. */
    private final int place;

    private @Nullable ElderId elder;
    private Provenance last = new Provenance("", LocalDate.EPOCH);
    private double lastRecorded = Double.NaN;

    /** Opens the cursor; columns follow five that every table has. */
    FactCursor(Connection connection, FactQuery query, Ranks ranks, FactTable of, String columns) throws SQLException {
        this.ranks = ranks;
        this.kind = of.kind();
        this.place = ranks.areEverywhereTheSame() ? 0 : FIXED + columns.split(",", -1).length + 1;
        statement = connection.prepareStatement(sql(query, place == 0 ? columns : columns + ", place", of.table()));
        try {
            statement.setFetchSize(FETCH);
            bind(statement, query);
            rows = statement.executeQuery();
            advance();
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static String sql(FactQuery query, String columns, String table) {
        return "select elder, valid_from, valid_to, source, date_part('epoch', recorded_from), " + columns
                + " from " + table
                + (query.scope().people().isEmpty()
                        ? " where place >= ? and place < ?"
                        : " where (place >= ? and place < ? or elder = any(?::uuid[]))")
                + (query.people() == null ? "" : " and elder = any(?::uuid[])")
                + (query.knownAt() == null
                        ? " and recorded_to = 'infinity'"
                        : " and recorded_from <= ? and recorded_to > ?")
                + " order by elder";
    }

    private static void bind(PreparedStatement statement, FactQuery query) throws SQLException {
        int next = 1;
        statement.setString(next++, query.scope().lo());
        statement.setString(next++, query.scope().hi());
        List<ElderId> people = query.people();
        Instant knownAt = query.knownAt();
        if (!query.scope().people().isEmpty()) {
            statement.setString(next++, ScopeSql.people(query.scope()));
        }
        if (people != null) {
            statement.setString(next++, ScopeSql.array(people));
        }
        if (knownAt != null) {
            OffsetDateTime at = OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC);
            statement.setObject(next++, at);
            statement.setObject(next, at);
        }
    }

    /** Whose row comes next, or null at the end. */
    @Nullable
    ElderId elder() {
        return elder;
    }

    /** Hands over all rows of the person the cursor stands on. */
    void take(ElderId person, Taker taker) throws SQLException {
        while (person.equals(elder)) {
            taker.take(this);
            advance();
        }
    }

    String text(int column) throws SQLException {
        return rows.getString(FIXED + column);
    }

    @Nullable
    String textOrNull(int column) throws SQLException {
        return rows.getString(FIXED + column);
    }

    @Nullable
    LocalDate day(int column) throws SQLException {
        return rows.getObject(FIXED + column, LocalDate.class);
    }

    int number(int column) throws SQLException {
        return rows.getInt(FIXED + column);
    }

    @Nullable
    Long longOrNull(int column) throws SQLException {
        long value = rows.getLong(FIXED + column);
        return rows.wasNull() ? null : value;
    }

    Period valid() throws SQLException {
        LocalDate from = rows.getObject(2, LocalDate.class);
        LocalDate to = rows.getObject(3, LocalDate.class);
        return new Period(from.equals(LocalDate.MIN) ? null : from, to.equals(LocalDate.MAX) ? null : to);
    }

    Provenance said() throws SQLException {
        String source = rows.getString(4);
        double recorded = rows.getDouble(5);
        if (recorded != lastRecorded || !last.source().equals(source)) {
            LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond((long) recorded), Time.ZONE);
            last = new Provenance(source, day);
            lastRecorded = recorded;
        }
        return last;
    }

    <T> Claim<T> claim(T value) throws SQLException {
        return new Claim<>(value, valid(), rank(), (long) (rows.getDouble(5) * 1000));
    }

    private int rank() throws SQLException {
        return ranks.of(rows.getString(4), kind, place == 0 ? "" : rows.getString(place));
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    static void closeAll(Stream<FactCursor> cursors) {
        cursors.forEach(cursor -> {
            try {
                cursor.close();
            } catch (SQLException e) {
                throw new IllegalStateException("a cursor could not be closed", e);
            }
        });
    }

    private void advance() throws SQLException {
        elder = rows.next() ? new ElderId(rows.getObject(1, UUID.class)) : null;
    }

    /** Reads the row a cursor stands on. */
    interface Taker {
        void take(FactCursor row) throws SQLException;
    }
}
