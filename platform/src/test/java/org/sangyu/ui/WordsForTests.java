package org.sangyu.ui;

/** The real words of all modules, without Spring. */
public final class WordsForTests {

    private static final Dictionary ALL = new Dictionary();

    private WordsForTests() {}

    /** The words of a language. */
    public static Words in(Language language) {
        return ALL.in(language);
    }
}
