package org.sangyu.access.internal;

import java.util.List;
import java.util.Map;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every column of ciphertexts in the database, found by its name: {@code *_enc}, whatever module it belongs to.
 *
 * <p>Rows are walked by their place in the table, some pages at a time, so that a table of any size takes the same memory.
 */
@Unscoped("moves bytes from one key to another and reads nothing out of them")
@Repository
class EncryptedColumns {

    private static final Map<String, Field> FIELDS = Map.of(
            "id_enc", Field.ID_NUMBER,
            "phone_enc", Field.PHONE,
            "contact_enc", Field.PHONE,
            "address_enc", Field.ADDRESS,
            "account_enc", Field.ACCOUNT,
            "key_enc", Field.PERSON_KEY,
            "second_secret_enc", Field.SECRET);

    private final JdbcClient jdbc;

    EncryptedColumns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One column of one table or partition; {@code pages} of 8 kB at this moment. */
    record Column(String table, String name, long pages) {

        /**
         * What is encrypted there.
         *
         * @throws IllegalStateException for a column whose name says nothing known
         */
        Field field() {
            Field field = FIELDS.get(name);
            if (field == null) {
                throw new IllegalStateException("nobody said which field is encrypted in " + table + "." + name);
            }
            return field;
        }
    }

    /** A ciphertext and where it stands. */
    record Found(String place, byte[] bytes) {}

    /** A ciphertext to be put in the place of another. */
    record Moved(String place, byte[] was, byte[] becomes) {}

    List<Column> list() {
        return jdbc.sql("select target, col, pages from access.encrypted_columns()")
                .query((row, number) -> new Column(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** Ciphertexts of older keys in some pages. */
    List<Found> older(Column column, long first, long next) {
        return jdbc.sql("select place::text, sealed from access.encrypted_before(:table, :column, :first, :next)")
                .param("table", column.table())
                .param("column", column.name())
                .param("first", first)
                .param("next", next)
                .query((row, number) -> new Found(row.getString(1), row.getBytes(2)))
                .list();
    }

    /** Replaces those that nobody changed meanwhile, without waiting long for a row that somebody holds; gives how many. */
    long replace(Column column, List<Moved> moved) {
        jdbc.sql("select set_config('lock_timeout', '2s', true)").query(rows -> {});
        return jdbc.sql(
                        "select access.replace_encrypted(:table, :column, cast(:places as text[])::tid[], :were, :become)")
                .param("table", column.table())
                .param("column", column.name())
                .param("places", moved.stream().map(Moved::place).toArray(String[]::new))
                .param("were", moved.stream().map(Moved::was).toArray(byte[][]::new))
                .param("become", moved.stream().map(Moved::becomes).toArray(byte[][]::new))
                .query(Long.class)
                .single();
    }
}
