package org.sangyu.policy.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits an official text into its paragraphs, each under the steps that lead to it: 章, 节, 条, 一、, （一）, 1., （1）,
 * and the boxes (专栏) of plans.
 */
public final class ClauseSplitter {

    private static final String HAN = "[一二三四五六七八九十百零〇]+";
    private static final List<Pattern> MARKS = List.of(
            Pattern.compile("^(第(?:" + HAN + "|\\d+)(?:章|编|部分))"),
            Pattern.compile("^(第(?:" + HAN + "|\\d+)节)"),
            Pattern.compile("^(第(?:" + HAN + "|\\d+)条)"),
            Pattern.compile("^(" + HAN + ")、"),
            Pattern.compile("^[(（](" + HAN + ")[)）]"),
            Pattern.compile("^(专栏\\s*(?:\\d+|" + HAN + "))"),
            Pattern.compile("^(\\d{1,3})\\s*[.、．](?!\\d)"),
            Pattern.compile("^[(（](\\d{1,3})[)）]"));
    private static final int HAN_IN_BRACKETS = 4;
    private static final int NUMBER_IN_BRACKETS = 7;
    private static final int LONGEST_HEAD = 60;
    private static final Pattern SENTENCE = Pattern.compile("[。；;：:]");

    private ClauseSplitter() {}

    /**
     * One paragraph.
     *
     * @param number in the order of the text, from 1
     * @param steps where it stands, outermost first, as clauses are cited: {@code 第一章, 第一节, 4, （1）}
     * @param text as the document has it
     */
    public record Paragraph(int number, List<String> steps, String text) {

        /** Copies the steps. */
        public Paragraph {
            steps = List.copyOf(steps);
        }

        /** True for a heading without a sentence of its own. */
        public boolean isHeading() {
            return text.length() <= LONGEST_HEAD && !SENTENCE.matcher(text).find();
        }
    }

    /** Splits; empty lines only divide. */
    public static List<Paragraph> split(List<String> lines) {
        List<Paragraph> paragraphs = new ArrayList<>();
        String[] open = new String[MARKS.size()];
        Arrays.fill(open, "");
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty()) {
                continue;
            }
            for (int depth = 0; depth < open.length; depth++) {
                Matcher mark = MARKS.get(depth).matcher(text);
                if (mark.find()) {
                    open[depth] = step(depth, mark.group(1));
                    for (int below = depth + 1; below < open.length; below++) {
                        open[below] = "";
                    }
                    break;
                }
            }
            List<String> steps = new ArrayList<>();
            for (String step : open) {
                if (!step.isEmpty()) {
                    steps.add(step);
                }
            }
            paragraphs.add(new Paragraph(paragraphs.size() + 1, steps, text));
        }
        return paragraphs;
    }

    private static String step(int depth, String mark) {
        String plain = mark.replaceAll("\\s", "");
        return depth == HAN_IN_BRACKETS || depth == NUMBER_IN_BRACKETS ? "（" + plain + "）" : plain;
    }

    /** A step as it is compared: half-width, without blanks and final dots. */
    static String normal(String step) {
        return Normalizer.normalize(step, Normalizer.Form.NFKC).replaceAll("[\\s.、]", "");
    }
}
