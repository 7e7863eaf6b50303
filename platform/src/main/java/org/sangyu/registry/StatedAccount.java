package org.sangyu.registry;

/**
 * The account that somebody stated for a person, as the facts hold it.
 *
 * @param number in clear; never logged, never shown whole
 * @param statedBy account of who took it in: that person may not confirm it
 */
public record StatedAccount(String holder, String bank, String number, String statedBy) {

    /** Never the number: records land in logs. */
    @Override
    public String toString() {
        return bank + " ****" + number.substring(Math.max(0, number.length() - 4));
    }
}
