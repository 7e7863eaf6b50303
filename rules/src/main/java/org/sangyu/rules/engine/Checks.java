package org.sangyu.rules.engine;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.sangyu.rules.Arg;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.Condition;
import org.sangyu.rules.packs.Group;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.ReceivedBenefit;
import org.sangyu.rules.packs.Text;

/** Makes conditions ready for one frame. */
final class Checks {
    private final Frame frame;
    private final Deque<String> groupsOpen = new ArrayDeque<>();

    Checks(Frame frame) {
        this.frame = frame;
    }

    Check of(Condition condition, Cite cite) {
        return switch (condition) {
            case Condition.All all ->
                new Joined.All(all.of().stream().map(c -> of(c, cite)).toList());
            case Condition.Any any ->
                new Joined.Any(any.of().stream().map(c -> of(c, cite)).toList());
            case Condition.Not not -> new Joined.Not(of(not.of(), cite));
            case Condition.Age age -> new PersonChecks.OfAge(age.atLeast(), age.below(), cite);
            case Condition.HasTag tag -> tag(tag, cite);
            case Condition.EconomicDifficulty _ -> new TagChecks.Difficulty(frame.rules.difficultyTags(), cite);
            case Condition.Disabled _ -> new AbilityChecks.Disabled(frame.rules.disabledFrom(), cite);
            case Condition.SevereHandicap _ ->
                new TagChecks.Severe(
                        frame.rules.severeGrades(), detailUnknown(Tag.HANDICAP, Attribute.GRADE, cite), cite);
            case Condition.InInstitution _ -> new PersonChecks.InInstitution(cite);
            case Condition.Ability ability -> ability(ability, cite);
            case Condition.Ltci ltci -> new AbilityChecks.LtciGrade(ltci.atLeast(), cite);
            case Condition.IsSex sex ->
                new PersonChecks.OfSex(
                        sex.sex(), new Unknown(Unknown.SEX, 2, cite.reason(ReasonCode.SEX_UNKNOWN, null)), cite);
            case Condition.Receives receives ->
                new PersonChecks.ReceivesIt(receives.benefit(), named(frame.packs, receives.benefit()), cite);
            case Condition.InGroup group -> group(group.group(), cite);
        };
    }

    private Check tag(Condition.HasTag has, Cite cite) {
        if (has.choices().isEmpty()) {
            return new TagChecks.Has(has.tag(), cite);
        }
        List<Unknown> unknowns = has.choices().stream()
                .map(c -> detailUnknown(has.tag(), c.attribute(), cite))
                .toList();
        return new TagChecks.HasWith(has.tag(), has.choices(), unknowns, cite);
    }

    private static Check ability(Condition.Ability ability, Cite cite) {
        Arg instrument = new Arg.Named(ability.instrument(), new Text(ability.instrument(), ability.instrument()));
        Unknown unknown = new Unknown(
                Unknown.ABILITY + Math.floorMod(ability.instrument().hashCode(), 800),
                6,
                cite.reason(ReasonCode.ABILITY_UNKNOWN, null, instrument));
        return new AbilityChecks.Level(ability.instrument(), ability.atLeast(), unknown, cite);
    }

    /** A group's members, as its own clause says; a group that is asked for inside itself has nobody. */
    Check group(String id, Cite cite) {
        if (groupsOpen.contains(id)) {
            return new Joined.Any(List.of());
        }
        groupsOpen.push(id);
        try {
            LocalDate day = frame.factDay;
            Choice<Check> members = Choice.of(
                    frame, frame.packs.members(frame.region, id, frame.draft), day, d -> of(d.value(), Cite.of(d)));
            return members.isEmpty()
                    ? new Never(cite.reason(ReasonCode.GROUP_UNDEFINED, null, group(id), place()))
                    : new Chosen(members, group(id));
        } finally {
            groupsOpen.pop();
        }
    }

    private Arg.Named group(String id) {
        return frame.packs.groups().stream()
                .filter(g -> g.id().equals(id))
                .map(Group::name)
                .map(name -> new Arg.Named(id, name))
                .findFirst()
                .orElse(new Arg.Named(id, new Text(id, id)));
    }

    private Arg.Place place() {
        return new Arg.Place(frame.region);
    }

    static Unknown detailUnknown(Tag tag, Attribute attribute, Cite cite) {
        return new Unknown(
                Unknown.DETAIL + tag.slot() * 16 + attribute.slot(),
                attribute.domain().size(),
                cite.reason(ReasonCode.DETAIL_UNKNOWN, null, new Arg.Tag(tag), new Arg.Detail(attribute)));
    }

    static Arg.Named named(PackSet packs, String benefit) {
        for (Benefit known : packs.benefits()) {
            if (known.id().equals(benefit)) {
                return new Arg.Named(benefit, known.name());
            }
        }
        ReceivedBenefit other = packs.received().get(benefit);
        return new Arg.Named(benefit, other == null ? new Text(benefit, benefit) : other.name());
    }
}
