package org.sangyu.launch;

/** Why the program does not start, as one sentence a person can act on, in both languages. */
final class CannotStart extends Exception {

    private static final long serialVersionUID = 1L;

    private final String chinese;
    private final String english;

    CannotStart(String chinese, String english) {
        super(english);
        this.chinese = chinese;
        this.english = english;
    }

    CannotStart(String chinese, String english, Throwable cause) {
        super(english, cause);
        this.chinese = chinese;
        this.english = english;
    }

    /** What the console shows: Chinese first, then English. */
    String sentence() {
        return chinese + System.lineSeparator() + english;
    }
}
