package org.sangyu.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.registry.Sample.COUNTY;
import static org.sangyu.registry.Sample.NEIGHBOUR;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.registry.FactKind;
import org.sangyu.registry.Pinyin;
import org.sangyu.registry.internal.ElderState.Home;
import org.sangyu.registry.internal.ElderState.Identity;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest(extraIncludes = {"access", "jobs", "files"})
@DisplayName("现状由数据库整批推算，与逐人推算一致")
class ElderProjectionModuleTest {

    private static final long SEED = 20260701;
    private static final int PEOPLE = 120;
    private static final LocalDate TODAY = LocalDate.now(org.sangyu.shared.Time.ZONE);
    private static final List<String> SOURCES =
            List.of("PUBLIC_SECURITY", "DISABLED_FEDERATION", "ASSESSMENT", "ROSTER", "NOT_LISTED");
    private static final List<String> NAMES = List.of("单桂兰", "欧阳秀英", "买买提·吐尔逊", "𬱖玉", "王 芳");
    private static final List<String> VILLAGES =
            List.of(COUNTY + "001001", COUNTY + "002001", NEIGHBOUR + "001001", "CYY0101001001");
    private static final List<String> TAGS = List.of("LIVING_ALONE", "DISABLED", "DEMENTIA");

    @Autowired
    ElderProjection projection;

    @Autowired
    SourceRanks ranks;

    @Autowired
    ServedPlaces served;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FieldCipher cipher;

    @Autowired
    TransactionTemplate transactions;

    private final Random random = new Random(SEED);
    private int serial;

    @Test
    @DisplayName("来源、先后、缺项、起止各不相同的一百二十人，新建一次、再改一次，每一栏都与逐人推算相同")
    void settlesAsThePlainReading() {
        List<ElderId> elders = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            elders.add(new ElderId(UUID.randomUUID()));
        }
        in(() -> elders.forEach(elder -> speak(elder, true)));
        in(() -> assertThat(projection.rebuild(elders)).isEqualTo(PEOPLE));
        in(() -> compare(elders));
        in(() -> elders.forEach(elder -> speak(elder, false)));
        in(() -> ranks.put(new Place(COUNTY), FactKind.IDENTITY, List.of("ROSTER", "NOT_LISTED", "PUBLIC_SECURITY")));
        in(() -> ranks.put(new Place(COUNTY), FactKind.LIFE, List.of("ASSESSMENT")));
        in(() -> assertThat(projection.rebuild(elders)).isEqualTo(PEOPLE));
        in(() -> compare(elders));
        in(() -> assertThat(jdbc.sql("select count(*) from registry.elder where id = any(cast(:ids as uuid[]))"
                                + " and version between 2 and 3")
                        .param("ids", ScopeSql.array(elders))
                        .query(Integer.class)
                        .single())
                .isEqualTo(PEOPLE));
    }

    private void compare(List<ElderId> elders) {
        Set<String> counties = served.all();
        Map<ElderId, ElderState> plain = new ElderStates(jdbc, ranks).of(elders, TODAY);
        plain.values()
                .forEach(state -> assertThat(row(state.id())).as("seed " + SEED).isEqualTo(expected(state, counties)));
    }

    private String expected(ElderState state, Set<String> counties) {
        Home registered = state.registered();
        Home usual = state.usual();
        String at = registered == null ? null : registered.at();
        String living = usual == null ? null : usual.at();
        String place = String.valueOf(ElderProjection.belongsTo(counties, at, living));
        Place county = new Place(place.substring(0, 7));
        var keys = Pinyin.keysOf(String.valueOf(state.<String>ofIdentity(Identity::name)));
        byte[] id = state.ofIdentity(Identity::idEnc);
        byte[] phone = state.phone() == null ? null : state.phone().enc();
        byte[] address = usual != null && usual.addressEnc() != null
                ? usual.addressEnc()
                : registered == null ? null : registered.addressEnc();
        return Arrays.asList(
                        place,
                        at,
                        living,
                        keys.name(),
                        keys.given(),
                        keys.pinyin(),
                        keys.initials(),
                        state.ofIdentity(Identity::born),
                        state.ofIdentity(Identity::sex),
                        state.died(),
                        hex(id),
                        hex(state.ofIdentity(Identity::idIdx)),
                        lastFour(Field.ID_NUMBER, id, county),
                        hex(phone),
                        lastFour(Field.PHONE, phone, county),
                        hex(address),
                        state.tags())
                .toString();
    }

    private String row(ElderId elder) {
        return jdbc.sql("""
                        select place, registered, resides, name, name_key, pinyin, initials, born, sex, died,
                            encode(id_enc, 'hex'), encode(id_idx, 'hex'), encode(id4_idx, 'hex'),
                            encode(phone_enc, 'hex'), encode(phone4_idx, 'hex'), encode(address_enc, 'hex'),
                            '[' || array_to_string(tags, ', ') || ']'
                        from registry.elder where id = :id""")
                .param("id", elder.value())
                .query((row, number) -> {
                    List<@Nullable String> columns = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        columns.add(row.getString(i));
                    }
                    return columns.toString();
                })
                .single();
    }

    private @Nullable String lastFour(Field field, byte @Nullable [] encrypted, Place county) {
        return encrypted == null
                ? null
                : hex(cipher.blindIndexOfLastFour(field, cipher.decrypt(field, encrypted), county));
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : java.util.HexFormat.of().formatHex(bytes);
    }

    /** Says between none and three things of each kind; the first time surely a name and a home. */
    private void speak(ElderId elder, boolean first) {
        int identities = (first ? 1 : 0) + random.nextInt(3);
        for (int i = 0; i < identities; i++) {
            String number = random.nextBoolean() ? null : "99010119400101%04d".formatted(++serial);
            fact(
                    elder,
                    "identity_fact",
                    "name, born, sex, id_enc, id_idx, id_key",
                    Arrays.asList(
                            pick(NAMES),
                            random.nextBoolean() ? null : LocalDate.of(1940, 1, 1 + random.nextInt(20)),
                            random.nextBoolean() ? null : "F",
                            number == null ? null : cipher.encrypt(Field.ID_NUMBER, number),
                            number == null ? null : cipher.blindIndex(Field.ID_NUMBER, number),
                            number == null ? null : 1),
                    first && i == 0);
        }
        for (int i = first ? 0 : random.nextInt(3); i < 3; i++) {
            String kind = i == 0 || random.nextBoolean() ? "REGISTERED" : "USUAL";
            byte[] address = random.nextBoolean() ? null : cipher.encrypt(Field.ADDRESS, "村东" + ++serial + "号");
            fact(
                    elder,
                    "residence_fact",
                    "kind, at, address_enc",
                    Arrays.asList(kind, pick(VILLAGES), address),
                    first && i == 0);
        }
        for (int i = random.nextInt(3); i < 3; i++) {
            String phone = "1390000%04d".formatted(++serial);
            fact(
                    elder,
                    "contact_fact",
                    "kind, phone_enc, phone_idx, phone_key",
                    Arrays.asList(
                            pick(List.of("SELF", "EMERGENCY")),
                            cipher.encrypt(Field.PHONE, phone),
                            cipher.blindIndex(Field.PHONE, phone),
                            1),
                    false);
            fact(elder, "tag_fact", "tag", List.of(pick(TAGS)), false);
        }
        if (random.nextInt(4) == 0) {
            fact(elder, "life_fact", "kind", List.of("DIED"), false);
        }
    }

    private void fact(ElderId elder, String table, String columns, List<?> values, boolean sure) {
        LocalDate from = TODAY.minusDays(sure ? 30 : random.nextInt(60) - 10);
        LocalDate to = sure || random.nextInt(3) > 0 ? LocalDate.MAX : from.plusDays(1 + random.nextInt(60));
        String marks = "?, ".repeat(values.size());
        jdbc.sql("insert into registry." + table + " (id, elder, place, " + columns + ", valid_from, valid_to,"
                        + " recorded_from, recorded_by, source) values (?, ?, ?, " + marks + "?, ?, ?, 'test', ?)"
                        + " on conflict do nothing")
                .params(parameters(elder, values, from, to))
                .update();
    }

    private List<@Nullable Object> parameters(ElderId elder, List<?> values, LocalDate from, LocalDate to) {
        List<@Nullable Object> all = new ArrayList<>(List.of(UUID.randomUUID(), elder.value(), VILLAGES.getFirst()));
        all.addAll(values);
        all.addAll(List.of(from, to, OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(++serial), pick(SOURCES)));
        return all;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void in(Runnable work) {
        Desks.act(Role.ADMINISTRATOR, "C", () -> transactions.executeWithoutResult(status -> work.run()));
    }
}
