package org.sangyu.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Pinyin;
import org.sangyu.registry.internal.ElderRows.Keyless;
import org.sangyu.registry.internal.ElderRows.Keys;
import org.sangyu.registry.internal.ElderRows.Written;
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
 * <p>Set-based: the database settles some thousand people a statement; only the keys for search, which it cannot make,
 * are made here, and only where name, number, telephone or county changed. Whoever records facts, one or a hundred
 * thousand, calls {@link #rebuild} in the same transaction.
 */
@Component
public class ElderProjection {

    private static final int CHUNK = 4_000;

    private final ElderRows rows;
    private final FieldCipher cipher;
    private final Clock clock;

    ElderProjection(ElderRows rows, FieldCipher cipher, Clock clock) {
        this.rows = rows;
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
        long written = 0;
        for (int from = 0; from < elders.size(); from += CHUNK) {
            List<ElderId> chunk = elders.subList(from, Math.min(from + CHUNK, elders.size()));
            Written done = settle(chunk, today);
            written += done.rows();
            if (!done.moved().isEmpty() && rows.isOrderOwn()) {
                settle(done.moved(), today);
            }
        }
        return written;
    }

    /** Who comes under another county is settled once more by that county's order of sources. */
    private Written settle(List<ElderId> elders, LocalDate today) {
        rows.serve(elders, today);
        List<Keys> keys = rows.keyless(elders, today).stream().map(this::keys).toList();
        return rows.write(elders, today, keys, clock.instant());
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

    private Keys keys(Keyless person) {
        Place county = new Place(person.county());
        return new Keys(
                person.id(),
                Pinyin.keysOf(person.name()),
                lastFour(Field.ID_NUMBER, person.idEnc(), county),
                lastFour(Field.PHONE, person.phoneEnc(), county));
    }

    private byte @Nullable [] lastFour(Field field, byte @Nullable [] encrypted, Place county) {
        return encrypted == null ? null : cipher.blindIndexOfLastFour(field, cipher.decrypt(field, encrypted), county);
    }
}
