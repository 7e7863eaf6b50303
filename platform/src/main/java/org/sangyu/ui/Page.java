package org.sangyu.ui;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;

/**
 * What the frame around every page needs; in every model under the name {@code page}.
 *
 * @param words the reader's language
 * @param desk the desk in use, or null before sign-in
 * @param address path and query of this page, for the language switch and the way back
 * @param csrf token for forms; empty where there is no session
 * @param demonstration true marks every page 演示
 * @param frame menu, desks and notice around the content
 */
public record Page(Words words, @Nullable Desk desk, String address, String csrf, boolean demonstration, Frame frame) {

    /** A page with nothing around it, for tests and printed forms. */
    public static Page bare(Words words) {
        return new Page(words, null, "/", "", false, Frame.NONE);
    }

    /** The desk, if somebody signed in. */
    public Optional<Desk> findDesk() {
        return Optional.ofNullable(desk);
    }

    /** True at one of the office's own desks: they have the box that searches everywhere, and the office's lists. */
    public boolean isOffice() {
        return desk != null && Role.office().contains(desk.role());
    }

    /** Short for {@code words().say}. */
    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** This page in the other language, everything else in the address kept. */
    public String inOtherLanguage() {
        Language other = words.language() == Language.ZH ? Language.EN : Language.ZH;
        return Addresses.with(address, "lang", other.code());
    }

    /** This page with one part of its query changed, for chips, sorting and paging; null takes the part away. */
    public String with(String name, @Nullable String value) {
        return Addresses.with(address, name, value);
    }

    /** This page with one part of its query changed, back on its first page of rows. */
    public String filtered(String name, @Nullable String value) {
        return Addresses.with(Addresses.with(address, "page", null), name, value);
    }
}
