package org.sangyu.shared;

import java.text.Normalizer;

/** Telephone numbers in one spelling, so that equal ones have equal blind indexes. */
public final class PhoneNumbers {

    private static final int MOBILE = 11;
    private static final String OF_A_MOBILE = "1[3-9][0-9]{9}";

    private PhoneNumbers() {}

    /** Digits only, half-width, without the country's prefix before a mobile number. */
    public static String normalise(String typed) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
        for (String prefix : new String[] {"0086", "86"}) {
            if (digits.startsWith(prefix) && digits.length() - prefix.length() == MOBILE) {
                return digits.substring(prefix.length());
            }
        }
        return digits;
    }

    /** True for a mobile number, a landline with or without its area code, or a service number, as typed. */
    public static boolean isNumber(String typed) {
        return normalise(typed).matches(OF_A_MOBILE + "|0[0-9]{9,11}|[2-9][0-9]{6,7}|400[0-9]{7}|1[0-9]{4}");
    }

    /** True for a mobile number, to which a message can go, as typed. */
    public static boolean isMobile(String typed) {
        return normalise(typed).matches(OF_A_MOBILE);
    }
}
