package org.sangyu.policy;

import org.sangyu.ui.Language;

/**
 * What a benefit is called.
 *
 * @param id lasting name
 * @param zh in Chinese
 * @param en in English
 */
public record BenefitName(String id, String zh, String en) {

    /** In the reader's language. */
    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
