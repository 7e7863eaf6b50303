package org.sangyu.shared;

import java.io.InputStream;
import java.io.OutputStream;

/** Content-addressed files in the data directory; implemented by {@code files}. The same bytes are stored once. */
public interface Files {

    /**
     * Stores bytes, streaming.
     *
     * @param name as shown when downloaded
     * @param mediaType for example {@code application/pdf}
     */
    Stored store(String name, String mediaType, Writer writer);

    /** Opens the bytes of a hash; the caller closes. Missing bytes are a fault. */
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
