package org.sangyu.benefits.internal.cycle;

import org.sangyu.shared.Money;

/**
 * Amounts in Chinese capitals (人民币大写), as printed on fund requests so that no digit can be altered.
 *
 * <p>支付结算办法 附一《正确填写票据和结算凭证的基本规定》: 整 after yuan and jiao, none after fen; one 零 for zeros
 * between digits, none at the end of a section of four
 */
public final class ChineseCapitals {

    private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final long[] SECTIONS = {1_000_000_000_000L, 100_000_000L, 10_000L, 1L};
    private static final String[] NAMES = {"万", "亿", "万", ""};
    private static final int HUNDRED_MILLIONS = 1;
    private static final long FEN_PER_YUAN = 100;
    private static final int SECTION = 10_000;
    private static final int SMALLEST_FULL_SECTION = 1_000;
    private static final int TEN = 10;

    private ChineseCapitals() {}

    /**
     * The amount without the word 人民币, for example {@code 壹仟零伍拾元整}.
     *
     * @throws IllegalArgumentException from 10^16 yuan on
     */
    public static String of(Money amount) {
        long fen = Math.absExact(amount.fen());
        long yuan = fen / FEN_PER_YUAN;
        int jiao = (int) (fen / TEN % TEN);
        int cents = (int) (fen % TEN);
        StringBuilder text = new StringBuilder(amount.fen() < 0 ? "负" : "");
        if (yuan > 0 || fen == 0) {
            text.append(whole(yuan)).append('元');
        }
        if (jiao > 0) {
            text.append(DIGITS[jiao]).append('角');
        } else if (cents > 0 && yuan > 0) {
            text.append(DIGITS[0]);
        }
        return text.append(cents > 0 ? DIGITS[cents] + "分" : "整").toString();
    }

    private static String whole(long yuan) {
        if (yuan / SECTIONS[0] >= SECTION) {
            throw new IllegalArgumentException("too large to print: " + yuan);
        }
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < SECTIONS.length; i++) {
            int section = (int) (yuan / SECTIONS[i] % SECTION);
            if (section > 0) {
                text.append(!text.isEmpty() && (gap || section < SMALLEST_FULL_SECTION) ? DIGITS[0] : "");
                text.append(section(section)).append(NAMES[i]);
            } else if (i == HUNDRED_MILLIONS && !text.isEmpty()) {
                text.append(NAMES[HUNDRED_MILLIONS]);
            }
            gap = section == 0 && !text.isEmpty();
        }
        return text.isEmpty() ? DIGITS[0] : text.toString();
    }

    private static String section(int section) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        int weight = SMALLEST_FULL_SECTION;
        for (int place = PLACES.length - 1; place >= 0; place--, weight /= TEN) {
            int digit = section / weight % TEN;
            if (digit > 0) {
                text.append(gap ? DIGITS[0] : "").append(DIGITS[digit]).append(PLACES[place]);
            }
            gap = digit == 0 && !text.isEmpty();
        }
        return text.toString();
    }
}
