package org.sangyu.rules.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.packs.Position;
import org.sangyu.rules.packs.Text;
import org.sangyu.rules.packs.Unit;

/**
 * The keys of one map, asked for one by one; {@link #done} reports every key that nobody asked for.
 *
 * <p>A value of the wrong shape is reported and read as absent, so one mistake does not hide the next.
 */
public final class Fields {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9]\\d{0,11})(\\.\\d{1,2})?");

    private final Position at;
    private final Map<String, Tree> entries;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    private Fields(Tree.Branch branch, Problems problems) {
        this.at = branch.at();
        this.entries = branch.of();
        this.problems = problems;
    }

    /** The fields of a map; null, with a problem, when the tree is something else. */
    public static @Nullable Fields of(@Nullable Tree tree, Problems problems) {
        if (tree instanceof Tree.Branch branch) {
            return new Fields(branch, problems);
        }
        if (tree != null) {
            wrong(problems, tree.at(), "这里应是一组“键: 值”", "A map of keys and values is needed here");
        }
        return null;
    }

    /** Where the map starts. */
    public Position at() {
        return at;
    }

    /** Where the value of the key stands, or the map where there is none. */
    public Position at(String key) {
        Tree tree = entries.get(key);
        return tree == null ? at : tree.at();
    }

    /** Tells whether the key is written, even as null. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The keys as written, in order. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** The value as written; null when absent or written as null. */
    public @Nullable Tree tree(String key) {
        asked.add(key);
        Tree tree = entries.get(key);
        return tree instanceof Tree.Leaf leaf && leaf.type() == Tree.Type.NULL ? null : tree;
    }

    /** A text or plain word; null when absent. */
    public @Nullable String text(String key) {
        Tree tree = tree(key);
        if (tree == null) {
            return null;
        }
        if (tree instanceof Tree.Leaf leaf && !leaf.text().isBlank()) {
            return leaf.text();
        }
        wrong(problems, tree.at(), "“" + key + "”应是一个词或一句话", "'" + key + "' is one word or sentence");
        return null;
    }

    /** A text that must be there. */
    public @Nullable String needText(String key) {
        return need(key) ? text(key) : null;
    }

    /** Reports a key that is not there. */
    public boolean need(String key) {
        if (tree(key) == null) {
            add("MISSING_KEY", at, "缺少“" + key + "”", "'" + key + "' is missing", "补上它", "Add it");
            return false;
        }
        return true;
    }

    /** A map below the key; null when absent. */
    public @Nullable Fields fields(String key) {
        return of(tree(key), problems);
    }

    /** The items below the key; empty when absent. */
    public List<Tree> items(String key) {
        Tree tree = tree(key);
        if (tree instanceof Tree.Items items) {
            return items.of();
        }
        if (tree != null) {
            wrong(problems, tree.at(), "“" + key + "”应是一个列表", "'" + key + "' is a list");
        }
        return List.of();
    }

    /** The words of a list below the key; empty when absent. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Tree item : items(key)) {
            if (item instanceof Tree.Leaf leaf && leaf.type() != Tree.Type.NULL) {
                texts.add(leaf.text());
            } else {
                wrong(problems, item.at(), "这里应是一个词", "One word is needed here");
            }
        }
        return texts;
    }

    /** Words in both languages; null, with a problem, when one is missing. */
    public @Nullable Text words(String key) {
        Fields both = need(key) ? fields(key) : null;
        if (both == null) {
            return null;
        }
        String zh = both.needText("zh");
        String en = both.needText("en");
        both.done();
        return zh == null || en == null ? null : new Text(zh, en);
    }

    /** A day written as 2021-05-31 that exists in the calendar; null when absent. */
    public @Nullable LocalDate day(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        if (DAY.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                add(
                        "NO_SUCH_DAY",
                        at(key),
                        "日历上没有 " + text + " 这一天",
                        "There is no day " + text,
                        "改成真实的日期",
                        "Write a day that exists");
                return null;
            }
        }
        wrong(
                problems,
                at(key),
                "日期应写作 2021-05-31，而不是“" + text + "”",
                "A date is written 2021-05-31, not '" + text + "'");
        return null;
    }

    /** A whole number between the two, both inclusive; null when absent. */
    public @Nullable Integer number(String key, int least, int most) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        if (text.matches("-?\\d{1,6}")) {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        String range = least + "–" + most;
        wrong(problems, at(key), "“" + key + "”应是 " + range + " 的整数", "'" + key + "' is a whole number " + range);
        return null;
    }

    /** True or false; the default when absent. */
    public boolean truth(String key, boolean otherwise) {
        String text = text(key);
        if (text == null) {
            return otherwise;
        }
        if (!text.equals("true") && !text.equals("false")) {
            wrong(problems, at(key), "“" + key + "”应是 true 或 false", "'" + key + "' is true or false");
        }
        return text.equals("true");
    }

    /** A constant by its name in capitals; null when absent. */
    public <E extends Enum<E>> @Nullable E constant(String key, Class<E> type) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        for (E constant : java.util.Objects.requireNonNull(type.getEnumConstants())) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        String near = Spelling.nearest(text, known);
        add(
                "UNKNOWN_WORD",
                at(key),
                "不认识“" + text + "”",
                "'" + text + "' is not known here",
                (near == null ? "" : "是不是 " + near + "？") + "可用的有 " + known,
                (near == null ? "" : "Did you mean " + near + "? ") + "Use one of " + known);
        return null;
    }

    /**
     * An amount: a decimal string in quotes with at most two places, such as {@code "50.00"}.
     *
     * @param unit fen for money; a count must be whole
     * @return fen or pieces; null when absent or wrong
     */
    public @Nullable Long amount(String key, Unit unit) {
        Tree tree = tree(key);
        if (tree == null) {
            return null;
        }
        if (tree instanceof Tree.Leaf leaf
                && leaf.type() == Tree.Type.TEXT
                && DECIMAL.matcher(leaf.text()).matches()) {
            String[] parts = leaf.text().split("\\.", -1);
            long whole = Long.parseLong(parts[0]);
            if (unit.isMoney()) {
                String cents = parts.length == 1 ? "00" : (parts[1] + "0").substring(0, 2);
                return whole * 100 + Integer.parseInt(cents);
            }
            if (parts.length == 1) {
                return whole;
            }
        }
        add(
                "NOT_AN_AMOUNT",
                tree.at(),
                "金额应是加引号的小数，例如 \"50.00\"",
                "An amount is a decimal string such as \"50.00\"",
                "加上引号，最多两位小数，不带千分位",
                "Put it in quotes, at most two places, no separators");
        return null;
    }

    /** Reports every key that was not asked for. */
    public void done() {
        for (Map.Entry<String, Tree> entry : entries.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                unknown(entry.getKey(), entry.getValue().at());
            }
        }
    }

    private void unknown(String key, Position where) {
        List<String> known = asked.stream().sorted().toList();
        String near = Spelling.nearest(key, known);
        add(
                "UNKNOWN_KEY",
                where,
                "不认识的键“" + key + "”",
                "The key '" + key + "' is not known",
                (near == null ? "" : "是不是“" + near + "”？") + "可用的键：" + String.join("、", known),
                (near == null ? "" : "Did you mean '" + near + "'? ") + "Known keys: " + String.join(", ", known));
    }

    /** Reports something about the value of a key. */
    public void add(String code, Position where, String zh, String en, String todoZh, String todoEn) {
        problems.add(code, where, new Text(zh, en), new Text(todoZh, todoEn));
    }

    /** The sink, for readers of parts. */
    public Problems problems() {
        return problems;
    }

    private static void wrong(Problems problems, Position at, String zh, String en) {
        problems.add("WRONG_VALUE", at, new Text(zh, en), new Text("改正这个值", "Mend the value"));
    }
}
