package org.sangyu.ui;

import java.util.Locale;

/** The two languages of every page; Chinese is the first. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE, "zh-CN"),
    EN(Locale.ENGLISH, "en");

    private final Locale locale;
    private final String tag;

    Language(Locale locale, String tag) {
        this.locale = locale;
        this.tag = tag;
    }

    /** English for English locales, Chinese for all others. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? EN : ZH;
    }

    /** The Java locale. */
    public Locale locale() {
        return locale;
    }

    /** The short form used in addresses and the cookie: {@code zh} or {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of the page's {@code lang} attribute. */
    public String tag() {
        return tag;
    }
}
