package org.sangyu.desk.internal;

import java.util.List;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;
import org.sangyu.shared.WorkItems;
import org.springframework.stereotype.Component;

/** Reminds a township or county whose elders have no number to call. */
@Component
class MissingContact implements WorkItems {

    private final Contacts contacts;

    MissingContact(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public List<WorkItem> waiting(Desk desk) {
        boolean answers = desk.role() == Role.TOWNSHIP || desk.role() == Role.COUNTY_CLERK;
        return answers && contacts.find(desk.place()).isEmpty()
                ? List.of(new WorkItem("desk.work.contact", List.of(), 1, null, null, "/contacts"))
                : List.of();
    }
}
