package org.sangyu.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The patterns of one language. */
final class Words {
    private final Properties patterns;

    private Words(Properties patterns) {
        this.patterns = patterns;
    }

    static Words of(String language) {
        Properties patterns = new Properties();
        String name = "words_" + language + ".properties";
        try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
            patterns.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(patterns);
    }

    String get(String key) {
        return Objects.requireNonNull(patterns.getProperty(key), key);
    }

    /** Puts the arguments into the pattern; {@code {n*}} takes all from n on, in brackets, or nothing. */
    String fill(String key, List<String> args) {
        String filled = get(key);
        for (int i = 0; i < args.size(); i++) {
            filled = filled.replace("{" + i + "}", args.get(i));
            if (filled.contains("{" + i + "*}")) {
                String rest = String.join(get("and"), args.subList(i, args.size()));
                filled = filled.replace("{" + i + "*}", get("inner").replace("{0}", rest));
            }
        }
        return filled.replaceAll("\\{\\d\\*}", "");
    }
}
