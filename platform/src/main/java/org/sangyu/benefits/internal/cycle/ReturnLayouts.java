package org.sangyu.benefits.internal.cycle;

import java.nio.charset.Charset;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.PayFormat.Back;
import org.sangyu.benefits.internal.cycle.PayFormat.Shape;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where a county's bank puts what in its answers (回盘列位): as the county said last, else as the format ships. */
@Repository
@Unscoped("columns of a file say nothing about people; row security holds them in their county")
public class ReturnLayouts {

    private final JdbcClient jdbc;
    private final PayFormats formats;
    private final TimeOrderedIds ids;
    private final Clock clock;

    ReturnLayouts(JdbcClient jdbc, PayFormats formats, TimeOrderedIds ids, Clock clock) {
        this.jdbc = jdbc;
        this.formats = formats;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The columns to read by.
     *
     * @param id of the row that says them, or null when nobody of the county ever did
     */
    public record Layout(@Nullable UUID id, Back back) {}

    /** As they stand now for a county and a format. */
    @Transactional(readOnly = true)
    public Layout now(Place county, String format) {
        Back shipped = formats.find(format).orElseThrow().back();
        return jdbc.sql("select * from benefits.return_layout where county = :county and format = :format"
                        + " order by set_at desc, id desc limit 1")
                .param("county", county.path())
                .param("format", format)
                .query((row, number) -> new Layout(row.getObject("id", UUID.class), back(row, shipped.shape())))
                .optional()
                .orElseGet(() -> new Layout(null, shipped));
    }

    /** As one row says them; null is what the format ships. */
    Back of(String format, @Nullable UUID layout) {
        Back shipped = formats.find(format).orElseThrow().back();
        if (layout == null) {
            return shipped;
        }
        return jdbc.sql("select * from benefits.return_layout where id = :id")
                .param("id", layout)
                .query((row, number) -> back(row, shipped.shape()))
                .single();
    }

    /** What is wrong with columns that somebody typed, as a sentence; empty when they can be used. */
    public static Optional<Refusal> wrong(Back back) {
        if (back.reference() < 1 || back.result() < 1 || back.reference() == back.result()) {
            return Refusal.of("cycles.columns.refused.needed");
        }
        if (back.paid().isEmpty()) {
            return Refusal.of("cycles.columns.refused.words");
        }
        boolean twice = back.paid().stream()
                        .anyMatch(word ->
                                back.failed().contains(word) || back.unknown().contains(word))
                || back.failed().stream().anyMatch(back.unknown()::contains);
        if (twice) {
            return Refusal.of("cycles.columns.refused.twice");
        }
        return Charset.isSupported(back.charset()) ? Refusal.none() : Refusal.of("cycles.columns.refused.charset");
    }

    /** Keeps what the desk says; the row's id, the same as before when nothing changed. */
    @Transactional
    UUID keep(String format, Back wanted) {
        Desk desk = CurrentDesk.get();
        Layout before = now(desk.place(), format);
        if (before.id() != null && before.back().equals(wanted)) {
            return before.id();
        }
        UUID id = ids.next();
        jdbc.sql("""
            insert into benefits.return_layout (id, county, format, charset, separator, skip, reference, yuan, in_fen,
                result, reason, paid_on, paid, failed, unknown, set_by, set_name, set_at)
            values (:id, :county, :format, :charset, :separator, :skip, :reference, :yuan, :inFen, :result, :reason,
                :paidOn, :paid, :failed, :unknown, :by, :name, :at)\
            """)
                .param("id", id)
                .param("county", desk.place().path())
                .param("format", format)
                .param("charset", wanted.charset())
                .param("separator", wanted.separator())
                .param("skip", wanted.skip())
                .param("reference", wanted.reference())
                .param("yuan", wanted.yuan())
                .param("inFen", wanted.inFen())
                .param("result", wanted.result())
                .param("reason", wanted.reason())
                .param("paidOn", wanted.paidOn())
                .param("paid", array(wanted.paid()))
                .param("failed", array(wanted.failed()))
                .param("unknown", array(wanted.unknown()))
                .param("by", desk.account())
                .param("name", desk.name())
                .param("at", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .update();
        return id;
    }

    private static String[] array(Collection<String> words) {
        return words.stream().sorted().toArray(String[]::new);
    }

    private static Back back(ResultSet row, Shape shape) throws SQLException {
        return new Back(
                shape,
                row.getString("charset"),
                row.getString("separator"),
                row.getInt("skip"),
                row.getInt("reference"),
                row.getInt("yuan"),
                row.getBoolean("in_fen"),
                row.getInt("result"),
                row.getInt("reason"),
                row.getInt("paid_on"),
                words(row.getArray("paid")),
                words(row.getArray("failed")),
                words(row.getArray("unknown")));
    }

    private static Set<String> words(Array array) throws SQLException {
        return Set.copyOf(List.of((String[]) array.getArray()));
    }
}
