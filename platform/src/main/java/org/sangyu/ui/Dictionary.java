package org.sangyu.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All words of all modules in both languages, read once at the start. */
@Component
public final class Dictionary {

    private final Map<Language, Words> byLanguage = new EnumMap<>(Language.class);

    Dictionary() {
        for (Language language : Language.values()) {
            byLanguage.put(language, new Words(language, read(language)));
        }
    }

    /** The words of a language. */
    public Words in(Language language) {
        return Objects.requireNonNull(byLanguage.get(language));
    }

    /** The words for a locale. */
    public Words in(Locale locale) {
        return in(Language.of(locale));
    }

    private static Map<String, String> read(Language language) {
        String suffix = language.name().toLowerCase(Locale.ROOT);
        Map<String, String> all = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:words/*_" + suffix + ".properties")) {
                Properties words = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    words.load(reader);
                }
                words.forEach((key, text) -> all.put((String) key, (String) text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
