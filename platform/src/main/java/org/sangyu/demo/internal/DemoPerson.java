package org.sangyu.demo.internal;

import java.time.LocalDate;

/**
 * An invented person, as a roster's row has them; empty text is an empty cell.
 *
 * @param idNumber with a division that is not assigned to any place, and a check character that holds
 * @param category several words, as clerks write them
 * @param ability level, or empty
 * @param assessed day of the ability result, or empty
 */
record DemoPerson(
        String name,
        String sex,
        LocalDate born,
        String idNumber,
        Home home,
        String phone,
        String category,
        String ability,
        String assessed,
        String account) {

    /** Township and village as the tree of places names them. */
    record Home(String township, String village) {}

    /** The cells in the order of {@link RosterFile#HEADINGS}. */
    String[] cells() {
        return new String[] {
            name,
            idNumber,
            sex.equals("F") ? "女" : "男",
            born.toString(),
            home.township(),
            home.village(),
            phone,
            category,
            ability,
            assessed,
            account.isEmpty() ? "" : "农村信用社",
            account,
            account.isEmpty() ? "" : name
        };
    }
}
