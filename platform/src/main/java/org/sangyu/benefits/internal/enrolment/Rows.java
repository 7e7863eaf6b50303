package org.sangyu.benefits.internal.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;

/** Reads columns of this schema into the types of this package; months are kept as their first day. */
final class Rows {

    private Rows() {}

    static Enrolment enrolment(ResultSet row, int number) throws SQLException {
        long fen = row.getLong("decided_fen");
        Money amount = row.wasNull() ? null : new Money(fen);
        return new Enrolment(
                row.getObject("id", UUID.class),
                new ElderId(row.getObject("elder", UUID.class)),
                row.getString("benefit"),
                new Place(row.getString("county")),
                new Place(row.getString("place")),
                EnrolmentStatus.valueOf(row.getString("status")),
                row.getBoolean("returned"),
                EnrolmentWay.valueOf(row.getString("way")),
                row.getObject("applied_on", LocalDate.class),
                row.getString("applicant"),
                month(row, "reached"),
                month(row, "first_payable"),
                month(row, "ended_from"),
                month(row, "paid_before_to"),
                row.getObject("payee_account", UUID.class),
                month(row, "decided_month"),
                amount,
                new Enrolment.Because(row.getString("because_zh"), row.getString("because_en")),
                row.getString("why"),
                row.getObject("answer_by", LocalDate.class),
                row.getObject("last_step", UUID.class),
                row.getObject("stepped_on", LocalDate.class),
                row.getObject("notice", UUID.class),
                row.getInt("version"));
    }

    static EnrolmentStep step(ResultSet row, int number) throws SQLException {
        String from = row.getString("from_status");
        return new EnrolmentStep(
                row.getString("verb"),
                from == null ? null : EnrolmentStatus.valueOf(from),
                EnrolmentStatus.valueOf(row.getString("to_status")),
                instant(row, "at"),
                row.getString("by_name"),
                row.getString("by_role"),
                row.getString("why"));
    }

    static @Nullable YearMonth month(ResultSet row, String column) throws SQLException {
        LocalDate first = row.getObject(column, LocalDate.class);
        return first == null ? null : YearMonth.from(first);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable LocalDate first(@Nullable YearMonth month) {
        return month == null ? null : month.atDay(1);
    }

    /** An array literal, to be cast to {@code uuid[]}. */
    static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
