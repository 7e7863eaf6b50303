package org.sangyu.benefits.web.cycle;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sangyu.benefits.internal.cycle.PayFormat.Back;

/** Columns of a bank's answer as a form carries them. */
final class ColumnForm {

    private static final int MOST = 200;
    private static final int MOST_SKIPPED = 1_000;
    private static final int LONGEST_WORDS = 400;

    private ColumnForm() {}

    /** What was typed over what stands; nothing typed is what stands. */
    static Back read(Map<String, String> form, Back now) {
        if (!form.containsKey("reference")) {
            return now;
        }
        return new Back(
                now.shape(),
                letters(form.getOrDefault("charset", ""), now.charset()),
                separator(form.getOrDefault("separator", ""), now.separator()),
                number(form.getOrDefault("skip", ""), MOST_SKIPPED),
                number(form.getOrDefault("reference", ""), MOST),
                number(form.getOrDefault("yuan", ""), MOST),
                "true".equals(form.get("inFen")),
                number(form.getOrDefault("result", ""), MOST),
                number(form.getOrDefault("reason", ""), MOST),
                number(form.getOrDefault("paidOn", ""), MOST),
                words(form.getOrDefault("paid", "")),
                words(form.getOrDefault("failed", "")),
                words(form.getOrDefault("unknown", "")));
    }

    private static String letters(String asked, String now) {
        return ReturnColumnPages.CHARSETS.contains(asked) ? asked : now;
    }

    private static String separator(String asked, String now) {
        return ReturnColumnPages.SEPARATORS.getOrDefault(asked, now);
    }

    private static int number(String text, int most) {
        return text.matches("\\d{1,4}") ? Math.min(most, Integer.parseInt(text)) : 0;
    }

    /** Words stand between commas, spaces or 、, in any number. */
    private static Set<String> words(String text) {
        String cut = text.substring(0, Math.min(LONGEST_WORDS, text.length()));
        return Arrays.stream(cut.split("[,，、;；\\s]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String words(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining("、"));
    }
}
