package org.sangyu.ui;

import java.text.MessageFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of one language, as {@code words/<module>_zh.properties} and {@code _en.properties} hold them.
 *
 * <p>Patterns are {@link MessageFormat} patterns only when arguments are given; an apostrophe is doubled only there.
 */
public final class Words {

    private final Language language;
    private final Map<String, String> byKey;
    private final Map<String, Sentence> sentences = new ConcurrentHashMap<>();

    Words(Language language, Map<String, String> byKey) {
        this.language = language;
        this.byKey = Map.copyOf(byKey);
    }

    /**
     * The text behind a key. An unknown key is a fault of ours and throws: a test finds it before a person does.
     *
     * @param arguments put into {@code {0}}, {@code {1}} …; numbers are grouped by thousands
     */
    public String say(String key, Object... arguments) {
        String pattern = byKey.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language);
        }
        return arguments.length == 0
                ? pattern
                : sentences
                        .computeIfAbsent(key, unread -> Sentence.of(pattern, language.locale()))
                        .with(arguments);
    }

    /** True when the key has a text. */
    public boolean knows(String key) {
        return byKey.containsKey(key);
    }

    /** Which language these words are in. */
    public Language language() {
        return language;
    }
}
