package org.sangyu.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads Chinese names in pinyin, surnames by their own readings (单 shan, 曾 zeng, 仇 qiu, 万俟 mo qi).
 *
 * <p>Pure and safe from any thread; some millions of names a second, from a table of one entry a character.
 */
public final class Pinyin {

    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';
    private static final String[] READINGS = readings();
    private static final Map<String, String[]> SURNAMES = surnames();
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DOTS = Pattern.compile("[\u2022\u30fb\u2027\uff0e\u22c5\u2219.]");
    private static final char DOT = '\u00b7';

    private Pinyin() {}

    /** The keys of a name as typed; blanks and full-width letters are mended first. */
    public static NameKeys keysOf(String typed) {
        String name = normalise(typed);
        int family = surnameLength(name);
        StringBuilder pinyin = new StringBuilder(name.length() * 4);
        StringBuilder initials = new StringBuilder(name.length());
        if (family > 0) {
            String surname = name.substring(0, family);
            String[] own = SURNAMES.get(surname);
            for (int i = 0; i < family; i++) {
                append(own == null ? reading(surname.charAt(i)) : own[i], pinyin, initials);
            }
        }
        for (int i = family; i < name.length(); i++) {
            append(reading(name.charAt(i)), pinyin, initials);
        }
        return new NameKeys(name, given(name, family), pinyin.toString(), initials.toString());
    }

    /** A name as it is kept: trimmed, half-width, no blanks between Chinese characters, one kind of middle dot. */
    public static String normalise(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        boolean chinese = name.chars().anyMatch(c -> c >= FIRST && c <= LAST);
        name = BLANKS.matcher(name).replaceAll(chinese ? "" : " ");
        return chinese ? DOTS.matcher(name).replaceAll(String.valueOf(DOT)) : name;
    }

    /** Letters as typed into a search, in the spelling of the keys: lower case, no tones, {@code lyu} and {@code lü} as {@code lv}. */
    public static String normaliseLetters(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replace("u\u0308", "v")
                .replace("U\u0308", "v")
                .toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder(plain.length());
        plain.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> letters.append((char) c));
        return letters.toString().replace("lyu", "lv").replace("nyu", "nv");
    }

    private static int surnameLength(String name) {
        if (name.indexOf(DOT) >= 0 || name.isEmpty() || name.charAt(0) < FIRST) {
            return 0;
        }
        boolean two = name.length() > 2 && SURNAMES.containsKey(name.substring(0, 2));
        return two ? 2 : Character.charCount(name.codePointAt(0));
    }

    private static String given(String name, int family) {
        int dot = name.indexOf(DOT);
        if (dot >= 0 && dot < name.length() - 1) {
            return name.substring(dot + 1);
        }
        return family < name.length() ? name.substring(family) : name;
    }

    private static void append(String syllable, StringBuilder pinyin, StringBuilder initials) {
        if (!syllable.isEmpty()) {
            pinyin.append(syllable);
            initials.append(syllable.charAt(0));
        }
    }

    private static String reading(char c) {
        if (c >= FIRST && c <= LAST) {
            String reading = READINGS[c - FIRST];
            return reading == null ? "" : reading;
        }
        char lower = Character.toLowerCase(c);
        return lower >= 'a' && lower <= 'z' ? String.valueOf(lower) : "";
    }

    private static String[] readings() {
        String[] table = new String[LAST - FIRST + 1];
        eachEntry("/registry/han-readings.txt", (syllable, characters) -> {
            String shared = syllable.intern();
            for (int i = 0; i < characters.length(); i++) {
                table[characters.charAt(i) - FIRST] = shared;
            }
        });
        return table;
    }

    private static Map<String, String[]> surnames() {
        Map<String, String[]> table = new HashMap<>();
        eachEntry("/registry/surname-readings.txt", (surname, reading) -> table.put(surname, reading.split(" ", -1)));
        return table;
    }

    private static void eachEntry(String resource, java.util.function.BiConsumer<String, String> taker) {
        try (InputStream bytes = Pinyin.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("missing " + resource);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int equals = line.indexOf('=');
                if (equals > 0 && line.charAt(0) != '#') {
                    taker.accept(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
