package org.sangyu.rules.packs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over paths and texts, each with its length before it so that nothing can be moved between them unseen. */
final class PackHash {

    private PackHash() {}

    static String of(List<PackFile> files, List<PackFile> installation) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(file -> add(digest, file));
            installation.stream()
                    .sorted(java.util.Comparator.comparing(PackFile::path))
                    .forEach(file -> add(digest, file));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, PackFile file) {
        add(digest, file.path());
        add(digest, file.text());
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
