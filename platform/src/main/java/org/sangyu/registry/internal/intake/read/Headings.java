package org.sangyu.registry.internal.intake.read;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sangyu.registry.internal.intake.sheet.SheetCell;
import org.sangyu.registry.internal.intake.sheet.SheetRow;

/** Recognises the row of headings and what each column holds. */
public final class Headings {

    private static final int LOOK_AT_ROWS = 30;
    private static final int LEAST_RECOGNISED = 2;
    private static final int LONGEST_UNKNOWN = 8;
    private static final Map<String, Heading> BY_WORD = load();

    private Headings() {}

    /**
     * Where the table begins and what its columns are.
     *
     * @param row number of the last row of headings; data begin below
     * @param columns what each column from the first on holds; empty where it is not recognised
     * @param titles the headings as written, one for each column
     */
    public record Found(int row, List<Optional<Heading>> columns, List<String> titles) {}

    /** How many rows at the top may stand above or be the headings. */
    public static int lookAt() {
        return LOOK_AT_ROWS;
    }

    /** What a heading means, if it is known. */
    public static Optional<Heading> meaning(String title) {
        String key = Lexicon.key(title).replaceAll("[*:：\"“”]", "");
        Heading whole = BY_WORD.get(key);
        if (whole != null) {
            return Optional.of(whole);
        }
        return Optional.ofNullable(BY_WORD.get(key.replaceAll("[(\\[【（][^)\\]】）]*[)\\]】）]", "")));
    }

    /** The headings among the first rows: the row with most known words; under it a second row may refine them. */
    public static Optional<Found> find(List<SheetRow> top) {
        int best = -1;
        int most = LEAST_RECOGNISED - 1;
        for (int i = 0; i < Math.min(top.size(), LOOK_AT_ROWS); i++) {
            int known = recognised(top.get(i)).size();
            if (known > most) {
                most = known;
                best = i;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        SheetRow upper = best > 0 && isGroupRow(top.get(best - 1)) ? top.get(best - 1) : null;
        if (upper != null) {
            return Optional.of(found(upper, top.get(best)));
        }
        SheetRow lower = best + 1 < top.size() && refines(top.get(best), top.get(best + 1)) ? top.get(best + 1) : null;
        return Optional.of(lower == null ? found(top.get(best), top.get(best)) : found(top.get(best), lower));
    }

    /**
     * True for a second row of headings: some of it is known, none of it is a number, and under a heading that is known
     * nothing stands but another heading. A column that nobody knows, such as 组, does not make it a person.
     */
    private static boolean refines(SheetRow upper, SheetRow lower) {
        if (recognised(lower).isEmpty()) {
            return false;
        }
        int width = lower.cells().size();
        for (int i = 0; i < width; i++) {
            SheetCell cell = lower.cell(i);
            boolean unknown = !cell.isBlank() && meaning(cell.text()).isEmpty();
            boolean isValue = !cell.isBlank()
                    && (cell.kind() != SheetCell.Kind.TEXT
                            || unknown && cell.text().chars().anyMatch(Character::isDigit));
            boolean under = meaning(Typed.text(upper.cell(i))).isPresent();
            if (isValue || unknown && (under || cell.text().length() > LONGEST_UNKNOWN)) {
                return false;
            }
        }
        return true;
    }

    /** A row that only holds headings: at least one known, and nothing but text. */
    private static boolean isGroupRow(SheetRow row) {
        if (recognised(row).isEmpty()) {
            return false;
        }
        for (SheetCell cell : row.cells()) {
            if (!cell.isBlank()
                    && (cell.kind() != SheetCell.Kind.TEXT
                            || meaning(cell.text()).isEmpty())) {
                return false;
            }
        }
        return true;
    }

    private static Found found(SheetRow upper, SheetRow lower) {
        List<Optional<Heading>> columns = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        Set<Heading> taken = EnumSet.noneOf(Heading.class);
        int width = Math.max(upper.cells().size(), lower.cells().size());
        for (int i = 0; i < width; i++) {
            String title = Typed.text(lower.cell(i));
            if (title.isEmpty()) {
                title = Typed.text(upper.cell(i));
            }
            Optional<Heading> heading = meaning(title);
            // Of two columns with one meaning the first counts; the page lets the clerk choose otherwise.
            boolean free = heading.isEmpty() || heading.get() == Heading.IGNORED || taken.add(heading.get());
            columns.add(free ? heading : Optional.empty());
            titles.add(title);
        }
        return new Found(lower.number(), columns, titles);
    }

    private static Set<Heading> recognised(SheetRow row) {
        Set<Heading> known = EnumSet.noneOf(Heading.class);
        for (SheetCell cell : row.cells()) {
            if (cell.kind() == SheetCell.Kind.TEXT) {
                meaning(cell.text()).ifPresent(known::add);
            }
        }
        return known;
    }

    private static Map<String, Heading> load() {
        Map<String, Heading> byWord = new HashMap<>();
        Lexicon.read("headings").forEach((heading, words) -> {
            for (String word : words.split(",")) {
                byWord.put(Lexicon.key(word), Heading.valueOf(heading));
            }
        });
        return byWord;
    }
}
