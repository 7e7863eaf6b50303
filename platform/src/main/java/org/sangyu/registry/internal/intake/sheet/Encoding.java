package org.sangyu.registry.internal.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out how a text file is encoded by reading it to the end: UTF-8, UTF-16 with its mark, else GB 18030. */
final class Encoding {

    private static final int BUFFER = 1 << 15;

    private Encoding() {}

    /** The encoding, or empty when the bytes are no text. */
    static Optional<Charset> of(Path file) throws IOException {
        Optional<Charset> marked = marked(file);
        if (marked.isPresent()) {
            return marked;
        }
        if (decodes(file, StandardCharsets.UTF_8)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        Charset chinese = Charset.forName("GB18030");
        return decodes(file, chinese) ? Optional.of(chinese) : Optional.empty();
    }

    private static Optional<Charset> marked(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(2);
        }
        if (head.length == 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (head.length == 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        char[] buffer = new char[BUFFER];
        try (Reader in = new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
