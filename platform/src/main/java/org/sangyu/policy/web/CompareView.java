package org.sangyu.policy.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages that lay regions side by side show; every text in the reader's language. */
public final class CompareView {

    private CompareView() {}

    /** A mark: its tone and its word. */
    public record Mark(String tone, String text) {}

    /**
     * An amount, or a text, of one region.
     *
     * @param text what its documents give; a dash where they give nothing
     * @param difference against the region compared with, for instance {@code +10.00}; empty when the same
     */
    public record Cell(String text, String difference) {

        /** True when it is not what the other region has. */
        public boolean differs() {
            return !difference.isEmpty();
        }
    }

    /**
     * One region under one benefit.
     *
     * @param region its name
     * @param href its own page of the benefit; empty where there is none
     * @param base whether the others are compared with it
     * @param standing whether it has the benefit
     * @param draft what only a draft says; null when nothing
     * @param amounts one for each column
     * @param who for whom, a line each
     * @param whoDiffers whether that is not as in the region compared with
     * @param from since when, as exactly as the document says
     * @param until up to when
     * @param clauses where it is written
     * @param notes what must be known before trusting it
     */
    public record Row(
            String region,
            String href,
            boolean base,
            Mark standing,
            @Nullable Mark draft,
            List<Cell> amounts,
            List<String> who,
            boolean whoDiffers,
            String from,
            String until,
            List<PolicyView.Clause> clauses,
            List<String> notes) {}

    /** One benefit over all regions: its name, unit, heads of the columns of amounts, a row for each region. */
    public record Benefit(String id, String name, String unit, List<String> heads, List<Row> rows) {}

    /** A benefit of a region in the overview: its page, its mark, a draft's mark, what it gives, a line each. */
    public record Square(
            String href, Mark standing, @Nullable Mark draft, List<String> lines) {}

    /** A line of the overview: a benefit and its squares, one for each region. */
    public record Line(String href, String name, List<Square> squares) {}

    /** The overview: names of the regions, and the benefits. */
    public record Overview(List<String> regions, List<Line> lines) {}
}
