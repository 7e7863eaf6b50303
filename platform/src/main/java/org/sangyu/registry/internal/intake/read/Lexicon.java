package org.sangyu.registry.internal.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The word lists beside this program: what clerks write, and what it means. */
final class Lexicon {

    private Lexicon() {}

    static Map<String, String> read(String name) {
        Properties words = new Properties();
        try (InputStream in = Lexicon.class.getResourceAsStream("/intake/" + name + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("no word list " + name);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> read = new LinkedHashMap<>();
        words.forEach((word, meaning) -> read.put((String) word, (String) meaning));
        return read;
    }

    /** The form in which words are compared: half-width, no space, lower case. */
    static String key(String word) {
        return Typed.text(word).replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
