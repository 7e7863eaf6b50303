package org.sangyu.benefits.internal.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Versions, files out and answers in, of one cycle. */
@Repository
@Unscoped("files and versions belong to a cycle that was found through a scope")
public class CycleFiles {

    private final JdbcClient jdbc;

    CycleFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A frozen version. */
    public record Version(
            int number,
            Instant frozenAt,
            String frozenBy,
            long lines,
            long people,
            long payFen,
            @Nullable String returnedBy,
            @Nullable String returnedWhy) {}

    /** All versions, the first one first. */
    @Transactional(readOnly = true)
    public List<Version> versions(UUID cycle) {
        return jdbc.sql("select * from benefits.cycle_version where cycle = :cycle order by version")
                .param("cycle", cycle)
                .query((row, n) -> new Version(
                        row.getInt("version"),
                        row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                        row.getString("frozen_by"),
                        row.getLong("lines"),
                        row.getLong("people"),
                        row.getLong("pay_fen"),
                        row.getString("returned_by"),
                        row.getString("returned_why")))
                .list();
    }

    /** A file for the bank, with how many of its payments stand how. */
    public record PayFile(
            UUID id,
            long number,
            int attempt,
            String format,
            String name,
            String madeBy,
            Instant madeAt,
            long lines,
            long fen,
            @Nullable String sha256,
            long paid,
            long paidFen,
            long failed,
            long failedFen,
            long sent,
            long unknown) {}

    /** Files of a cycle, the first attempt first. */
    @Transactional(readOnly = true)
    public List<PayFile> files(UUID cycle) {
        return jdbc.sql("""
            select f.*, o.paid, o.paid_fen, o.failed, o.failed_fen, o.sent, o.unknown from benefits.pay_file f
            left join lateral (select
                count(*) filter (where state = 'PAID') as paid,
                coalesce(sum(fen) filter (where state = 'PAID'), 0) as paid_fen,
                count(*) filter (where state = 'FAILED') as failed,
                coalesce(sum(fen) filter (where state = 'FAILED'), 0) as failed_fen,
                count(*) filter (where state in ('SENT', 'PENDING')) as sent,
                count(*) filter (where state = 'UNKNOWN') as unknown
                from benefits.pay_order where file = f.id) o on true
            where f.cycle = :cycle order by f.number\
            """)
                .param("cycle", cycle)
                .query((row, n) -> new PayFile(
                        row.getObject("id", UUID.class),
                        row.getLong("number"),
                        row.getInt("attempt"),
                        row.getString("format"),
                        row.getString("name"),
                        row.getString("made_by"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getLong("lines"),
                        row.getLong("fen"),
                        row.getString("sha256"),
                        row.getLong("paid"),
                        row.getLong("paid_fen"),
                        row.getLong("failed"),
                        row.getLong("failed_fen"),
                        row.getLong("sent"),
                        row.getLong("unknown")))
                .list();
    }

    /** An answer of the bank; not started yet while its columns are still looked at. */
    public record ReturnFile(
            UUID id,
            UUID file,
            String name,
            String readBy,
            Instant readAt,
            boolean started,
            boolean finished,
            long rows,
            long applied,
            long same,
            long listed) {}

    /** Answers read for a cycle, newest first. */
    @Transactional(readOnly = true)
    public List<ReturnFile> returns(UUID cycle) {
        return jdbc.sql("""
            select r.*, l.rows, l.applied, l.same from benefits.return_file r
            left join lateral (select count(*) as rows, count(*) filter (where verdict = 'APPLIED') as applied,
                count(*) filter (where verdict = 'SAME') as same
                from benefits.return_line where return_file = r.id) l on true
            where r.cycle = :cycle order by r.read_at desc\
            """)
                .param("cycle", cycle)
                .query((row, n) -> new ReturnFile(
                        row.getObject("id", UUID.class),
                        row.getObject("file", UUID.class),
                        row.getString("name"),
                        row.getString("read_by"),
                        row.getObject("read_at", OffsetDateTime.class).toInstant(),
                        row.getObject("started_at") != null,
                        row.getObject("finished_at") != null,
                        row.getLong("rows"),
                        row.getLong("applied"),
                        row.getLong("same"),
                        row.getLong("rows") - row.getLong("applied") - row.getLong("same")))
                .list();
    }

    /** One row of an answer. */
    public record ReturnLine(
            int row,
            String reference,
            @Nullable Long fen,
            String result,
            String reason,
            @Nullable LocalDate paidOn,
            String verdict) {}

    /** Rows of an answer; those that could not be applied come first. */
    @Transactional(readOnly = true)
    public List<ReturnLine> returnLines(UUID returnFile, int offset, int limit) {
        return jdbc.sql("""
            select * from benefits.return_line where return_file = :id
            order by verdict in ('APPLIED', 'SAME'), row_no offset :offset limit :limit\
            """)
                .param("id", returnFile)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new ReturnLine(
                        row.getInt("row_no"),
                        row.getString("reference"),
                        row.getObject("fen") == null ? null : row.getLong("fen"),
                        row.getString("result"),
                        row.getString("reason"),
                        row.getObject("paid_on", LocalDate.class),
                        row.getString("verdict")))
                .list();
    }

    /** The answer, if it belongs to the cycle. */
    @Transactional(readOnly = true)
    public Optional<ReturnFile> findReturn(UUID cycle, UUID id) {
        return returns(cycle).stream().filter(file -> file.id().equals(id)).findFirst();
    }
}
