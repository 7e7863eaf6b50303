package org.sangyu.access.internal;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a line of the ledger holds a value encrypted under a person's own key: {@code guarded:<person>:<bytes>}. The text is
 * what a seal runs over, so a line stands whether or not the key still exists.
 *
 * @param person under whose key
 * @param bytes nonce and ciphertext; empty for what was written when the key was gone already
 */
@SuppressWarnings("ArrayRecordComponent") // written and read, never compared
record GuardedValue(UUID person, byte[] bytes) {

    private static final Pattern WRITTEN = Pattern.compile("guarded:([0-9a-f-]{36}):([A-Za-z0-9_-]*)");

    String written() {
        return "guarded:" + person + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads a value of a line; empty for one that is in clear. */
    static Optional<GuardedValue> find(String value) {
        Matcher parts = WRITTEN.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GuardedValue(
                    UUID.fromString(parts.group(1)), Base64.getUrlDecoder().decode(parts.group(2))));
        } catch (IllegalArgumentException typed) {
            return Optional.empty();
        }
    }
}
