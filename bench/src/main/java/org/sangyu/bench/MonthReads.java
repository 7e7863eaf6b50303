package org.sangyu.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sangyu.shared.Desk;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The SELECTs with which a month reads a county, as the application's role in one transaction of the same desk, decoded
 * into the same columns; nothing is made of them.
 */
final class MonthReads {

    private static final int FETCH = 2_000;
    private static final int CHUNK = 2_000;
    private static final List<String> FACTS = List.of(
            "identity_fact:name, born, sex",
            "residence_fact:kind, at",
            "tag_fact:tag, attributes::text",
            "ability_fact:level, instrument",
            "ltci_fact:grade",
            "institution_fact:institution",
            "life_fact:kind",
            "receipt_fact:benefit, amount_fen");
    private static final List<String> BOOKS = List.of(
            """
            select e.id, e.elder, e.benefit, e.place, e.status, e.ended_from,
                greatest(e.first_payable, e.paid_before_to) as pays_from, a.state as account, a.confirmed_at
            from benefits.enrolment e left join benefits.payee_account a on a.id = e.payee_account
            where e.county = ? and e.benefit = any (?) and e.first_payable is not null
                and e.status in ('ACTIVE', 'SUSPENDED', 'ENDED')
            order by e.elder, e.benefit, pays_from""",
            """
            select elder, benefit, valid_from, valid_to, outcome, fen, reasons_hash, facts, policy
            from benefits.decision_span
            where county = ? and benefit = any (?) and recorded_to is null and valid_to is null""",
            "select elder, benefit, month from benefits.hold where county = ? and benefit = any (?)"
                    + " and decision = 'PAY_ON'",
            "select distinct elder, benefit from benefits.line where county = ? and benefit = any (?)"
                    + " and hold is not null",
            "select r.id, r.elder, r.benefit from benefits.recovery_case r where county = ? and benefit = any (?)"
                    + " and r.closed_on is null");
    private static final String DUES = "select elder, benefit, period, fen from benefits.due where county = ?"
            + " and benefit = any (?) and (month >= ? or month = date '1900-01-01')";
    private static final String LINES = "select l.id, l.elder, l.benefit, l.period, l.kind, l.fen, l.hold, l.cycle"
            + " from benefits.line l where l.county = ? and l.benefit = any (?)"
            + " and (l.month >= ? or l.month = date '1900-01-01')";
    private static final String SPANS = "select elder, benefit, valid_from, valid_to, outcome, fen, reasons_hash"
            + " from benefits.decision_span where county = ? and benefit = any (?) and elder in (select unnest(?))"
            + " and recorded_to is null order by elder, benefit, valid_from";

    private final World world;
    private final Desk desk;
    private final String[] benefits;

    MonthReads(World world, Desk desk, String benefit) {
        this.world = world;
        this.desk = desk;
        this.benefits = new String[] {benefit};
    }

    /**
     * Reads everything once.
     *
     * @param month the month computed
     * @param knownAt the instant at which facts are known
     * @param anew whose books are read as a whole, because all their months are worked out again
     * @return how many cells were read
     */
    long read(YearMonth month, OffsetDateTime knownAt, List<UUID> anew) {
        return world.at(
                desk,
                () -> world.bean(JdbcTemplate.class)
                        .execute((ConnectionCallback<Long>) connection -> read(connection, month, knownAt, anew)));
    }

    private long read(Connection connection, YearMonth month, OffsetDateTime knownAt, List<UUID> anew)
            throws SQLException {
        String county = desk.place().path();
        long cells = 0;
        for (String table : FACTS) {
            String[] parts = table.split(":");
            cells += decoded(
                    connection,
                    "select elder, valid_from, valid_to, source, date_part('epoch', recorded_from), " + parts[1]
                            + " from registry." + parts[0] + " where place >= ? and place < ?"
                            + " and recorded_from <= ? and recorded_to > ? order by elder",
                    desk.scope().lo(),
                    desk.scope().hi(),
                    knownAt,
                    knownAt);
        }
        for (String book : BOOKS) {
            cells += decoded(connection, book, county, benefits);
        }
        LocalDate first = month.atDay(1);
        cells += decoded(connection, DUES, county, benefits, first);
        cells += decoded(connection, LINES, county, benefits, first);
        for (int from = 0; from < anew.size(); from += CHUNK) {
            UUID[] chunk =
                    anew.subList(from, Math.min(from + CHUNK, anew.size())).toArray(UUID[]::new);
            LocalDate year = LocalDate.of(month.getYear(), 1, 1);
            cells += decoded(connection, DUES + " and elder in (select unnest(?))", county, benefits, year, chunk);
            cells += decoded(connection, LINES + " and l.elder in (select unnest(?))", county, benefits, year, chunk);
            cells += decoded(connection, SPANS, county, benefits, chunk);
        }
        return cells;
    }

    private static long decoded(Connection connection, String sql, Object... arguments) throws SQLException {
        long cells = 0;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH);
            for (int i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, argument(connection, arguments[i]));
            }
            try (ResultSet row = select.executeQuery()) {
                List<Column> columns = columns(row);
                while (row.next()) {
                    for (int i = 0; i < columns.size(); i++) {
                        cells += columns.get(i).read(row, i + 1) == null ? 0 : 1;
                    }
                }
            }
        }
        return cells;
    }

    private static Object argument(Connection connection, Object argument) throws SQLException {
        return switch (argument) {
            case UUID[] ids -> connection.createArrayOf("uuid", ids);
            case String[] texts -> connection.createArrayOf("text", texts);
            default -> argument;
        };
    }

    private interface Column {
        @org.jspecify.annotations.Nullable
        Object read(ResultSet row, int column) throws SQLException;
    }

    private static List<Column> columns(ResultSet rows) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String name = rows.getMetaData().getColumnTypeName(i);
            columns.add(
                    switch (rows.getMetaData().getColumnType(i)) {
                        case Types.DATE -> (row, column) -> row.getObject(column, LocalDate.class);
                        case Types.BIGINT -> ResultSet::getLong;
                        case Types.INTEGER, Types.SMALLINT -> ResultSet::getInt;
                        case Types.DOUBLE -> ResultSet::getDouble;
                        case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                            (row, column) -> row.getObject(column, OffsetDateTime.class);
                        default ->
                            name.equals("uuid")
                                    ? (row, column) -> row.getObject(column, UUID.class)
                                    : ResultSet::getString;
                    });
        }
        return columns;
    }
}
