package org.sangyu.ui;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Desk;

/**
 * What the frame around every page needs; in every model under the name {@code page}.
 *
 * @param words the reader's language
 * @param desk the desk in use, or null before sign-in
 * @param address path and query of this page, for the language switch and the way back
 * @param csrf token for forms; empty where there is no session
 * @param demonstration true marks every page 演示
 */
public record Page(Words words, @Nullable Desk desk, String address, String csrf, boolean demonstration) {

    /** The desk, if somebody signed in. */
    public Optional<Desk> findDesk() {
        return Optional.ofNullable(desk);
    }

    /** Short for {@code words().say}. */
    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }
}
