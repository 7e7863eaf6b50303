package org.sangyu.access.seal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger.
 *
 * @param id the number given when it was written; numbers left out belong to work that was taken back
 * @param at when, to the microsecond
 * @param account sign-in name, empty when nobody was signed in
 * @param person the name printed on forms
 * @param role role of the desk in use, empty when none was
 * @param deskPlace path of the place that desk answers for
 * @param address network address the request came from, empty for work in the background
 * @param verb what was done, for example {@code cycle.release}
 * @param subject id of the thing, or null
 * @param place path of the place where it counts, or null for the installation
 * @param detail old and new values or counts
 */
public record Entry(
        long id,
        Instant at,
        String account,
        String person,
        String role,
        String deskPlace,
        String address,
        String verb,
        @Nullable String subject,
        @Nullable String place,
        SortedMap<String, String> detail) {

    private static final int COUNTY_PATH = 7;

    /** Copies the detail and cuts the time to what the ledger keeps. */
    public Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        detail = new TreeMap<>(detail);
    }

    /** Path of the county (or wider place) in which it counts; empty for the installation. */
    public String county() {
        return place == null ? "" : place.substring(0, Math.min(COUNTY_PATH, place.length()));
    }

    /** Every field behind its length in UTF-8, in the order above; -1 for null. The hash is taken over this. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(id);
            text(out, at.toString());
            text(out, account);
            text(out, person);
            text(out, role);
            text(out, deskPlace);
            text(out, address);
            text(out, verb);
            text(out, subject);
            text(out, place);
            out.writeInt(detail.size());
            for (Map.Entry<String, String> one : detail.entrySet()) {
                text(out, one.getKey());
                text(out, one.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
