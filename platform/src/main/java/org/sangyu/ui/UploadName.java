package org.sangyu.ui;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The name of an uploaded file as lists and downloads show it. */
public final class UploadName {

    private static final int LONGEST = 120;

    private UploadName() {}

    /**
     * Without folders, control characters and broken ones; of a long name the end is kept, for it tells the kind.
     *
     * @param otherwise when nothing is left
     */
    public static String of(MultipartFile file, String otherwise) {
        return shown(file.getOriginalFilename(), otherwise);
    }

    static String shown(@Nullable String given, String otherwise) {
        String name = given == null ? "" : given;
        String bare = bare(name);
        int length = bare.codePointCount(0, bare.length());
        String cut = length <= LONGEST ? bare : bare.substring(bare.offsetByCodePoints(0, length - LONGEST));
        return cut.isBlank() ? otherwise : cut;
    }

    /** A name without folders, control characters and broken ones; may be empty. */
    public static String bare(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cs}]", "")
                .strip();
    }
}
