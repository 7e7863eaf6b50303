package org.sangyu.policy.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.own.OwnSource;
import org.sangyu.shared.Files;
import org.sangyu.ui.UploadName;
import org.springframework.web.multipart.MultipartFile;

/**
 * The paper on which entered values stand, as typed and uploaded, not stored yet.
 *
 * @param unstored what was typed, with a scan that has no place yet
 */
record OwnPaper(OwnSource unstored, MultipartFile scan) {

    private static final long MOST_BYTES = 20_000_000;

    /** Stores the scan. */
    Files.Stored store(Files files) throws IOException {
        byte[] bytes = scan.getBytes();
        return files.store(unstored.scan().name(), unstored.scan().mediaType(), out -> out.write(bytes));
    }

    /** Reads it; null when something is wrong, which then stands among the errors. */
    static @Nullable OwnPaper read(OwnTyped typed, @Nullable MultipartFile scan) throws IOException {
        String title = typed.need("title", "policy.own.title", 200);
        String number = typed.optional("number", 60);
        String issuer = typed.need("issuer", "policy.issuer", 100);
        LocalDate issued = typed.day("issued");
        String clause = typed.need("clause", "policy.own.clause", 100);
        String words = typed.need("words", "policy.own.words", 10_000);
        if (scan == null || scan.isEmpty()) {
            typed.wrong("scan", "policy.own.error.scan");
            return null;
        }
        if (scan.getSize() > MOST_BYTES) {
            typed.wrong("scan", "policy.own.error.scan-large");
            return null;
        }
        String type = type(scan.getBytes());
        if (type == null) {
            typed.wrong("scan", "policy.own.error.scan-type");
            return null;
        }
        String name = name(scan, type);
        Files.Stored unstored = new Files.Stored("", name, type, scan.getSize());
        return new OwnPaper(new OwnSource(title, number, issuer, issued, clause, words, unstored), scan);
    }

    /** By the first bytes, whatever the name says: a PDF, a JPEG or a PNG; null for anything else. */
    private static @Nullable String type(byte[] bytes) {
        if (starts(bytes, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        }
        if (starts(bytes, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        return starts(bytes, 0x89, 'P', 'N', 'G') ? "image/png" : null;
    }

    private static boolean starts(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static String name(MultipartFile scan, String type) {
        String stem = UploadName.of(scan, "").replaceAll("\\.[A-Za-z]{1,5}$", "");
        String ending = type.equals("application/pdf") ? "pdf" : type.substring(type.indexOf('/') + 1);
        return (stem.isBlank() ? "scan" : stem) + "." + ending.toLowerCase(Locale.ROOT);
    }
}
