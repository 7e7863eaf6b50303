package org.sangyu.registry.web;

import java.util.List;

/**
 * What a person can have in a month, and why.
 *
 * @param name whose
 * @param elder address of the person's page
 * @param month the month decided for
 * @param before the month before
 * @param after the month after
 * @param lines every benefit in its fixed order; empty when nothing decides yet
 */
public record EntitlementView(String name, String elder, String month, String before, String after, List<Line> lines) {

    /**
     * One benefit with its outcome.
     *
     * @param missed that it is not received, and since when; empty when it is, or nobody can say
     */
    public record Line(
            String name,
            String tone,
            String outcome,
            String missed,
            String amount,
            List<Because> reasons,
            String href) {}

    /** One reason with its clause. */
    public record Because(String sentence, String clause) {}
}
