package org.sangyu.rules.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.packs.Position;

/**
 * One worked example: a person, a month, and what must come out.
 *
 * @param about the benefit, or the group
 * @param ofGroup whether it is about a group; then the outcome is YES, NO or UNDETERMINED
 * @param settings settings that this case lays over those of the packs
 * @param draft whether drafts take part
 */
public record WorkedCase(
        String name,
        String about,
        boolean ofGroup,
        RegionCode region,
        YearMonth month,
        @Nullable LocalDate asOf,
        boolean draft,
        Map<String, List<String>> settings,
        Person person,
        Expected expected,
        Position at) {

    /**
     * What must come out.
     *
     * @param amount as printed; null when none is expected
     * @param reasons codes that must be among the reasons
     * @param possible amounts as printed that an undetermined answer may have; null: not looked at
     */
    public record Expected(
            String outcome,
            @Nullable String amount,
            @Nullable String before,
            List<String> reasons,
            @Nullable List<String> possible) {}
}
