package org.sangyu.policy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Wording;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.packs.AmountRule;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.SourceKind;
import org.sangyu.rules.packs.Standard;
import org.sangyu.rules.packs.Unit;
import org.sangyu.rules.packs.When;
import org.sangyu.ui.Page;

/** Standards and their days in words. */
final class ValueWords {

    private final Page page;
    private final Wording wording;

    ValueWords(Page page) {
        this.page = page;
        this.wording = Wording.in(page.words().language().code());
    }

    /** One line for each band or row. */
    List<String> lines(Standard standard) {
        List<String> lines = new ArrayList<>();
        switch (standard.rule()) {
            case AmountRule.Flat flat -> lines.add(amount(flat.amount(), standard));
            case AmountRule.Bands bands -> {
                for (int i = 0; i < bands.bands().size(); i++) {
                    AmountRule.Band band = bands.bands().get(i);
                    String ages = i + 1 < bands.bands().size()
                            ? page.say(
                                    "policy.band.between",
                                    band.fromAge(),
                                    bands.bands().get(i + 1).fromAge() - 1)
                            : page.say("policy.band.from", band.fromAge());
                    lines.add(page.say("policy.line", ages, amount(band.amount(), standard)));
                }
            }
            case AmountRule.Table table -> table.rows().forEach(row -> lines.add(row(table, row, standard)));
            case AmountRule.BySelfCare care -> {
                lines.add(care("FULL", care.full(), standard));
                lines.add(care("PARTIAL", care.partial(), standard));
                lines.add(care("NONE", care.none(), standard));
            }
        }
        return lines;
    }

    private String row(AmountRule.Table table, AmountRule.Row row, Standard standard) {
        return page.say("policy.line", who(table, row), amount(row.amount(), standard));
    }

    /** Whom one row of a table is for. */
    String who(AmountRule.Table table, AmountRule.Row row) {
        List<String> choices = new ArrayList<>();
        for (int i = 0; i < table.by().size(); i++) {
            Attribute attribute = table.by().get(i);
            choices.add(wording.choice(
                    attribute, attribute.domain().get(row.choices().get(i))));
        }
        return choices.stream().collect(Collectors.joining(page.say("policy.and"), wording.tag(table.tag()) + " ", ""));
    }

    private String care(String choice, long amount, Standard standard) {
        return page.say("policy.line", selfCare(choice), amount(amount, standard));
    }

    /** A degree of self-care in words. */
    String selfCare(String choice) {
        return wording.choice(Attribute.SELF_CARE, choice);
    }

    private String amount(long amount, Standard standard) {
        Unit unit = standard.unit();
        String said = wording.amount(amount, unit);
        return standard.atLeast() ? page.say("policy.at-least", said) : said;
    }

    /** From when, as exactly as the document says it. */
    String from(When when) {
        if (when.equals(When.ALWAYS)) {
            return page.say("policy.when.always");
        }
        if (when.seen()) {
            return page.say("policy.when.seen", when.latest().toString());
        }
        if (when.isExact() || !when.written().contains("..")) {
            return when.written().length() == 4 ? page.say("policy.when.year", when.written()) : when.written();
        }
        return page.say(
                "policy.when.between", when.earliest().toString(), when.latest().toString());
    }

    /** Until when: the last day where one is known, else until the next value, else until further notice. */
    String until(Dated<?> value, @Nullable Dated<?> next) {
        if (value.to() != null) {
            return last(value.to());
        }
        if (next != null) {
            return last(next.from());
        }
        return value.confirmed() == null
                ? page.say("policy.when.open")
                : page.say("policy.when.confirmed", value.confirmed().toString());
    }

    private String last(When end) {
        return end.isExact()
                ? page.say("policy.when.last", end.earliest().minusDays(1).toString())
                : page.say("policy.when.before", from(end));
    }

    /** The mark beside a value that does not stand on the rule itself; empty for the rule. */
    String mark(SourceKind kind) {
        return kind == SourceKind.RULE ? "" : page.say("policy.kind." + kind.name());
    }
}
