package org.sangyu.rules.packs;

/** The same words in Chinese and in English. */
public record Text(String zh, String en) {

    /** The words in the language: {@code zh} or, for anything else, English. */
    public String in(String language) {
        return language.equals("zh") ? zh : en;
    }
}
