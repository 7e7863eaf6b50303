package org.sangyu.rules.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.PackSet;

/** What is the same for everybody in one month: place, days, settings, ages. */
final class Frame {
    final PackSet packs;
    final RegionCode region;
    final YearMonth month;
    final @Nullable LocalDate asOf;
    final boolean draft;
    final Rules rules;
    final LocalDate firstDay;
    final LocalDate lastDay;
    final LocalDate factDay;
    final Ages ages;
    final Ages agesBefore;
    private int choices;

    Frame(PackSet packs, RegionCode region, YearMonth month, @Nullable LocalDate asOf, boolean draft) {
        this.packs = packs;
        this.region = region;
        this.month = month;
        this.asOf = asOf;
        this.draft = draft;
        this.rules = Rules.of(packs.settings(region));
        this.firstDay = month.atDay(1);
        this.lastDay = month.atEndOfMonth();
        this.factDay = rules.firstDayCounts() ? firstDay : lastDay;
        LocalDate ageDay = rules.monthAfterBirthday() ? firstDay.minusDays(1) : lastDay;
        this.ages = new Ages(ageDay, rules);
        this.agesBefore = new Ages(firstDay.minusDays(1), rules);
    }

    /** The same frame for another month. */
    Frame in(YearMonth other) {
        return new Frame(packs, region, other, asOf, draft);
    }

    /** A key for a variable that stands for which of several values is in force. */
    int nextChoice() {
        return Unknown.CHOICE + choices++;
    }
}
