package org.sangyu.rules.packs;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.Tree;

/** Reads {@code items: […]}, {@code compare} with {@code value}, or plain words in {@code value}. */
final class ContentReader {
    private static final Pattern NUMBER = Pattern.compile("(0|[1-9]\\d{0,11})(\\.\\d{1,4})?");

    private ContentReader() {}

    static @Nullable Content read(Fields fields) {
        if (fields.has("items")) {
            List<String> items = fields.texts("items");
            return items.isEmpty() ? null : new Content.Items(items);
        }
        if (fields.has("compare")) {
            return quantity(fields);
        }
        String text = fields.needText("value");
        return text == null ? null : new Content.Plain(text);
    }

    private static Content.@Nullable Quantity quantity(Fields fields) {
        Compare compare = fields.constant("compare", Compare.class);
        BigDecimal value = fields.need("value") ? number(fields, "value") : null;
        BigDecimal upTo = number(fields, "up_to");
        if (compare == null || value == null) {
            return null;
        }
        boolean between = compare == Compare.BETWEEN;
        if (between ? upTo == null || upTo.compareTo(value) <= 0 : fields.has("up_to")) {
            fields.add(
                    "WRONG_RANGE",
                    fields.at("up_to"),
                    "up_to 只与 BETWEEN 同写，并且大于 value",
                    "'up_to' belongs to BETWEEN and is above 'value'",
                    "写 compare: BETWEEN 和更大的 up_to，或去掉 up_to",
                    "Write compare: BETWEEN with a greater up_to, or leave up_to out");
            return null;
        }
        return new Content.Quantity(compare, value, upTo);
    }

    private static @Nullable BigDecimal number(Fields fields, String key) {
        Tree tree = fields.tree(key);
        if (tree == null) {
            return null;
        }
        if (tree instanceof Tree.Leaf leaf
                && leaf.type() == Tree.Type.TEXT
                && NUMBER.matcher(leaf.text()).matches()) {
            return new BigDecimal(leaf.text());
        }
        fields.add(
                "NOT_A_NUMBER",
                tree.at(),
                "这里应是加引号的数，例如 \"0.45\"",
                "A number in quotes such as \"0.45\" is needed here",
                "加上引号，最多四位小数，不带千分位；约数、以上写在 compare",
                "Put it in quotes, at most four places, no separators; say 'about' or 'at least' with compare");
        return null;
    }
}
