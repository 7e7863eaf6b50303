package org.sangyu.launch;

/**
 * A setting with which the program must not run: it does not start, and says why in both languages.
 *
 * <p>Thrown while beans are made; the launch turns it into its one sentence.
 */
public final class BadSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String chinese;
    private final String english;

    /** What is wrong and what to write instead. */
    public BadSetting(String chinese, String english) {
        super(chinese + " / " + english);
        this.chinese = chinese;
        this.english = english;
    }

    CannotStart toTell() {
        return new CannotStart(chinese, english, this);
    }
}
