package org.sangyu.benefits.internal.cycle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sangyu.benefits.internal.cycle.PayFormat.Shape;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Files;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes a file's bytes from its orders and keeps their hash; a file that has its hash is never written again. */
@Component
class PayBytes {

    private static final int FETCH = 5_000;
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String TEXT = "text/plain";

    private final JdbcTemplate jdbc;
    private final PayFormats formats;
    private final MonthDecisions decisions;
    private final IdNumbers idNumbers;
    private final FieldCipher cipher;
    private final Files files;

    PayBytes(
            JdbcTemplate template,
            PayFormats formats,
            MonthDecisions decisions,
            IdNumbers idNumbers,
            FieldCipher cipher,
            Files files) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
        this.formats = formats;
        this.decisions = decisions;
        this.idNumbers = idNumbers;
        this.cipher = cipher;
        this.files = files;
    }

    private record Head(String format, String name, Place county, PayFileWriter.Totals totals) {}

    /** Inside a transaction. */
    void store(UUID file) {
        Head head = jdbc.queryForObject(
                "select format, name, county, number, lines, fen, sha256 from benefits.pay_file where id = ?",
                (row, n) -> row.getString("sha256") != null
                        ? null
                        : new Head(
                                row.getString("format"),
                                row.getString("name"),
                                new Place(row.getString("county")),
                                new PayFileWriter.Totals(
                                        row.getLong("number"), row.getLong("lines"), new Money(row.getLong("fen")))),
                file);
        if (head == null) {
            return;
        }
        PayFormat format = formats.find(head.format()).orElseThrow();
        String type = format.out().shape() == Shape.XLSX ? EXCEL : TEXT;
        Map<UUID, String> numbers = format.out().holds(PayFormat.Field.ID_NUMBER) ? numbers(file) : Map.of();
        Files.Stored stored = files.storeFor(CycleVerb.RELEASE.roles(), head.name(), type, out -> {
            try (Stream<PayRow> rows = rows(file, head.county(), numbers)) {
                new PayFileWriter(format, head.totals()).write(rows.iterator(), out);
            }
        });
        jdbc.update(
                "update benefits.pay_file set sha256 = ?, media_type = ? where id = ?", stored.sha256(), type, file);
    }

    private Map<UUID, String> numbers(UUID file) {
        List<UUID> elders =
                jdbc.queryForList("select distinct elder from benefits.pay_order where file = ?", UUID.class, file);
        Map<UUID, String> numbers = new HashMap<>();
        for (int from = 0; from < elders.size(); from += FETCH) {
            List<UUID> some = elders.subList(from, Math.min(elders.size(), from + FETCH));
            numbers.putAll(idNumbers.of(some, CurrentDesk.get().scope()));
        }
        return numbers;
    }

    private Stream<PayRow> rows(UUID file, Place county, Map<UUID, String> numbers) {
        Map<String, String> names = decisions.benefits(county).stream()
                .collect(Collectors.toMap(MonthDecisions.Benefit::id, MonthDecisions.Benefit::nameZh));
        return jdbc.queryForStream(
                "select * from benefits.pay_order where file = ? order by seq",
                (row, n) -> new PayRow(
                        row.getInt("seq"),
                        row.getString("reference"),
                        row.getString("holder"),
                        cipher.decrypt(FieldCipher.Field.ACCOUNT, row.getBytes("account_enc")),
                        row.getString("bank"),
                        new Money(row.getLong("fen")),
                        row.getString("period"),
                        names.getOrDefault(row.getString("benefit"), row.getString("benefit")),
                        row.getString("name"),
                        numbers.getOrDefault(row.getObject("elder", UUID.class), "")),
                file);
    }
}
