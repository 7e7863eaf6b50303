package org.sangyu.access.seal;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.seal.Finding.What;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an export row by row; memory holds the leaves of one seal.
 *
 * <p>Finds every change, gap and missing end that the export itself can show. Somebody who owns the whole installation
 * could make everything anew: against that stands the newest chain printed elsewhere, on paper or in another export; it
 * is handed in with the check.
 */
public final class Verification {

    private static final int MOST_FINDINGS = 1_000;
    private static final int LONGEST_ROW = 1 << 22;
    private static final HexFormat HEX = HexFormat.of();

    private final JsonMapper json = new JsonMapper();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final String expected;
    private long row;
    private long seals;
    private long lines;
    private long others;
    private long erased;
    private long erasedTo;
    private @Nullable String place;
    private byte[] chain = {};
    private long number = -1;
    private @Nullable Seal seal;
    private int position;
    private boolean ended;

    private Verification(String expected) {
        this.expected = expected;
    }

    /**
     * What came of it.
     *
     * @param lines lines that were compared with their seal
     * @param others leaves of lines that the export need not show
     * @param erased leaves of lines that the export says were erased after the time they are kept
     * @param newest chain of the last seal, in hexadecimal digits; empty without any
     * @param findings the first thousand
     */
    public record Report(long seals, long lines, long others, long erased, String newest, List<Finding> findings) {

        /** True when nothing was found. */
        public boolean stands() {
            return findings.isEmpty();
        }
    }

    /**
     * Checks an export.
     *
     * @param expected chain of the newest seal as printed elsewhere, in hexadecimal digits; empty when there is none to
     *     compare with
     */
    public static Report of(BufferedReader export, String expected) throws IOException {
        Verification check = new Verification(expected);
        for (String text = export.readLine(); text != null; text = export.readLine()) {
            check.row++;
            check.read(text);
        }
        return check.report();
    }

    private Report report() {
        closeSeal();
        if (!ended) {
            find(What.CUT_OFF, Math.max(number, 0));
        }
        String newest = HEX.formatHex(chain);
        if (!expected.isEmpty() && !expected.equalsIgnoreCase(newest)) {
            find(What.OTHER_ROOT, Math.max(number, 0));
        }
        return new Report(seals, lines, others, erased, newest, List.copyOf(findings));
    }

    private void read(String text) {
        try {
            if (text.length() > LONGEST_ROW || ended) {
                find(What.UNREADABLE, 0);
                return;
            }
            JsonNode node = json.readTree(text);
            switch (node.path("is").asString("")) {
                case "head" -> head(node);
                case "seal" -> seal(node);
                case "leaf" -> leaf(node);
                case "open" -> {
                    closeSeal();
                    find(What.UNSEALED_LINE, entry(node.path("entry")).id());
                }
                case "end" -> end(node);
                default -> find(What.UNREADABLE, 0);
            }
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            find(What.UNREADABLE, 0);
        }
    }

    private void head(JsonNode node) {
        if (place != null || !LedgerWriter.FORMAT.equals(text(node, "format"))) {
            find(What.UNREADABLE, 0);
        }
        place = text(node, "place");
        chain = HEX.parseHex(text(node, "before"));
        erasedTo = node.path("erasedTo").asLong(0);
    }

    private void seal(JsonNode node) {
        closeSeal();
        Seal next = new Seal(
                node.path("number").longValue(),
                LocalDate.parse(text(node, "day")),
                Instant.parse(text(node, "at")),
                node.path("leaves").intValue(),
                Algorithm.of(text(node, "algorithm")).orElseThrow(IllegalArgumentException::new),
                HEX.parseHex(text(node, "root")),
                HEX.parseHex(text(node, "chain")));
        boolean gap = number >= 0 ? next.number() != number + 1 : chain.length == 0 && next.number() != 1;
        if (gap) {
            find(What.MISSING_SEAL, number >= 0 ? number + 1 : 1);
        } else if (!next.follows(chain)) {
            find(What.BROKEN_CHAIN, next.number());
        }
        seals++;
        seal = next;
        number = next.number();
        chain = next.chain();
        position = 0;
        leaves.clear();
    }

    private void leaf(JsonNode node) {
        if (seal == null || place == null) {
            find(What.UNREADABLE, 0);
            return;
        }
        int at = node.path("position").intValue();
        if (at != position + 1) {
            find(What.MISSING_LINE, seal.number());
        }
        position = at;
        Leaf leaf = new Leaf(node.path("line").longValue(), text(node, "county"), HEX.parseHex(text(node, "content")));
        leaves.add(leaf);
        JsonNode written = node.path("entry");
        if (written.isMissingNode()) {
            if (!isDue(leaf)) {
                others++;
            } else if (seal.number() <= erasedTo) {
                erased++;
            } else {
                find(What.MISSING_LINE, leaf.line());
            }
        } else {
            lines++;
            if (!leaf.matches(seal.algorithm(), entry(written))) {
                find(What.CHANGED_LINE, leaf.line());
            }
        }
    }

    /** Lines of the place asked for must be shown; those of the installation only to whoever sees the nation. */
    private boolean isDue(Leaf leaf) {
        String asked = place == null ? "" : place;
        boolean nation = asked.length() <= 1;
        return leaf.county().isEmpty() ? nation : leaf.county().startsWith(asked);
    }

    private void closeSeal() {
        Seal open = seal;
        seal = null;
        if (open == null) {
            return;
        }
        if (leaves.size() < open.leaves() && position == leaves.size()) {
            find(What.MISSING_LINE, open.number());
        } else if (leaves.size() == open.leaves() && !open.holds(leaves)) {
            find(What.CHANGED_SEAL, open.number());
        }
    }

    private void end(JsonNode node) {
        closeSeal();
        ended = true;
        if (node.path("number").longValue() != Math.max(number, 0)
                || (number >= 0 && !HEX.formatHex(chain).equals(text(node, "chain")))) {
            find(What.CUT_OFF, Math.max(number, 0));
        }
    }

    private static Entry entry(JsonNode node) {
        TreeMap<String, String> detail = new TreeMap<>();
        node.path("detail")
                .properties()
                .forEach(one -> detail.put(one.getKey(), one.getValue().asString()));
        return new Entry(
                node.path("id").longValue(),
                Instant.parse(text(node, "at")),
                text(node, "account"),
                text(node, "person"),
                text(node, "role"),
                text(node, "desk"),
                text(node, "address"),
                text(node, "verb"),
                node.path("subject").isString() ? node.path("subject").asString() : null,
                node.path("place").isString() ? node.path("place").asString() : null,
                detail);
    }

    private static String text(JsonNode node, String name) {
        JsonNode found = node.path(name);
        if (!found.isString()) {
            throw new IllegalArgumentException(name);
        }
        return found.asString();
    }

    private void find(What what, long about) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(what, about, row));
        }
    }
}
