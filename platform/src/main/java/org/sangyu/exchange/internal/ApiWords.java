package org.sangyu.exchange.internal;

import org.sangyu.rules.packs.Text;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Language;
import org.springframework.stereotype.Component;

/** Sentences in both languages at once: a program asks, and whoever reads its log may read either. */
@Component
class ApiWords {

    private final Dictionary dictionary;

    ApiWords(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    Text say(String key, Object... arguments) {
        return new Text(
                dictionary.in(Language.ZH).say(key, arguments),
                dictionary.in(Language.EN).say(key, arguments));
    }
}
