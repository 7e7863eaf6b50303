package org.sangyu.rules.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.ResidenceKind;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.packs.Setting;

/**
 * The settings, typed. A key that no layer sets has the value that the docstring of its component names.
 *
 * @param dayAfterBirthday a year is full only on the day after the birthday
 * @param leapDayInFebruary born on 29 February: counts from 28 February in other years, not from 1 March
 * @param monthAfterBirthday entitled only from the month after the birthday
 * @param firstDayCounts facts count as they are on the month's first day, not its last
 * @param monthOfDeathPaid the month of death is paid
 * @param difficultyTags bits of the tags that count as economic difficulty
 * @param severeGrades indexes of the grades of handicap that count as severe
 * @param disabledFrom level of the national norm from which a person counts as disabled
 * @param abilityMonths months for which an ability result holds; null: until a newer one
 * @param selfCareByLevel index of self-care for each level of the national norm; -1 where no mapping is confirmed
 */
record Rules(
        boolean dayAfterBirthday,
        boolean leapDayInFebruary,
        boolean monthAfterBirthday,
        boolean firstDayCounts,
        boolean monthOfDeathPaid,
        int difficultyTags,
        List<Integer> severeGrades,
        int disabledFrom,
        @Nullable Integer abilityMonths,
        List<Integer> selfCareByLevel,
        Map<String, ResidenceKind> residences) {

    static final String AGE = "full_years";
    static final String LEAP = "leap_day_birthday";
    static final String START = "benefit_starts";
    static final String FACTS = "facts_count_on";
    static final String DEATH = "month_of_death";
    static final String DIFFICULTY = "economic_difficulty_tags";
    static final String GRADES = "severe_handicap_grades";
    static final String DISABLED = "disabled_from_level";
    static final String VALIDITY = "ability_valid_months";
    static final String DOCUMENTS = "documents_in_hand";
    static final String ONCE = "once_only";
    static final String YEARLY = "yearly_from_month_reached";
    static final String TO_COME = "month_to_come";
    static final String SELF_CARE = "self_care_from_level";

    /** Reads them; unset ones keep the defaults of the docstring. */
    static Rules of(List<Setting> settings) {
        Map<String, List<String>> by = new HashMap<>();
        settings.forEach(s -> by.put(s.key(), s.values()));
        return new Rules(
                is(by, AGE, "DAY_AFTER_BIRTHDAY"),
                is(by, LEAP, "28_FEBRUARY"),
                is(by, START, "MONTH_AFTER_BIRTHDAY"),
                is(by, FACTS, "FIRST_DAY"),
                !is(by, DEATH, "NOT_PAID"),
                difficulty(by.getOrDefault(DIFFICULTY, List.of())),
                grades(by.getOrDefault(GRADES, List.of())),
                number(by, DISABLED, 1),
                by.getOrDefault(VALIDITY, List.of()).isEmpty() ? null : number(by, VALIDITY, 0),
                selfCare(by.getOrDefault(SELF_CARE, List.of())),
                residences(settings));
    }

    private static boolean is(Map<String, List<String>> by, String key, String value) {
        return by.getOrDefault(key, List.of()).contains(value);
    }

    private static int number(Map<String, List<String>> by, String key, int otherwise) {
        List<String> values = by.getOrDefault(key, List.of());
        return values.isEmpty() ? otherwise : Integer.parseInt(values.getFirst());
    }

    private static int difficulty(List<String> tags) {
        int bits = 0;
        for (String tag : tags) {
            bits |= 1 << Tag.valueOf(tag).slot();
        }
        return bits;
    }

    private static List<Integer> grades(List<String> grades) {
        return grades.stream().map(Attribute.GRADE::indexOf).toList();
    }

    private static List<Integer> selfCare(List<String> mappings) {
        List<Integer> byLevel = new ArrayList<>(List.of(-1, -1, -1, -1, -1));
        for (String mapping : mappings) {
            String[] sides = mapping.split("=", 2);
            byLevel.set(Integer.parseInt(sides[0]), Attribute.SELF_CARE.indexOf(sides[1]));
        }
        return List.copyOf(byLevel);
    }

    private static Map<String, ResidenceKind> residences(List<Setting> settings) {
        Map<String, ResidenceKind> kinds = new HashMap<>();
        for (Setting setting : settings) {
            for (ResidenceKind kind : ResidenceKind.values()) {
                if (setting.values().equals(List.of(kind.name()))) {
                    kinds.put(setting.key(), kind);
                }
            }
        }
        return Map.copyOf(kinds);
    }

    ResidenceKind residence(String key) {
        return residences.getOrDefault(key, ResidenceKind.REGISTERED);
    }
}
