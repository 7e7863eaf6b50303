package org.sangyu.policy.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sangyu.policy.internal.ClauseSplitter.Paragraph;

/**
 * Finds the paragraphs of a cited clause: steps divided by blanks, {@code 第3段} for a paragraph directly under a step,
 * {@code 第10项 第11项} and {@code 第1项 至 第16项} for items of a list.
 *
 * <p>A step may be cited with its heading where its number stands twice ({@code （三）构建四个体系}), and the last one may be
 * the words of a table's row ({@code 专栏1 养老服务床位总量}).
 */
public final class ClauseFinder {

    private static final Pattern PARAGRAPH = Pattern.compile("第(\\d+)段");
    private static final Pattern ITEM = Pattern.compile("第(\\d+)项");
    private static final String TO = "至";
    private static final int MOST = 40;
    private static final int FEWEST_WORDS = 4;
    private static final int LONGEST_OPENING = 30;

    private ClauseFinder() {}

    /** The paragraphs, in the order of the text, at most 40; empty when the clause is not found. */
    public static List<Paragraph> find(List<Paragraph> text, String clause) {
        List<String> tokens =
                List.of(ClauseSplitter.normal(clause.replaceAll("\\s+", "|")).split("\\|", -1));
        List<Integer> items = items(tokens);
        if (!items.isEmpty()) {
            Set<Paragraph> found = new LinkedHashSet<>();
            for (int item : items) {
                found.addAll(under(text, List.of(String.valueOf(item))));
            }
            return found.stream().limit(MOST).toList();
        }
        Matcher paragraph = PARAGRAPH.matcher(tokens.getLast());
        if (paragraph.matches()) {
            return nth(text, tokens.subList(0, tokens.size() - 1), Integer.parseInt(paragraph.group(1)));
        }
        List<Paragraph> found = under(text, tokens);
        return (found.isEmpty() ? row(text, tokens) : found)
                .stream().limit(MOST).toList();
    }

    /** The rows below the other steps that hold the last one as words. */
    private static List<Paragraph> row(List<Paragraph> text, List<String> tokens) {
        String words = tokens.getLast();
        if (tokens.size() < 2 || words.length() < FEWEST_WORDS) {
            return List.of();
        }
        return under(text, tokens.subList(0, tokens.size() - 1)).stream()
                .filter(paragraph -> paragraph.isHeading()
                        && ClauseSplitter.normal(paragraph.text()).contains(words))
                .toList();
    }

    private static List<Integer> items(List<String> tokens) {
        List<Integer> items = new ArrayList<>();
        boolean range = false;
        for (String token : tokens) {
            Matcher item = ITEM.matcher(token);
            if (token.equals(TO)) {
                range = true;
            } else if (item.matches()) {
                int number = Integer.parseInt(item.group(1));
                int from = range && !items.isEmpty() ? items.getLast() + 1 : number;
                for (int one = from; one <= number && items.size() < MOST; one++) {
                    items.add(one);
                }
                range = false;
            } else {
                return List.of();
            }
        }
        return items;
    }

    private static List<Paragraph> under(List<Paragraph> text, List<String> tokens) {
        List<Paragraph> found = new ArrayList<>();
        Map<List<String>, String> headings = new HashMap<>();
        for (Paragraph paragraph : text) {
            if (matches(paragraph, tokens, headings)) {
                found.add(paragraph);
            } else if (!found.isEmpty()) {
                break;
            }
        }
        return found;
    }

    private static List<Paragraph> nth(List<Paragraph> text, List<String> tokens, int wanted) {
        int number = 0;
        Map<List<String>, String> headings = new HashMap<>();
        for (Paragraph paragraph : text) {
            boolean directly = matches(paragraph, tokens, headings)
                    && !paragraph.steps().isEmpty()
                    && tokens.getLast()
                            .startsWith(ClauseSplitter.normal(paragraph.steps().getLast()));
            if (directly && !paragraph.isHeading() && !opens(paragraph) && ++number == wanted) {
                return List.of(paragraph);
            }
        }
        return List.of();
    }

    /** A short line that begins with the step's own mark is its heading, even where it ends like a sentence. */
    private static boolean opens(Paragraph paragraph) {
        return paragraph.text().length() <= LONGEST_OPENING
                && ClauseSplitter.normal(paragraph.text())
                        .startsWith(ClauseSplitter.normal(paragraph.steps().getLast()));
    }

    /** True when the tokens stand among the steps in their order, each as its mark or as the whole heading. */
    private static boolean matches(Paragraph paragraph, List<String> tokens, Map<List<String>, String> headings) {
        List<String> steps = paragraph.steps();
        String own = ClauseSplitter.normal(paragraph.text());
        if (!steps.isEmpty() && own.startsWith(ClauseSplitter.normal(steps.getLast()))) {
            headings.put(steps, own);
        }
        int at = 0;
        for (int i = 0; i < steps.size() && at < tokens.size(); i++) {
            String token = tokens.get(at);
            if (ClauseSplitter.normal(steps.get(i)).equals(token)
                    || token.equals(headings.get(steps.subList(0, i + 1)))) {
                at++;
            }
        }
        return at == tokens.size();
    }
}
