package org.sangyu.demo.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;

/** What the demonstration assumes where no document says anything: numbers, ages, categories, names. */
final class Assumed {

    private static final Properties NUMBERS = read("assumed");

    private Assumed() {}

    /** One number; a missing one is a fault. */
    static int number(String key) {
        return Integer.parseInt(Objects.requireNonNull(NUMBERS.getProperty(key), key));
    }

    /** Every number whose key starts with the prefix, by the rest of the key, in the order of the keys. */
    static Map<String, Integer> numbers(String prefix) {
        Map<String, Integer> found = new LinkedHashMap<>();
        for (String key : new TreeSet<>(NUMBERS.stringPropertyNames())) {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), number(key));
            }
        }
        return found;
    }

    /** A list beside this one. */
    static Properties read(String name) {
        Properties read = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Assumed.class.getResourceAsStream("/demo/" + name + ".properties"), name),
                StandardCharsets.UTF_8)) {
            read.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
