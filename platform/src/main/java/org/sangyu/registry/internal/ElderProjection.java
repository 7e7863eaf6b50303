package org.sangyu.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.NameKeys;
import org.sangyu.registry.Pinyin;
import org.sangyu.registry.internal.ElderState.Home;
import org.sangyu.registry.internal.ElderState.Identity;
import org.sangyu.registry.internal.ElderState.Phone;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes {@code elder}, the projection of now, from the facts that stand today; nothing else writes it.
 *
 * <p>Set-based: some thousand people a statement. Whoever records facts, one or a hundred thousand, calls
 * {@link #rebuild} in the same transaction.
 */
@Component
public class ElderProjection {

    private static final int CHUNK = 4_000;

    private final ElderStates states;
    private final ElderRows rows;
    private final ServedPlaces served;
    private final FieldCipher cipher;
    private final Clock clock;

    ElderProjection(ElderStates states, ElderRows rows, ServedPlaces served, FieldCipher cipher, Clock clock) {
        this.states = states;
        this.rows = rows;
        this.served = served;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * Brings the rows of some people up to what their facts say today; unknown people get a row, people whose registered
     * residence moved into another served county are handed over to it.
     *
     * @return how many rows were written
     * @throws org.springframework.dao.DuplicateKeyException when two living people would have one ID number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long rebuild(List<ElderId> elders) {
        LocalDate today = LocalDate.now(clock);
        Set<String> counties = served.all();
        long changed = 0;
        for (int from = 0; from < elders.size(); from += CHUNK) {
            List<ElderId> chunk = elders.subList(from, Math.min(from + CHUNK, elders.size()));
            Map<ElderId, String> places = rows.places(chunk);
            List<ElderRow> built = new ArrayList<>(chunk.size());
            for (ElderState state : states.of(chunk, today).values()) {
                if (state.isKnown()) {
                    built.add(row(state, counties, places.get(state.id())));
                }
            }
            serve(built, counties);
            changed += rows.upsert(built, places, clock.instant());
            rows.relocate(built.stream()
                    .filter(row -> !row.place().equals(places.getOrDefault(row.id(), row.place())))
                    .toList());
        }
        return changed;
    }

    /** The place to which a person with these residences belongs, or null when neither lies in a served county. */
    static @Nullable String belongsTo(Set<String> counties, @Nullable String registered, @Nullable String usual) {
        if (registered != null && counties.contains(countyOf(registered))) {
            return registered;
        }
        return usual != null ? usual : registered;
    }

    static String countyOf(String path) {
        int length = PlaceLevel.COUNTY.pathLength();
        return path.length() <= length ? path : path.substring(0, length);
    }

    private void serve(List<ElderRow> built, Set<String> counties) {
        Set<String> missing = new HashSet<>();
        built.forEach(row -> missing.add(countyOf(row.place())));
        missing.removeAll(counties);
        missing.forEach(county -> served.add(new Place(county)));
        counties.addAll(missing);
    }

    private ElderRow row(ElderState state, Set<String> counties, @Nullable String stored) {
        Home registered = state.registered();
        Home usual = state.usual();
        String wanted =
                belongsTo(counties, registered == null ? null : registered.at(), usual == null ? null : usual.at());
        String place = wanted == null ? stored : wanted;
        if (place == null) {
            throw new IllegalStateException("no residence is known of " + state.id());
        }
        Place county = new Place(countyOf(place));
        NameKeys keys = Pinyin.keysOf(java.util.Objects.requireNonNull(state.ofIdentity(Identity::name)));
        byte[] idEnc = state.ofIdentity(Identity::idEnc);
        Phone phone = state.phone();
        byte[] address = usual != null && usual.addressEnc() != null
                ? usual.addressEnc()
                : registered == null ? null : registered.addressEnc();
        return new ElderRow(
                state.id(),
                place,
                registered == null ? null : registered.at(),
                usual == null ? null : usual.at(),
                keys,
                state.ofIdentity(Identity::born),
                state.ofIdentity(Identity::sex),
                state.died(),
                new ElderRow.IdColumns(
                        idEnc,
                        state.ofIdentity(Identity::idIdx),
                        state.ofIdentity(Identity::idKey),
                        lastFour(Field.ID_NUMBER, idEnc, county)),
                new ElderRow.PhoneColumns(
                        phone == null ? null : phone.enc(),
                        phone == null ? null : phone.idx(),
                        lastFour(Field.PHONE, phone == null ? null : phone.enc(), county)),
                address,
                state.tags());
    }

    private byte @Nullable [] lastFour(Field field, byte @Nullable [] encrypted, Place county) {
        return encrypted == null ? null : cipher.blindIndexOfLastFour(field, cipher.decrypt(field, encrypted), county);
    }
}
