package org.sangyu.regions.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads place names in pinyin, from a table prepared with the places; pairs with a reading of their own come first. */
final class Readings {

    private static final String SOURCE = "/regions/readings.txt";

    private final Map<String, String> byText = new HashMap<>();

    Readings() {
        try (var in = new BufferedReader(
                new InputStreamReader(Readings.class.getResourceAsStream(SOURCE), StandardCharsets.UTF_8))) {
            in.lines().forEach(line -> {
                int tab = line.indexOf('\t');
                byText.put(line.substring(0, tab), line.substring(tab + 1));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Full pinyin and initials, lower case; what has no reading, other than letters and digits, is left out. */
    record Reading(String pinyin, String initials) {}

    Reading of(String name) {
        StringBuilder pinyin = new StringBuilder(name.length() * 4);
        StringBuilder initials = new StringBuilder(name.length());
        for (int at = 0; at < name.length(); ) {
            int end = Character.offsetByCodePoints(name, at, 1);
            String pair = end < name.length() ? byText.get(name.substring(at, end + 1)) : null;
            if (pair != null) {
                end++;
            }
            String one = pair == null ? single(name.substring(at, end)) : pair;
            for (String syllable : one.split(" ", -1)) {
                if (!syllable.isEmpty()) {
                    pinyin.append(syllable);
                    initials.append(syllable.charAt(0));
                }
            }
            at = end;
        }
        return new Reading(pinyin.toString(), initials.toString());
    }

    private String single(String text) {
        String known = byText.get(text);
        if (known != null) {
            return known;
        }
        char first = text.charAt(0);
        return first < 128 && Character.isLetterOrDigit(first) ? text.toLowerCase(Locale.ROOT) : "";
    }
}
