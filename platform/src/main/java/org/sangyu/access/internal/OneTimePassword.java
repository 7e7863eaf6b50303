package org.sangyu.access.internal;

import java.security.SecureRandom;

/** A password for one sign-in, without letters that are mistaken for each other when read aloud or from paper. */
final class OneTimePassword {

    private static final int LENGTH = 12;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    /** A new one, about 59 bits of chance. */
    static String draw() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (word, at) -> word.append(LETTERS.charAt(at)), StringBuilder::append)
                .toString();
    }
}
