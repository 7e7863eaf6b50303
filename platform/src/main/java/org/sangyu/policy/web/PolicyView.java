package org.sangyu.policy.web;

import java.util.List;

/** What the pages of the policy browser show; every text in the reader's language. */
public final class PolicyView {

    private PolicyView() {}

    /** One benefit in the list: its page, names, badge, and what it gives today, a line each. */
    public record Row(String href, String name, String kind, String tone, String standing, List<String> today) {}

    /** Where something is written: the clause's page and how it is printed; the mark says how strong the paper is. */
    public record Clause(String href, String text, String mark) {}

    /** A value over time: from, until, lines, layer, clause. */
    public record Value(String from, String until, List<String> lines, String layer, Clause clause) {}

    /** A condition of one layer: its days, from and until, lines indented by depth, clause. */
    public record Who(String from, String until, String layer, List<String> lines, Clause clause) {}

    /** Benefits that do not add up: id, the rule in words, whether it is confirmed, clause. */
    public record Conflict(String id, String text, boolean confirmed, Clause clause) {}

    /**
     * The page of one benefit.
     *
     * @param id lasting name, in addresses
     * @param name its name
     * @param region of which region
     * @param kind money, service or thing, and how often
     * @param tone of the badge
     * @param standing whether the region has it
     * @param values over time, nearest layer first
     * @param who for whom
     * @param conflicts with other benefits
     * @param missing what the documents do not say, a sentence each
     */
    public record Benefit(
            String id,
            String name,
            String region,
            String kind,
            String tone,
            String standing,
            List<Value> values,
            List<Who> who,
            List<Conflict> conflicts,
            List<String> missing) {}

    /** A document in the list: its page, title, number, issuer, day, and whether its text is here. */
    public record Document(
            String href, String title, String number, String issuer, String issued, boolean loaded, String state) {}

    /** A paragraph of an official text: its anchor, depth and words. */
    public record Paragraph(String anchor, int depth, String text) {}
}
