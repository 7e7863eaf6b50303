package org.sangyu.access.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sangyu.access.internal.Department;
import org.sangyu.access.internal.Organisations;
import org.sangyu.shared.Organisation;
import org.sangyu.shared.Place;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;
import org.sangyu.ui.Words;

/**
 * An organisation as typed.
 *
 * @param kind name of its kind
 * @param department code of the department; counts for a department only
 * @param place name or official code
 * @param chosen path of the place picked among several of one name
 * @param first its first day; empty for today
 * @param last its last day; empty for none
 */
public record OrganisationForm(
        String kind, String department, String name, String place, String chosen, String first, String last) {

    static final int LONGEST_NAME = 60;
    static final OrganisationForm EMPTY = new OrganisationForm("DEPARTMENT", "", "", "", "", "", "");

    /** What a form leaves out is empty. */
    static OrganisationForm of(Map<String, String> sent) {
        return new OrganisationForm(
                sent.getOrDefault("kind", ""),
                sent.getOrDefault("department", ""),
                sent.getOrDefault("name", "").strip(),
                sent.getOrDefault("place", "").strip(),
                sent.getOrDefault("chosen", ""),
                sent.getOrDefault("first", "").strip(),
                sent.getOrDefault("last", "").strip());
    }

    /** True when this can be an organisation's name. */
    static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    }

    Optional<Organisation.Kind> wantedKind() {
        return Arrays.stream(Organisation.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
    }

    /** What is wrong; the place is looked at by {@link DeskPlaces}. */
    FormErrors errors(List<Department> departments, Words words, LocalDate today) {
        FormErrors errors = FormErrors.NONE;
        if (wantedKind().isEmpty()) {
            errors = errors.and("kind", words.say("access.organisation.kind.wrong"));
        }
        if (kind.equals("DEPARTMENT")
                && departments.stream().noneMatch(one -> one.code().equals(department))) {
            errors = errors.and("department", words.say("access.organisation.department.wrong"));
        }
        if (!isName(name)) {
            errors = errors.and("name", words.say("access.organisation.name.wrong", LONGEST_NAME));
        }
        LocalDate begin = first.isEmpty() ? today : TypedDay.of(first);
        if (begin == null || begin.isBefore(today)) {
            errors = errors.and("first", words.say("access.day.from.wrong"));
        }
        LocalDate end = TypedDay.of(last);
        if (!last.isEmpty() && end == null || begin != null && end != null && end.isBefore(begin)) {
            errors = errors.and("last", words.say("access.day.last.wrong"));
        }
        return errors;
    }

    /** The organisation, once there is nothing wrong with it. */
    Organisations.NewOrganisation wanted(Place at, LocalDate today) {
        Organisation.Kind one = wantedKind().orElseThrow();
        LocalDate begin = TypedDay.of(first);
        return new Organisations.NewOrganisation(
                one,
                name,
                at,
                one == Organisation.Kind.DEPARTMENT ? department : "",
                begin == null ? today : begin,
                TypedDay.of(last));
    }

    List<Option> kinds(Words words) {
        return Arrays.stream(Organisation.Kind.values())
                .map(one -> new Option(
                        one.name(),
                        words.say("access.organisation.kind." + one),
                        one.name().equals(kind)))
                .toList();
    }

    List<Option> departments(List<Department> all, Words words) {
        List<Option> options = new java.util.ArrayList<>();
        options.add(new Option("", words.say("access.organisation.department.choose"), department.isEmpty()));
        all.forEach(one -> options.add(
                new Option(one.code(), one.name(words.language()), one.code().equals(department))));
        return options;
    }
}
