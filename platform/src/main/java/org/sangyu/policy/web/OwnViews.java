package org.sangyu.policy.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.own.Effect;
import org.sangyu.policy.internal.own.OwnKind;
import org.sangyu.policy.internal.own.OwnSource;
import org.sangyu.policy.internal.own.OwnState;
import org.sangyu.policy.internal.own.OwnValue;
import org.sangyu.policy.internal.own.OwnValues;
import org.sangyu.regions.Regions;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Unit;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Money;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Page;

/** Makes the views of entered values. */
final class OwnViews {

    private static final Map<OwnState, String> TONES = Map.of(
            OwnState.PROPOSED, "wait",
            OwnState.IN_FORCE, "ok",
            OwnState.REFUSED, "bad",
            OwnState.WITHDRAWN, "off",
            OwnState.ENDED, "off");

    private final PackSet packs;
    private final Regions regions;
    private final Page page;
    private final OwnWords words;

    OwnViews(PackSet packs, Regions regions, Page page) {
        this.packs = packs;
        this.regions = regions;
        this.page = page;
        this.words = new OwnWords(packs, page);
    }

    OwnView.Row row(OwnValue value) {
        OwnValue.Deed decided = value.decided();
        String people = decided == null
                ? value.proposed().person()
                : value.proposed().person() + page.say("policy.and") + decided.person();
        return new OwnView.Row(
                "/policies/own/" + value.id(),
                about(value),
                words.lines(value.subject(), value.content()),
                regions.fullName(value.place()),
                days(value),
                state(value),
                people);
    }

    OwnView.One one(OwnValue value, Desk desk) {
        OwnSource source = value.source();
        boolean waiting = value.isWaiting();
        boolean decide = OwnValues.mayDecide(desk, value);
        boolean mine = waiting && value.askedBy().equals(desk.account());
        boolean propose = OwnValues.mayPropose(desk, value.place());
        return new OwnView.One(
                "/policies/own/" + value.id(),
                about(value),
                page.say("policy.own.kind." + value.kind()),
                regions.fullName(value.place()),
                days(value),
                words.lines(value.subject(), value.content()),
                value.state() == OwnState.PROPOSED ? forms(value).now(value.from()) : null,
                state(value),
                new OwnView.Paper(
                        "《" + source.title() + "》" + (source.number() == null ? "" : source.number()),
                        source.issued() == null
                                ? source.issuer()
                                : source.issuer() + page.say("policy.dot") + source.issued(),
                        source.clause(),
                        source.words(),
                        "/files/" + source.scan().sha256(),
                        source.scan().name()),
                deeds(value),
                effects(value.effect()),
                new OwnView.May(
                        decide,
                        mine,
                        propose && value.state() == OwnState.IN_FORCE && !value.isEnding(),
                        waiting && (decide || mine || propose),
                        value.isEnding(),
                        waiting && !decide ? page.say(waits(value, mine)) : ""));
    }

    private static String waits(OwnValue value, boolean mine) {
        if (mine) {
            return "policy.own.waits.other";
        }
        return value.kind() == OwnKind.AMOUNT ? "policy.own.waits.chief" : "policy.own.waits.administrator";
    }

    /** The name of what it is about. */
    String about(OwnValue value) {
        return forms(value).about();
    }

    private OwnForms forms(OwnValue value) {
        return new OwnForms(
                packs, RegionCode.of(value.region()), page, new OwnForms.Subject(value.kind(), value.subject()));
    }

    private String days(OwnValue value) {
        if (value.kind() == OwnKind.SETTING) {
            return page.say("policy.own.at-once");
        }
        LocalDate to = value.to();
        return to == null
                ? page.say("policy.compare.since", value.from())
                : page.say("policy.own.days", value.from(), Formats.lastDay(to));
    }

    private CompareView.Mark state(OwnValue value) {
        String key = value.isEnding() ? "ENDING" : value.state().name();
        String tone = value.isEnding() ? "wait" : TONES.getOrDefault(value.state(), "off");
        return new CompareView.Mark(tone, page.say("policy.own.state." + key));
    }

    private List<OwnView.Deed> deeds(OwnValue value) {
        List<OwnView.Deed> deeds = new ArrayList<>();
        add(deeds, value.proposed(), "policy.own.deed.PROPOSED");
        if (value.decided() != null) {
            String what = value.state() == OwnState.ENDED
                    ? OwnState.IN_FORCE.name()
                    : value.state().name();
            add(deeds, value.decided(), "policy.own.deed." + what);
        }
        if (value.ending() != null) {
            add(deeds, value.ending(), "policy.own.deed.ENDING");
        }
        if (value.ended() != null) {
            deeds.add(new OwnView.Deed(
                    Formats.instant(value.ended()),
                    page.say(value.ending() == null ? "policy.own.deed.REPLACED" : "policy.own.deed.ENDED"),
                    ""));
        }
        return deeds;
    }

    private void add(List<OwnView.Deed> deeds, OwnValue.Deed deed, String wordKey) {
        deeds.add(new OwnView.Deed(Formats.instant(deed.at()), page.say(wordKey, deed.person()), deed.reason()));
    }

    private OwnView.@Nullable Effects effects(@Nullable Effect effect) {
        if (effect == null) {
            return null;
        }
        return new OwnView.Effects(
                page.say(
                        "policy.own.effect.at",
                        effect.month(),
                        Formats.count(effect.people()),
                        Formats.instant(Instant.parse(effect.at()))),
                effect.lines().stream().map(this::line).toList());
    }

    private OwnView.Effect line(Effect.Line line) {
        Benefit benefit = packs.benefits().stream()
                .filter(one -> one.id().equals(line.benefit()))
                .findFirst()
                .orElseThrow();
        Unit unit = benefit.unit();
        long more = line.after() - line.before();
        return new OwnView.Effect(
                benefit.name().in(page.words().language().code()),
                page.say("policy.unit." + unit.name()),
                List.of(
                        Formats.count(line.begin()),
                        Formats.count(line.more()),
                        Formats.count(line.less()),
                        Formats.count(line.stop()),
                        Formats.count(line.open()),
                        Formats.count(line.settled())),
                number(unit, line.before()),
                number(unit, line.after()),
                (more > 0 ? "+" : more < 0 ? "−" : "") + number(unit, Math.abs(more)));
    }

    private static String number(Unit unit, long amount) {
        return unit.isMoney() ? Formats.yuan(new Money(amount)) : Formats.count(amount);
    }
}
