package org.sangyu.shared;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

/**
 * Content-addressed files in the data directory; implemented by {@code files}. The same bytes are stored once.
 *
 * <p>A file is downloaded at {@code /files/{sha256}} by desks whose scope holds the place it belongs to.
 */
public interface Files {

    /**
     * Stores bytes, streaming; they belong to the current desk's place. The bytes are safe on disk before this
     * returns, the right to download them comes with the running transaction.
     *
     * @param name as shown when downloaded
     * @param mediaType for example {@code application/pdf}
     */
    default Stored store(String name, String mediaType, Writer writer) {
        return store(CurrentDesk.get().place(), name, mediaType, writer);
    }

    /** As above for another place, which must lie in the current desk's scope: a file for one township, for example. */
    Stored store(Place owner, String name, String mediaType, Writer writer);

    /**
     * As {@link #store(String, String, Writer)}, but only these roles at the very desk's place may download it: files
     * with whole account numbers in them.
     */
    Stored storeFor(Set<Role> roles, String name, String mediaType, Writer writer);

    /** Lets every desk download it: official texts, templates to fill in. Never a file with people in it. */
    void shareWithAll(Stored file);

    /** Opens the bytes of a hash that the caller found in its own rows; the caller closes. Missing bytes are a fault. */
    InputStream open(String sha256);

    /** Writes a file's bytes. */
    interface Writer {
        /** Writes everything; does not close. */
        void write(OutputStream out) throws java.io.IOException;
    }

    /**
     * A stored file.
     *
     * @param sha256 lower-case hexadecimal hash of the bytes, its address
     * @param name as shown when downloaded
     * @param mediaType its type
     * @param bytes its size
     */
    record Stored(String sha256, String name, String mediaType, long bytes) {}
}
