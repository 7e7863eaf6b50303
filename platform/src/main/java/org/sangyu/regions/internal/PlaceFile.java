package org.sangyu.regions.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.sangyu.shared.PlaceLevel;

/** The resource with all places, read line by line, parents before children; see regions/README.md for its form. */
final class PlaceFile {

    private static final String SOURCE = "/regions/places.gz";
    private static final int BASE = 36;
    private static final char UNTITLED = '~';

    private PlaceFile() {}

    /**
     * One place as it is loaded.
     *
     * @param id its number in the order of the file, from 1
     * @param parent the id of the place above; 0 for the nation
     * @param path segments counted in the order of the file, the same whatever part of it is loaded
     * @param code statistical code; empty for the nation
     */
    record Line(long id, long parent, PlaceLevel level, String path, String code, String name, boolean titled) {}

    /** Takes lines; may throw what writing throws. */
    interface Taker<X extends Exception> {
        void take(Line line) throws X, IOException;
    }

    /**
     * Reads places.
     *
     * @param only prefixes of statistical codes: only these places, what lies in them and above them; empty for all
     */
    static <X extends Exception> void read(List<String> only, Taker<X> taker) throws X, IOException {
        try (InputStream packed = PlaceFile.class.getResourceAsStream(SOURCE);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(packed, 1 << 16), StandardCharsets.UTF_8))) {
            Stack stack = new Stack();
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                Line line = stack.next(text);
                if (only.isEmpty() || only.stream().anyMatch(prefix -> touches(line.code(), prefix))) {
                    taker.take(line);
                }
            }
        }
    }

    private static boolean touches(String code, String prefix) {
        return code.startsWith(prefix) || prefix.startsWith(code);
    }

    /** Where the reading stands in the tree. */
    private static final class Stack {

        private final String[] paths = new String[PlaceLevel.values().length];
        private final String[] codes = new String[PlaceLevel.values().length];
        private final long[] ids = new long[PlaceLevel.values().length];
        private final int[] children = new int[PlaceLevel.values().length];
        private long lastId;

        Line next(String text) {
            int depth = text.charAt(0) - '0';
            int tab = text.indexOf('\t');
            boolean titled = text.charAt(tab + 1) != UNTITLED;
            PlaceLevel level = PlaceLevel.values()[depth];
            ids[depth] = ++lastId;
            children[depth] = 0;
            if (depth == 0) {
                codes[0] = "";
                paths[0] = "C";
            } else {
                codes[depth] = codes[depth - 1] + text.substring(1, tab);
                int width = level.pathLength() - PlaceLevel.values()[depth - 1].pathLength();
                paths[depth] = paths[depth - 1] + segment(++children[depth - 1], width);
            }
            return new Line(
                    lastId,
                    depth == 0 ? 0 : ids[depth - 1],
                    level,
                    paths[depth],
                    codes[depth],
                    text.substring(tab + (titled ? 1 : 2)),
                    titled);
        }
    }

    /** A path segment: base-36 digits of fixed width. */
    static String segment(int number, int width) {
        String digits = Integer.toString(number, BASE).toUpperCase(java.util.Locale.ROOT);
        if (digits.length() > width) {
            throw new IllegalStateException("no free path segment: " + number);
        }
        return "0".repeat(width - digits.length()) + digits;
    }

    /** The number behind a path segment. */
    static int number(String segment) {
        return Integer.parseInt(segment, BASE);
    }
}
