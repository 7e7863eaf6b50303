package org.sangyu.rules.packs;

/**
 * Something wrong in a pack: what, where, and what to do about it, in both languages.
 *
 * @param code stable name of the kind of problem, in capitals
 */
public record Problem(String code, Position at, Text what, Text todo) {

    /** One line for a terminal or a log. */
    public String line(String language) {
        String stop = language.equals("zh") ? "。" : ". ";
        return at + ": " + what.in(language) + stop + todo.in(language);
    }
}
