package org.sangyu.registry.internal.intake.read;

import java.math.BigDecimal;
import org.sangyu.registry.internal.intake.sheet.SheetCell;

/** Undoes what keyboards and Excel do to text: full-width forms, invisible characters, apostrophes, {@code 1.38E10}. */
final class Typed {

    private static final int FULL_WIDTH_FROM = 0xFF01;
    private static final int FULL_WIDTH_TO = 0xFF5E;
    private static final int FULL_WIDTH_SHIFT = 0xFEE0;
    private static final char IDEOGRAPHIC_SPACE = '\u3000';
    private static final int EXACT_DIGITS = 15;

    private Typed() {}

    /** Half-width, without invisible characters, one space for many, nothing around; numbers without exponent. */
    static String text(SheetCell cell) {
        return cell.kind() == SheetCell.Kind.NUMBER ? plainNumber(cell.text()) : text(cell.text());
    }

    /** As {@link #text(SheetCell)} for characters. */
    static String text(String typed) {
        StringBuilder out = new StringBuilder(typed.length());
        boolean space = false;
        for (int i = 0; i < typed.length(); i++) {
            char c = half(typed.charAt(i));
            if (isInvisible(c)) {
                continue;
            }
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = !out.isEmpty();
                continue;
            }
            if (space) {
                out.append(' ');
                space = false;
            }
            out.append(c);
        }
        return out.toString();
    }

    /** Text without any space, apostrophe or dash: ID numbers, phones, accounts. */
    static String compact(SheetCell cell) {
        String text = text(cell);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (" '`‘’\"“”-–—_".indexOf(c) < 0) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** True when Excel kept the digits as a number too long to be exact, or shows it with an exponent. */
    static boolean isRounded(SheetCell cell) {
        if (cell.kind() == SheetCell.Kind.NUMBER) {
            return digits(plainNumber(cell.text())) > EXACT_DIGITS;
        }
        return text(cell).matches("\\d(\\.\\d+)?[Ee]\\+?\\d{1,2}");
    }

    private static int digits(String plain) {
        int point = plain.indexOf('.');
        return point < 0 ? plain.length() : point;
    }

    private static String plainNumber(String raw) {
        try {
            BigDecimal number = new BigDecimal(raw);
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return text(raw);
        }
    }

    private static char half(char c) {
        if (c >= FULL_WIDTH_FROM && c <= FULL_WIDTH_TO) {
            return (char) (c - FULL_WIDTH_SHIFT);
        }
        return c == IDEOGRAPHIC_SPACE ? ' ' : c;
    }

    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT || (Character.isISOControl(c) && !Character.isWhitespace(c));
    }
}
