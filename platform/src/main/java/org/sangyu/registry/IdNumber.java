package org.sangyu.registry;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A citizen's ID number (公民身份号码) of 18 characters whose date and check character hold (GB 11643).
 *
 * @param value 17 digits and a digit or {@code X}
 */
public record IdNumber(String value) {

    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int SEX_DIGIT = 16;

    /** Why a text is no ID number. */
    public enum Problem {
        /** Neither 15 nor 18 characters, or a letter where a digit belongs. */
        SHAPE,
        /** A spreadsheet kept only 15 digits and filled up with zeros, or shows 4.1E+17: the number is lost. */
        ROUNDED,
        /** The birth date inside does not exist. */
        DATE,
        /** The last character does not fit the others: mistyped. */
        CHECK
    }

    /** @throws IllegalArgumentException when it is no ID number of 18 characters */
    public IdNumber {
        Optional<Problem> problem = value.length() == LENGTH ? problemOf(value) : Optional.of(Problem.SHAPE);
        if (problem.isPresent()) {
            throw new IllegalArgumentException("no ID number: " + problem.get());
        }
    }

    /** What is wrong with a text, or empty; full-width digits, blanks and a small x are forgiven. */
    public static Optional<Problem> problemOf(String typed) {
        String text = clean(typed);
        if (text.matches("[0-9.]+E\\+?[0-9]+")) {
            return Optional.of(Problem.ROUNDED);
        }
        if (!text.matches("[0-9]{15}|[0-9]{17}[0-9X]")) {
            return Optional.of(Problem.SHAPE);
        }
        String full = text.length() == OLD_LENGTH ? lengthened(text) : text;
        if (full.charAt(LENGTH - 1) != checkOf(full)) {
            return Optional.of(text.endsWith("000") ? Problem.ROUNDED : Problem.CHECK);
        }
        return dateIn(full).isPresent() ? Optional.empty() : Optional.of(Problem.DATE);
    }

    /**
     * Reads a typed number; 15 digits are made 18.
     *
     * @throws IllegalArgumentException when {@link #problemOf} finds something
     */
    public static IdNumber parse(String typed) {
        String text = clean(typed);
        return new IdNumber(text.length() == OLD_LENGTH ? lengthened(text) : text);
    }

    /** The number, or empty when the text is none. */
    public static Optional<IdNumber> find(String typed) {
        return problemOf(typed).isEmpty() ? Optional.of(parse(typed)) : Optional.empty();
    }

    /** The 18 characters that begin with these 17 digits. */
    public static String complete(String seventeenDigits) {
        return seventeenDigits + checkOf(seventeenDigits);
    }

    /** Birth date inside the number; only a hint where a document says otherwise. */
    public LocalDate born() {
        return dateIn(value).orElseThrow();
    }

    /** {@code M} for an odd 17th digit, {@code F} for an even one. */
    public String sex() {
        return (value.charAt(SEX_DIGIT) - '0') % 2 == 1 ? "M" : "F";
    }

    /** As lists show it: the first six and the last four characters. */
    public String masked() {
        return value.substring(0, 6) + "********" + lastFour();
    }

    /** The last four characters, the check character among them. */
    public String lastFour() {
        return value.substring(LENGTH - 4);
    }

    /** Never the number: records land in logs. */
    @Override
    public String toString() {
        return masked();
    }

    private static String clean(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return text.replaceAll("[\\s\\p{Z}\\p{Cf}'`-]", "");
    }

    private static String lengthened(String old) {
        String seventeen = old.substring(0, 6) + "19" + old.substring(6);
        return seventeen + checkOf(seventeen);
    }

    private static char checkOf(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    private static Optional<LocalDate> dateIn(String number) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number, 6, 10, 10),
                    Integer.parseInt(number, 10, 12, 10),
                    Integer.parseInt(number, 12, 14, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
