package org.sangyu.registry.internal.intake.sheet;

/**
 * One cell as it lies in the file; a formula is its last computed value.
 *
 * @param kind how the file stores it: text keeps every character, a number was possibly rounded
 * @param text the characters; of a number the raw form, possibly {@code 4.10901E17}
 */
public record SheetCell(Kind kind, String text) {

    public static final SheetCell BLANK = new SheetCell(Kind.BLANK, "");

    /** How a file stores a value. */
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        ERROR
    }

    /** Text of a cell that is stored as text; blank when only spaces. */
    public static SheetCell ofText(String text) {
        return text.isBlank() ? BLANK : new SheetCell(Kind.TEXT, text);
    }

    /** True when the cell says nothing. */
    public boolean isBlank() {
        return kind == Kind.BLANK;
    }
}
