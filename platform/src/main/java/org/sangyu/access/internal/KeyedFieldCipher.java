package org.sangyu.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sangyu.access.internal.FieldKeys.Version;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.springframework.stereotype.Component;

/**
 * Authenticated encryption for the bytes, a keyed hash for the blind indexes; the algorithms are those of the key's {@link
 * FieldSuite}.
 *
 * <p>Stored bytes: one byte key version, 12 bytes nonce, then ciphertext with its 16-byte tag. Field and version are
 * bound in, so that bytes moved to another column do not decrypt.
 */
@Component
class KeyedFieldCipher implements FieldCipher {

    private static final int LAST = 4;
    private static final int OLD_ID_DIGITS = 15;
    private static final int CENTURY_AT = 6;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private final FieldKeys keys;
    private final Map<Version, Queue<FieldEngine>> idle = new ConcurrentHashMap<>();

    KeyedFieldCipher(FieldKeys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] encrypt(Field field, String clear) {
        Version newest = keys.newest();
        byte[] binding = binding(field, newest);
        byte[] sealed =
                withEngine(newest, engine -> Sealed.of(engine, binding, clear.getBytes(StandardCharsets.UTF_8)));
        byte[] all = new byte[1 + sealed.length];
        all[0] = (byte) newest.number();
        System.arraycopy(sealed, 0, all, 1, sealed.length);
        return all;
    }

    @Override
    public String decrypt(Field field, byte[] bytes) {
        if (bytes.length == 0) {
            throw new IllegalStateException("a protected field is damaged");
        }
        Version version = keys.find(bytes[0])
                .orElseThrow(
                        () -> new IllegalStateException("the key of a protected field was destroyed, or is unknown"));
        byte[] binding = binding(field, version);
        byte[] sealed = Arrays.copyOfRange(bytes, 1, bytes.length);
        return new String(withEngine(version, engine -> Sealed.open(engine, binding, sealed)), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] blindIndex(Field field, String normalised) {
        return indexed(field.name(), whole(field, normalised));
    }

    @Override
    public byte[] blindIndexOfLastFour(Field field, String normalised, Place county) {
        String all = whole(field, normalised);
        String tail = all.substring(Math.max(0, all.length() - LAST));
        return indexed(field.name() + "/" + county.at(PlaceLevel.COUNTY).path(), tail);
    }

    @Override
    public int keyVersion() {
        return keys.index().inUse().getLast().number();
    }

    /**
     * What an index of the key in use becomes under the one that is being prepared.
     *
     * @throws IllegalStateException when none is
     */
    byte[] comingIndex(byte[] index) {
        Version coming = keys.index().coming();
        if (coming == null) {
            throw new IllegalStateException("no key of the index is being prepared");
        }
        return further(coming, index);
    }

    private byte[] indexed(String context, String text) {
        List<Version> chain = keys.index().inUse();
        byte[] index = withEngine(
                chain.getFirst(),
                engine -> engine.mac(
                        (context + "\0").getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8)));
        for (Version next : chain.subList(1, chain.size())) {
            index = further(next, index);
        }
        return index;
    }

    /** One byte version, then the keyed hash of the index before. */
    private byte[] further(Version next, byte[] before) {
        byte[] context = ("index/" + next.number() + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] hash = withEngine(next, engine -> engine.mac(context, before));
        byte[] index = new byte[1 + hash.length];
        index[0] = (byte) next.number();
        System.arraycopy(hash, 0, index, 1, hash.length);
        return index;
    }

    /** An ID number of 15 digits (issued until 1999, born in 19..) becomes the 18 characters that follow from it. */
    private static String whole(Field field, String normalised) {
        if (field != Field.ID_NUMBER || normalised.length() != OLD_ID_DIGITS) {
            return normalised;
        }
        String seventeen = normalised.substring(0, CENTURY_AT) + "19" + normalised.substring(CENTURY_AT);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(seventeen.charAt(i), 10);
        }
        return seventeen + CHECK_DIGITS.charAt(Math.floorMod(sum, CHECK_DIGITS.length()));
    }

    private static byte[] binding(Field field, Version version) {
        return (field.name() + "/" + version.number()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Engines are kept because making one costs more than using it; one that failed is thrown away. */
    private byte[] withEngine(Version version, Work work) {
        Queue<FieldEngine> waiting = idle.computeIfAbsent(version, none -> new ConcurrentLinkedQueue<>());
        FieldEngine free = waiting.poll();
        FieldEngine engine = free == null ? version.engine() : free;
        try {
            byte[] result = work.apply(engine);
            waiting.offer(engine);
            return result;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a protected field was changed or belongs to another field or key", e);
        }
    }

    @FunctionalInterface
    private interface Work {
        byte[] apply(FieldEngine engine) throws GeneralSecurityException;
    }
}
