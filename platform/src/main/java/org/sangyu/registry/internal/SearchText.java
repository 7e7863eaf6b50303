package org.sangyu.registry.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.Pinyin;
import org.sangyu.shared.PhoneNumbers;

/** What a person typed into a search box, understood: a name, letters, a number, or nothing to look for. */
sealed interface SearchText {

    /** Begins a name or a given name. */
    record Name(String start) implements SearchText {}

    /** Begins pinyin or initials. */
    record Letters(String start) implements SearchText {}

    /** A whole ID number. */
    record WholeId(IdNumber number) implements SearchText {}

    /** A whole telephone number, digits only. */
    record WholePhone(String digits) implements SearchText {}

    /** The last four of an ID number or a telephone. */
    record LastFour(String four) implements SearchText {}

    /** Nothing that could be found. */
    record Nothing() implements SearchText {}

    int LONGEST = 80;
    int FOUR = 4;

    /** Understands a text; never throws. */
    static SearchText of(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            return new Nothing();
        }
        if (Character.isDigit(text.charAt(0)) || text.charAt(0) == '+') {
            return number(text);
        }
        if (text.codePoints().anyMatch(Character::isIdeographic)) {
            return new Name(Pinyin.normalise(text));
        }
        String letters = Pinyin.normaliseLetters(text);
        return letters.isEmpty() ? new Nothing() : new Letters(letters);
    }

    private static SearchText number(String text) {
        String compact = text.replaceAll("[\\s()+-]", "").toUpperCase(Locale.ROOT);
        Optional<IdNumber> id = IdNumber.find(compact);
        if (id.isPresent()) {
            return new WholeId(id.get());
        }
        if (compact.matches("[0-9]{3}[0-9X]")) {
            return new LastFour(compact);
        }
        String digits = PhoneNumbers.normalise(compact);
        return digits.matches("[0-9]{7,12}") ? new WholePhone(digits) : new Nothing();
    }
}
