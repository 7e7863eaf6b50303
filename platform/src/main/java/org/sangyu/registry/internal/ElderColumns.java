package org.sangyu.registry.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.ElderSummary;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Place;
import org.sangyu.ui.Formats;
import org.springframework.stereotype.Component;

/** Reads a row of the projection as a summary; protected values leave here only masked. */
@Component
final class ElderColumns {

    /** The columns {@link #summary} reads, of an elder called {@code e}. */
    static final String LIST = "e.id, e.place, e.registered, e.resides, e.name, e.born, e.sex, e.died, e.id_enc,"
            + " e.phone_enc, e.tags, e.version, e.county, e.pinyin, e.born_sort";

    private final FieldCipher cipher;

    ElderColumns(FieldCipher cipher) {
        this.cipher = cipher;
    }

    ElderSummary summary(ResultSet row) throws SQLException {
        byte[] number = row.getBytes("id_enc");
        byte[] phone = row.getBytes("phone_enc");
        return new ElderSummary(
                new ElderId(row.getObject("id", UUID.class)),
                new Place(row.getString("place")),
                place(row.getString("registered")),
                place(row.getString("resides")),
                row.getString("name"),
                row.getObject("born", LocalDate.class),
                row.getString("sex"),
                row.getObject("died", LocalDate.class),
                number == null ? null : Formats.maskedIdNumber(cipher.decrypt(Field.ID_NUMBER, number)),
                phone == null ? null : Formats.maskedPhone(cipher.decrypt(Field.PHONE, phone)),
                tags(row.getArray("tags")),
                row.getLong("version"));
    }

    private static @Nullable Place place(@Nullable String path) {
        return path == null ? null : new Place(path);
    }

    private static List<String> tags(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
