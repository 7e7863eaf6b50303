package org.sangyu.access.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sangyu.access.internal.AccountKeeping;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;
import org.sangyu.ui.Words;

/**
 * An account, or one desk more for it, as typed.
 *
 * @param name sign-in name
 * @param person who works with it
 * @param role name of the role
 * @param place name or official code of the place it answers for
 * @param chosen path of the place picked among several of one name
 * @param from first day of the desk; empty for today
 * @param last its last day; empty for none
 */
public record AccountForm(
        String name, String person, String role, String place, String chosen, String from, String last) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}");
    private static final int LONGEST_PERSON = 40;

    static final AccountForm EMPTY = new AccountForm("", "", "", "", "", "", "");

    /** What a form leaves out is empty. */
    public static AccountForm of(Map<String, String> sent) {
        return new AccountForm(
                sent.getOrDefault("name", "").strip().toLowerCase(Locale.ROOT),
                sent.getOrDefault("person", "").strip(),
                sent.getOrDefault("role", ""),
                sent.getOrDefault("place", "").strip(),
                sent.getOrDefault("chosen", ""),
                sent.getOrDefault("from", "").strip(),
                sent.getOrDefault("last", "").strip());
    }

    /** What is wrong with the account itself; the desk is looked at by {@link DeskPlaces}. */
    FormErrors accountErrors(Words words) {
        FormErrors errors = FormErrors.NONE;
        if (!NAME.matcher(name).matches()) {
            errors = errors.and("name", words.say("access.account.name.wrong"));
        }
        if (person.isEmpty() || person.length() > LONGEST_PERSON) {
            errors = errors.and("person", words.say("access.account.person.wrong", LONGEST_PERSON));
        }
        return errors;
    }

    /** What is wrong with the days of a desk. */
    FormErrors dayErrors(Words words, LocalDate today) {
        FormErrors errors = FormErrors.NONE;
        LocalDate first = from.isEmpty() ? today : TypedDay.of(from);
        if (first == null || first.isBefore(today)) {
            errors = errors.and("from", words.say("access.day.from.wrong"));
        }
        LocalDate end = TypedDay.of(last);
        if (!last.isEmpty() && end == null || first != null && end != null && end.isBefore(first)) {
            errors = errors.and("last", words.say("access.day.last.wrong"));
        }
        return errors;
    }

    /** The days, once there is nothing wrong with them. */
    AccountKeeping.Days days(LocalDate today) {
        LocalDate first = TypedDay.of(from);
        return new AccountKeeping.Days(first == null ? today : first, TypedDay.of(last));
    }

    /** The role, unless what was sent is none that an administrator gives. */
    Optional<Role> wantedRole() {
        return given().filter(one -> one.name().equals(role)).findFirst();
    }

    /** At which levels a role's places may lie, the widest first; with the nation no place need be named. */
    static List<PlaceLevel> levelsOf(Role role) {
        return switch (role) {
            case VILLAGE, ELDER, RELATIVE -> List.of(PlaceLevel.VILLAGE);
            case TOWNSHIP -> List.of(PlaceLevel.TOWNSHIP);
            case COUNTY_CLERK, COUNTY_REVIEWER, COUNTY_CHIEF, COUNTY_FINANCE -> List.of(PlaceLevel.COUNTY);
            case VISITOR, ASSESSOR, VOLUNTEER -> List.of(PlaceLevel.COUNTY, PlaceLevel.TOWNSHIP);
            case CITY -> List.of(PlaceLevel.CITY);
            case HOTLINE, LIAISON -> List.of(PlaceLevel.CITY, PlaceLevel.COUNTY);
            case INSTITUTION_HEAD, INSTITUTION_STAFF, PROVIDER_HEAD, PROVIDER_WORKER ->
                List.of(PlaceLevel.CITY, PlaceLevel.COUNTY, PlaceLevel.TOWNSHIP, PlaceLevel.VILLAGE);
            case ADMINISTRATOR, SECURITY -> List.of(PlaceLevel.NATION);
            case AUDITOR -> List.of(PlaceLevel.NATION, PlaceLevel.CITY, PlaceLevel.COUNTY);
        };
    }

    /** The roles as choices of a select, the one typed chosen. */
    List<Option> roles(Words words) {
        return given().map(one -> new Option(
                        one.name(),
                        words.say("access.role." + one.name()),
                        one.name().equals(role)))
                .toList();
    }

    private static java.util.stream.Stream<Role> given() {
        return Arrays.stream(Role.values()).filter(one -> !one.isPersonal());
    }
}
