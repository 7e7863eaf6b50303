package org.sangyu.registry.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.assign.Assignments;
import org.sangyu.shared.ElderId;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Page;

/**
 * People for a visitor or an assessor as it was typed.
 *
 * @param id the people picked on the page
 * @param all {@code true} for everybody who matches the list
 * @param asked {@code true} once the form itself was sent
 * @param desk id of the desk
 * @param from first day
 * @param last last day; empty for none
 */
public record AssignForm(
        @Nullable List<String> id,
        @Nullable String all,
        @Nullable String asked,
        @Nullable String desk,
        @Nullable String from,
        @Nullable String last) {

    boolean isAll() {
        return "true".equals(all);
    }

    boolean isAsked() {
        return "true".equals(asked);
    }

    /** The ids that are ids; whether the desk sees them is asked when they are assigned. */
    List<ElderId> picked() {
        return id == null
                ? List.of()
                : id.stream()
                        .flatMap(one -> ElderId.find(one).stream())
                        .distinct()
                        .toList();
    }

    FormErrors errors(Page page, LocalDate today) {
        FormErrors errors = FormErrors.NONE;
        Optional<LocalDate> first = day(from);
        if (first.isEmpty() || first.get().isBefore(today)) {
            errors = errors.and("from", page.say("registry.assign.from.wrong"));
        }
        boolean open = TagManyForm.typed(last).isEmpty();
        Optional<LocalDate> end = day(last);
        if (!open && (end.isEmpty() || first.isPresent() && end.get().isBefore(first.get()))) {
            errors = errors.and("last", page.say("registry.assign.last.wrong"));
        }
        return errors;
    }

    /** The days, once there is nothing wrong with them. */
    Assignments.Days days() {
        return new Assignments.Days(day(from).orElseThrow(), day(last).orElse(null));
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        return Days.find(TagManyForm.typed(typed));
    }
}
