package org.sangyu.registry.internal.intake.read;

import java.util.Locale;
import java.util.regex.Pattern;
import org.sangyu.registry.internal.intake.sheet.SheetCell;
import org.sangyu.shared.Money;

/** Reads the plain fields: names, sex, phones, accounts, money, levels, words. */
public final class Plain {

    private static final int NAME_MOST = 50;
    private static final int WORDS_MOST = 200;
    private static final int ACCOUNT_LEAST = 12;
    private static final int ACCOUNT_MOST = 25;
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}〇]");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}〇·' -]+(\\(\\d{1,2}\\))?");
    private static final Pattern PHONE = Pattern.compile("1\\d{10}|0\\d{9,11}|[2-9]\\d{6,7}|400\\d{7}");
    private static final Pattern MONEY = Pattern.compile("\\d{1,7}(\\.\\d{1,2})?");

    private Plain() {}

    /** A name: padding inside Chinese names is taken out, every middle dot becomes {@code ·}. */
    public static Reading<String> name(SheetCell cell) {
        if (cell.isBlank()) {
            return Reading.blank();
        }
        String text = Typed.text(cell).replaceAll("[•・‧∙⋅．.●]", "·");
        String name = HAN.matcher(text).find() ? text.replace(" ", "") : text;
        if (cell.kind() != SheetCell.Kind.TEXT || !NAME.matcher(name).matches()) {
            return Reading.wrong("nameShape", Typed.text(cell));
        }
        return name.length() <= NAME_MOST ? Reading.value(name) : Reading.wrong("tooLong", String.valueOf(NAME_MOST));
    }

    /** Sex: 男, 女, 男性, 女性, M, F, 1, 2. */
    public static Reading<String> sex(SheetCell cell) {
        String text = Typed.text(cell).toUpperCase(Locale.ROOT);
        return switch (text) {
            case "" -> Reading.blank();
            case "男", "男性", "M", "1", "男士", "MALE" -> Reading.value("M");
            case "女", "女性", "F", "2", "女士", "FEMALE" -> Reading.value("F");
            default -> Reading.wrong("sexShape", text);
        };
    }

    /** A telephone: mobile, or fixed with or without area code; of several the first. */
    public static Reading<String> phone(SheetCell cell) {
        if (cell.isBlank() || isNone(Typed.text(cell))) {
            return Reading.blank();
        }
        if (Typed.isRounded(cell)) {
            return Reading.wrong("phoneShape", cell.text());
        }
        String first = Typed.text(cell).split("[/、,;，；|]")[0];
        String digits = first.replaceAll("^\\(?\\+?86\\)?[- ]?(?=1\\d)", "").replaceAll("[ ()'-]|转\\d*$", "");
        return PHONE.matcher(digits).matches() ? Reading.value(digits) : Reading.wrong("phoneShape", first);
    }

    /** True when the cell holds more telephones than the one that {@link #phone} takes. */
    public static boolean holdsMorePhones(SheetCell cell) {
        return Typed.text(cell).split("[/、,;，；|]").length > 1;
    }

    /** A bank account or card: 12 to 25 digits; one that Excel has rounded is refused with how to mend it. */
    public static Reading<String> account(SheetCell cell) {
        if (cell.isBlank() || isNone(Typed.text(cell))) {
            return Reading.blank();
        }
        if (Typed.isRounded(cell)) {
            return Reading.wrong("accountRounded");
        }
        String digits = Typed.compact(cell);
        boolean shaped = digits.matches("\\d+") && digits.length() >= ACCOUNT_LEAST && digits.length() <= ACCOUNT_MOST;
        return shaped ? Reading.value(digits) : Reading.wrong("accountShape", String.valueOf(digits.length()));
    }

    /** Money in yuan, above zero, at most two decimals, with or without ¥ and 元. */
    public static Reading<Money> money(SheetCell cell) {
        if (cell.isBlank()) {
            return Reading.blank();
        }
        String text = Typed.text(cell).replaceAll("[¥￥,\\s]|元(/月|/年)?|整$", "");
        if (!MONEY.matcher(text).matches()) {
            return Reading.wrong("moneyShape", Typed.text(cell));
        }
        Money money = Money.parse(text);
        return money.isZero() ? Reading.wrong("moneyShape", Typed.text(cell)) : Reading.value(money);
    }

    /** Words such as an address or a bank: cleaned, at most 200 characters. */
    public static Reading<String> words(SheetCell cell) {
        String text = Typed.text(cell);
        if (text.isEmpty()) {
            return Reading.blank();
        }
        if (cell.kind() == SheetCell.Kind.ERROR) {
            return Reading.wrong("cellError");
        }
        return text.length() <= WORDS_MOST ? Reading.value(text) : Reading.wrong("tooLong", String.valueOf(WORDS_MOST));
    }

    private static boolean isNone(String text) {
        return text.equals("无") || text.equals("-") || text.equals("/") || text.equals("没有");
    }
}
