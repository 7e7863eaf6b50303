package org.sangyu.benefits.internal.enrolment;

import java.util.List;
import java.util.UUID;
import org.sangyu.shared.Scope;

/**
 * Which enrolments a deed is meant for: some that were marked, or all that match a list's filter.
 *
 * @param ids the marked ones; not looked at when all are meant
 * @param all true for everything that matches
 */
public record Selection(List<UUID> ids, boolean all, EnrolmentFilter filter) {

    /** Copies the list. */
    public Selection {
        ids = List.copyOf(ids);
    }

    /** One enrolment. */
    public static Selection of(UUID id) {
        return new Selection(List.of(id), false, EnrolmentFilter.ALL);
    }

    EnrolmentFilter.Where where(Scope scope) {
        return all
                ? filter.where(scope)
                : EnrolmentFilter.ALL.where(scope).and("e.id = any (:ids::uuid[])", "ids", Rows.array(ids));
    }
}
