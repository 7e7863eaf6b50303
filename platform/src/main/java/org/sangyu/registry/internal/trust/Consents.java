package org.sangyu.registry.internal.trust;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Consent;
import org.sangyu.registry.Consent.Given;
import org.sangyu.registry.Consent.Purpose;
import org.sangyu.shared.ActingFor;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.PersonalDesks;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.ui.Formats;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The register of consents: recorded by a worker, ended by the elder or a worker, never changed. */
@Repository
public class Consents implements ActingFor {

    private static final String READ =
            "c.id, c.elder, c.person, c.relation, c.phone_enc, c.purposes, c.given, c.witness,"
                    + " c.from_day, c.to_day, c.ended ";
    private static final String SEEN = """
        from registry.consent c join registry.elder e on e.id = c.elder
        where (e.place >= :lo and e.place < :hi or e.id = any(cast(:people as uuid[])))
        """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final TimeOrderedIds ids;
    private final Audit audit;
    private final ObjectProvider<PersonalDesks> desks;
    private final Clock clock;

    Consents(
            JdbcClient jdbc,
            FieldCipher cipher,
            TimeOrderedIds ids,
            Audit audit,
            ObjectProvider<PersonalDesks> desks,
            Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.ids = ids;
        this.audit = audit;
        this.desks = desks;
        this.clock = clock;
    }

    /** A consent to be recorded; everything in it was looked at before. */
    public record NewConsent(
            String person,
            String relation,
            @Nullable String phone,
            Set<Purpose> purposes,
            Given given,
            String witness,
            LocalDate from,
            LocalDate last) {

        /** Copies the purposes. */
        public NewConsent {
            purposes = Set.copyOf(purposes);
        }
    }

    /** An elder's consents, those that count first, the newest first. */
    @Transactional(readOnly = true)
    public List<Consent> list(ElderId elder, Scope scope, int limit) {
        return in(
                        scope,
                        "select " + READ + SEEN + " and c.elder = :elder order by c.ended is not null, c.recorded desc,"
                                + " c.id limit :limit")
                .param("elder", elder.value())
                .param("limit", limit)
                .query(this::consent)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LocalDate> findLastDay(ElderId elder, String person, Scope scope) {
        return in(
                        scope,
                        "select max(c.to_day) " + SEEN + " and c.elder = :elder and c.person = :person"
                                + " and c.ended is null and 'ACT' = any(c.purposes)"
                                + " and c.from_day <= :today and c.to_day > :today")
                .param("elder", elder.value())
                .param("person", person)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .map(after -> after.minusDays(1));
    }

    /** Records one. */
    @Transactional
    public void record(ElderId elder, Place place, NewConsent wanted) {
        Desk desk = CurrentDesk.get();
        UUID id = ids.next();
        String phone = wanted.phone();
        jdbc.sql("""
                        insert into registry.consent (id, elder, person, relation, phone_enc, phone_idx, phone_key, purposes,
                            given, witness, from_day, to_day, recorded, recorded_by)
                        values (:id, :elder, :person, :relation, :enc, :idx, :key, :purposes, :given, :witness, :from, :to,
                            :now, :by)
                        """)
                .param("id", id)
                .param("elder", elder.value())
                .param("person", wanted.person())
                .param("relation", wanted.relation())
                .param("enc", phone == null ? null : cipher.encrypt(Field.PHONE, phone), java.sql.Types.BINARY)
                .param("idx", phone == null ? null : cipher.blindIndex(Field.PHONE, phone), java.sql.Types.BINARY)
                .param("key", phone == null ? null : cipher.keyVersion(), java.sql.Types.INTEGER)
                .param("purposes", wanted.purposes().stream().map(Purpose::name).toArray(String[]::new))
                .param("given", wanted.given().name())
                .param("witness", wanted.witness())
                .param("from", wanted.from())
                .param("to", wanted.last().plusDays(1))
                .param("now", OffsetDateTime.now(clock))
                .param("by", desk.account())
                .update();
        Map<String, String> guarded = new HashMap<>(Map.of("person", wanted.person()));
        if (phone != null) {
            guarded.put("phone", phone);
        }
        if (!wanted.witness().isEmpty()) {
            guarded.put("witness", wanted.witness());
        }
        Map<String, String> open =
                Map.of("consent", id.toString(), "last", wanted.last().toString());
        audit.write("registry.consent.record", elder.value(), place, new Audit.Personal(elder, open, guarded));
    }

    /** Takes one back: whoever is signed in with it is out at the next click. False when there is none that counts. */
    @Transactional
    public boolean end(ElderId elder, UUID consent, Place place) {
        Desk desk = CurrentDesk.get();
        boolean ended = in(
                                desk.scope(),
                                "update registry.consent set ended = :now, ended_by = :by where id in (select c.id "
                                        + SEEN + " and c.elder = :elder and c.id = :id and c.ended is null)")
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", desk.account())
                        .param("elder", elder.value())
                        .param("id", consent)
                        .update()
                == 1;
        if (ended) {
            desks.forEach(personal -> personal.end(consent));
            audit.write("registry.consent.end", elder.value(), place, Map.of("consent", consent.toString()));
        }
        return ended;
    }

    private JdbcClient.StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(sql)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("people", scope.people().stream().map(ElderId::value).toArray(UUID[]::new));
    }

    private Consent consent(ResultSet row, int number) throws SQLException {
        byte[] phone = row.getBytes("phone_enc");
        OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
        return new Consent(
                row.getObject("id", UUID.class),
                new ElderId(row.getObject("elder", UUID.class)),
                row.getString("person"),
                row.getString("relation"),
                phone == null ? null : Formats.maskedPhone(cipher.decrypt(Field.PHONE, phone)),
                Arrays.stream((String[]) row.getArray("purposes").getArray())
                        .map(Purpose::valueOf)
                        .collect(Collectors.toSet()),
                Given.valueOf(row.getString("given")),
                row.getString("witness"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class).minusDays(1),
                Optional.ofNullable(ended).map(OffsetDateTime::toInstant).orElse(null));
    }
}
