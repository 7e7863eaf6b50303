package org.sangyu.registry.internal.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.registry.internal.intake.read.Heading;
import org.sangyu.registry.internal.intake.read.Problem;
import org.sangyu.shared.AlreadyReceiving;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hands people who are paid already to the module that pays. */
@Repository
class OpenedBooks {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final ObjectProvider<AlreadyReceiving> port;

    OpenedBooks(JdbcClient jdbc, FieldCipher cipher, ObjectProvider<AlreadyReceiving> port) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.port = port;
    }

    /** Ids of benefits by their names; empty when nobody here pays. */
    @Unscoped("names of benefits, no people")
    Optional<Map<String, String>> benefits(Place place) {
        return Optional.ofNullable(port.getIfAvailable()).map(books -> books.benefits(place));
    }

    /** Opens what the staged rows say; a row that cannot be opened is marked with the reason, the person stays taken. */
    void open(Intake intake) {
        List<AlreadyReceiving.Row> rows = jdbc.sql("""
                        select s.number, s.elder, e.place, s.name, s.benefit, s.amount_fen, s.paid_to, s.bank, s.holder,
                            s.account_enc, s.account_idx, s.account4
                        from registry.intake_staging s join registry.elder e on e.id = s.elder
                        where s.outcome = 'TAKEN' and s.benefit is not null order by s.number
                        """).query(this::read).list();
        if (rows.isEmpty()) {
            return;
        }
        List<AlreadyReceiving.Refused> refused = port.getObject().open(intake.id(), rows);
        if (!refused.isEmpty()) {
            markRefused(refused);
        }
    }

    private void markRefused(List<AlreadyReceiving.Refused> refused) {
        jdbc.sql("""
                        update registry.intake_staging s set outcome = 'REFUSED', why = r.why::jsonb
                        from unnest(:numbers, :whys) as r (number, why) where s.number = r.number
                        """)
                .param(
                        "numbers",
                        refused.stream().map(AlreadyReceiving.Refused::number).toArray(Integer[]::new))
                .param(
                        "whys",
                        refused.stream()
                                .map(row -> StagedRow.json(
                                        List.of(new Problem(Heading.BENEFIT, row.wordKey(), row.arguments()))))
                                .toArray(String[]::new))
                .update();
    }

    private AlreadyReceiving.Row read(ResultSet row, int number) throws SQLException {
        LocalDate paidTo = row.getObject("paid_to", LocalDate.class);
        byte[] account = row.getBytes("account_enc");
        String holder = row.getString("holder");
        return new AlreadyReceiving.Row(
                row.getInt("number"),
                new ElderId(row.getObject("elder", UUID.class)),
                new Place(row.getString("place")),
                row.getString("benefit"),
                new Money(row.getLong("amount_fen")),
                YearMonth.from(paidTo).minusMonths(1),
                account == null
                        ? null
                        : new AlreadyReceiving.Account(
                                row.getString("bank"),
                                holder,
                                !holder.equals(row.getString("name")),
                                account,
                                row.getBytes("account_idx"),
                                cipher.keyVersion(),
                                row.getString("account4")));
    }
}
