package org.sangyu.policy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sangyu.rules.Wording;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Sex;
import org.sangyu.rules.packs.Condition;
import org.sangyu.rules.packs.Group;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.ui.Page;

/** Conditions in words, as an indented list: what must all hold, and of what one suffices. */
final class ConditionWords {

    private final Page page;
    private final Wording wording;
    private final Map<String, String> groups;
    private final Map<String, String> benefits;

    ConditionWords(Page page, PackSet packs) {
        String language = page.words().language().code();
        this.page = page;
        this.wording = Wording.in(language);
        this.groups = packs.groups().stream()
                .collect(Collectors.toMap(Group::id, group -> group.name().in(language)));
        this.benefits = packs.benefits().stream()
                .collect(Collectors.toMap(
                        benefit -> benefit.id(), benefit -> benefit.name().in(language)));
        packs.received()
                .forEach((id, received) -> benefits.put(id, received.name().in(language)));
    }

    /** Names of benefits, also of those that only other offices give. */
    String names(List<String> ids) {
        return ids.stream()
                .map(id -> benefits.getOrDefault(id, id))
                .collect(Collectors.joining(page.say("policy.and")));
    }

    /**
     * One line of the list.
     *
     * @param depth 0 for the outermost
     * @param text words of a condition, or what joins those below
     */
    record Line(int depth, String text) {}

    List<Line> lines(Condition condition) {
        List<Line> lines = new ArrayList<>();
        add(lines, 0, condition);
        return lines;
    }

    private void add(List<Line> lines, int depth, Condition condition) {
        switch (condition) {
            case Condition.All all -> join(lines, depth, "policy.condition.all", all.of());
            case Condition.Any any -> join(lines, depth, "policy.condition.any", any.of());
            case Condition.Not not -> join(lines, depth, "policy.condition.not", List.of(not.of()));
            default -> lines.add(new Line(depth, one(condition)));
        }
    }

    private void join(List<Line> lines, int depth, String key, List<Condition> of) {
        if (of.isEmpty()) {
            lines.add(new Line(depth, page.say("policy.condition.everyone")));
            return;
        }
        if (of.size() == 1 && !key.endsWith("not")) {
            add(lines, depth, of.getFirst());
            return;
        }
        lines.add(new Line(depth, page.say(key)));
        of.forEach(part -> add(lines, depth + 1, part));
    }

    private String one(Condition condition) {
        return switch (condition) {
            case Condition.Age age -> age(age);
            case Condition.HasTag tag -> tag(tag);
            case Condition.EconomicDifficulty difficulty -> page.say("policy.condition.difficulty");
            case Condition.Disabled disabled -> page.say("policy.condition.disabled");
            case Condition.SevereHandicap handicap -> page.say("policy.condition.handicap");
            case Condition.InInstitution institution -> page.say("policy.condition.institution");
            case Condition.Ability ability -> page.say("policy.condition.ability", ability.atLeast());
            case Condition.Ltci ltci -> page.say("policy.condition.ltci", ltci.atLeast());
            case Condition.IsSex sex ->
                page.say(sex.sex() == Sex.F ? "policy.condition.female" : "policy.condition.male");
            case Condition.Receives receives ->
                page.say("policy.condition.receives", benefits.getOrDefault(receives.benefit(), receives.benefit()));
            case Condition.InGroup group ->
                page.say("policy.condition.group", groups.getOrDefault(group.group(), group.group()));
            case Condition.All all -> throw new IllegalStateException("joined above");
            case Condition.Any any -> throw new IllegalStateException("joined above");
            case Condition.Not not -> throw new IllegalStateException("joined above");
        };
    }

    private String age(Condition.Age age) {
        if (age.below() >= Condition.Age.OPEN) {
            return page.say("policy.condition.age.from", age.atLeast());
        }
        return age.atLeast() == 0
                ? page.say("policy.condition.age.below", age.below())
                : page.say("policy.condition.age.between", age.atLeast(), age.below());
    }

    private String tag(Condition.HasTag tag) {
        String name = wording.tag(tag.tag());
        if (tag.choices().isEmpty()) {
            return name;
        }
        String choices = tag.choices().stream()
                .map(choice -> choice.values().stream()
                        .map(value -> choice(choice.attribute(), value))
                        .collect(Collectors.joining(page.say("policy.or"))))
                .collect(Collectors.joining(page.say("policy.and")));
        return page.say("policy.condition.tag", name, choices);
    }

    private String choice(Attribute attribute, int value) {
        return wording.choice(attribute, attribute.domain().get(value));
    }
}
