package org.sangyu.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down a paper or file that is handed out at once, before its first byte: one line in the ledger, and whoever stands
 * in it can read that they did.
 */
@Component
public class HandedOut {

    private final ObjectProvider<Audit> audit;
    private final ObjectProvider<ListTaken> lists;
    private final TimeOrderedIds ids;

    HandedOut(ObjectProvider<Audit> audit, ObjectProvider<ListTaken> lists, TimeOrderedIds ids) {
        this.audit = audit;
        this.lists = lists;
        this.ids = ids;
    }

    /**
     * A list of people. Who belongs to a place outside the desk's, such as somebody who moved away, is counted and not told.
     *
     * @param detail which list, without anything that names a person
     */
    @Transactional
    public void list(String verb, Map<String, String> detail, ListTaken.People people) {
        Desk desk = CurrentDesk.get();
        UUID run = ids.next();
        Map<String, String> all = new HashMap<>(detail);
        all.put("people", String.valueOf(people.all().size()));
        audit.getObject().write(verb, run, desk.place(), all);
        ListTaken.People near = new ListTaken.People();
        people.all().forEach((elder, place) -> {
            if (desk.scope().contains(place)) {
                near.add(elder, place);
            }
        });
        lists.getObject().keep(run, verb, near);
    }

    /** A paper about one person. */
    @Transactional
    public void about(String verb, ElderId elder, Place place, Map<String, String> detail) {
        audit.getObject().write(verb, elder.value(), place, detail);
    }

    /** A paper with sums and no people. */
    @Transactional
    public void sums(String verb, UUID subject, Place place) {
        audit.getObject().write(verb, subject, place, Map.of());
    }
}
