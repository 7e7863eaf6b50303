package org.sangyu.policy.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sangyu.policy.internal.own.OwnContent;
import org.sangyu.rules.packs.ConflictRule;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.Standard;
import org.sangyu.rules.packs.Timeline;
import org.sangyu.rules.packs.Unit;
import org.sangyu.ui.Page;

/** What an entered value says, in words, and what stands in its place today. */
final class OwnWords {

    private final PackSet packs;
    private final Page page;
    private final ValueWords values;
    private final ConditionWords conditions;

    OwnWords(PackSet packs, Page page) {
        this.packs = packs;
        this.page = page;
        this.values = new ValueWords(page);
        this.conditions = new ConditionWords(page, packs);
    }

    List<String> lines(String subject, OwnContent content) {
        List<String> lines = new ArrayList<>();
        if (content.amount() != null) {
            lines.addAll(values.lines(content.amount().standard(unit(subject))));
            if (content.who() != null) {
                lines.add(page.say("policy.own.for"));
                conditions
                        .lines(content.who().condition())
                        .forEach(line -> lines.add("　".repeat(line.depth()) + line.text()));
            }
            return lines;
        }
        return content.conflict() == null
                ? setting(content.setting())
                : List.of(conflict(content.conflict(), content.members(), true));
    }

    private Unit unit(String benefit) {
        return packs.benefits().stream()
                .filter(one -> one.id().equals(benefit))
                .findFirst()
                .orElseThrow()
                .unit();
    }

    List<String> amounts(List<Parameter<Standard>> layers, LocalDate day) {
        List<String> lines = new ArrayList<>();
        for (Timeline.Candidate<Standard> candidate : Timeline.on(layers, day, null)) {
            if (candidate instanceof Timeline.Candidate.InForce<Standard>(var dated)) {
                lines.addAll(values.lines(dated.value()));
            }
        }
        return lines;
    }

    String conflict(ConflictRule rule, List<String> members, boolean confirmed) {
        String said = page.say("policy.conflict." + rule, conditions.names(members));
        return confirmed ? said : said + page.say("policy.own.unconfirmed");
    }

    List<String> setting(List<String> set) {
        return set.isEmpty()
                ? List.of(page.say("policy.settings.unset"))
                : set.stream().map(one -> SettingPages.word(one, page)).toList();
    }
}
