package org.sangyu.policy.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sangyu.policy.internal.ClauseSplitter.Paragraph;

/**
 * Finds the paragraphs of a cited clause: steps divided by blanks, {@code 第3段} for a paragraph directly under a step,
 * {@code 第10项 第11项} and {@code 第1项 至 第16项} for items of a list.
 */
public final class ClauseFinder {

    private static final Pattern PARAGRAPH = Pattern.compile("第(\\d+)段");
    private static final Pattern ITEM = Pattern.compile("第(\\d+)项");
    private static final String TO = "至";
    private static final int MOST = 40;

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
        return under(text, tokens).stream().limit(MOST).toList();
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
        for (Paragraph paragraph : text) {
            if (matches(paragraph.steps(), tokens)) {
                found.add(paragraph);
            } else if (!found.isEmpty()) {
                break;
            }
        }
        return found;
    }

    private static List<Paragraph> nth(List<Paragraph> text, List<String> tokens, int wanted) {
        int number = 0;
        for (Paragraph paragraph : text) {
            boolean directly = !paragraph.steps().isEmpty()
                    && matches(paragraph.steps(), tokens)
                    && ClauseSplitter.normal(paragraph.steps().getLast()).equals(tokens.getLast());
            if (directly && !paragraph.isHeading() && ++number == wanted) {
                return List.of(paragraph);
            }
        }
        return List.of();
    }

    /** True when the tokens stand among the steps in their order. */
    private static boolean matches(List<String> steps, List<String> tokens) {
        int at = 0;
        for (String step : steps) {
            if (at < tokens.size() && ClauseSplitter.normal(step).equals(tokens.get(at))) {
                at++;
            }
        }
        return at == tokens.size();
    }
}
