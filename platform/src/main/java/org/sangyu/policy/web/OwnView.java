package org.sangyu.policy.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;

/** What the pages of entered values show; every text in the reader's language. */
public final class OwnView {

    /** Heads by what happens to them, in the order of {@link Effect#heads}; the ends of the keys of their words. */
    public static final List<String> HEADS = List.of("begin", "more", "less", "stop", "open", "settled");

    private OwnView() {}

    /** One in the list: its page, what it is about, what it says, where and when it holds, how far it is, who. */
    public record Row(
            String href,
            String about,
            List<String> lines,
            String place,
            String from,
            CompareView.Mark state,
            String people) {}

    /** One deed: the day and minute, who did what, and why. */
    public record Deed(String at, String what, String reason) {}

    /** A paper: title with number and issuer, clause, its words, the scan's address and name. */
    public record Paper(String title, String issuer, String clause, String words, String scan, String scanName) {}

    /** What one benefit would see: heads by what happens to them, sums before, after and between. */
    public record Effect(
            String benefit, String unit, List<String> heads, String before, String after, String difference) {}

    /** The effect as a whole: when computed and for which month, people looked at, a line a benefit. */
    public record Effects(String computed, List<Effect> lines) {}

    /**
     * One entered value.
     *
     * @param about benefit, conflict or setting
     * @param kind in words
     * @param place where it holds
     * @param days from when to when
     * @param lines what it says
     * @param now what holds without it, to stand beside; null once it is decided
     * @param state how far it is
     * @param deeds everything that happened, oldest first
     * @param effects null before they are computed
     * @param may which buttons this desk sees
     */
    public record One(
            String href,
            String about,
            String kind,
            String place,
            String days,
            List<String> lines,
            @Nullable List<String> now,
            CompareView.Mark state,
            Paper paper,
            List<Deed> deeds,
            @Nullable Effects effects,
            May may) {}

    /** What this desk may do: agree or not, take back, ask for the end; {@code ending} when its end is what waits. */
    public record May(
            boolean decide, boolean takeBack, boolean askEnd, boolean compute, boolean ending, String waits) {}

    /** An amount to fill in: name of the field, for whom, what stands in it; {@code age} is a field too when not null. */
    public record AmountField(
            String name, String label, @Nullable String age, String value) {}

    /** A box to tick. */
    public record Box(String name, String value, String label, boolean ticked) {}

    /**
     * The form.
     *
     * @param address of this form, for another shape
     * @param hidden names and values that go with it
     * @param shapes in which an amount may be given; empty unless an amount
     * @param amounts fields of the shape
     * @param unit of the amounts, in brackets; empty unless an amount
     * @param who boxes of the condition; empty unless an amount
     * @param whoNow what holds now, a line each; empty when no document says
     * @param choices of the rule or the setting
     * @param boxes of a setting with several values
     * @param typed what was typed, by field
     */
    public record Form(
            String about,
            String kind,
            String place,
            List<Option> hidden,
            List<Option> shapes,
            List<AmountField> amounts,
            String unit,
            List<Box> who,
            List<String> whoNow,
            List<Option> choices,
            List<Box> boxes,
            java.util.Map<String, String> typed,
            FormErrors errors) {

        /** What was typed into a field. */
        public String at(String field) {
            return typed.getOrDefault(field, "");
        }
    }
}
