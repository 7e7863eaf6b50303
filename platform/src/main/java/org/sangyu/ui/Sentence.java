package org.sangyu.ui;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A pattern of {@link MessageFormat} read once. What is plain text and {@code {0}} is put together here; everything else
 * (choices, unusual arguments) is left to {@link MessageFormat}, which reads the pattern anew each time.
 */
final class Sentence {

    private static final int NUMBERED = 10;

    private final String pattern;
    private final Locale locale;
    private final List<Piece> pieces;

    private Sentence(String pattern, Locale locale, List<Piece> pieces) {
        this.pattern = pattern;
        this.locale = locale;
        this.pieces = pieces;
    }

    /** Text as it stands, or the number of an argument; {@code argument} is -1 for text. */
    private record Piece(String text, int argument) {}

    static Sentence of(String pattern, Locale locale) {
        return new Sentence(pattern, locale, read(pattern));
    }

    String with(Object... arguments) {
        if (pieces.isEmpty()) {
            return whole(arguments);
        }
        StringBuilder text = new StringBuilder(pattern.length() + 2 * NUMBERED);
        for (Piece piece : pieces) {
            if (piece.argument() < 0) {
                text.append(piece.text());
            } else if (piece.argument() >= arguments.length) {
                return whole(arguments);
            } else {
                switch (arguments[piece.argument()]) {
                    case String word -> text.append(word);
                    case Integer number -> text.append(Formats.count(number));
                    case Long number -> text.append(Formats.count(number));
                    case null, default -> {
                        return whole(arguments);
                    }
                }
            }
        }
        return text.toString();
    }

    private String whole(Object... arguments) {
        return new MessageFormat(pattern, locale).format(arguments);
    }

    /** Pieces of a pattern of text, quotes and {@code {digit}}; nothing when there is anything else in it. */
    private static List<Piece> read(String pattern) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            if (letter == '\'') {
                if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '\'') {
                    text.append(letter);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (quoted || (letter != '{' && letter != '}')) {
                text.append(letter);
            } else if (letter == '{' && isPlain(pattern, i)) {
                pieces.add(new Piece(text.toString(), -1));
                pieces.add(new Piece("", Character.digit(pattern.charAt(i + 1), NUMBERED)));
                text.setLength(0);
                i += 2;
            } else {
                return List.of();
            }
        }
        pieces.add(new Piece(text.toString(), -1));
        return List.copyOf(pieces);
    }

    private static boolean isPlain(String pattern, int brace) {
        return pattern.length() > brace + 2
                && Character.digit(pattern.charAt(brace + 1), NUMBERED) >= 0
                && pattern.charAt(brace + 2) == '}';
    }
}
