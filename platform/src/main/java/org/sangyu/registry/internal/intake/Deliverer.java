package org.sangyu.registry.internal.intake;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Organisation;

/**
 * In whose name a roster is delivered, and under which source its facts are recorded.
 *
 * @param department code of the department; empty for the office itself
 * @param source code of the source; empty for what the template says
 */
public record Deliverer(String department, String source) {

    /** The office itself. */
    static final Deliverer OFFICE = new Deliverer("", "");

    /** The sources that the desk may deliver, in their order; none for the office, whose templates say it. */
    public static Set<FactSourceCode> sources(Desk desk) {
        Organisation organisation = desk.organisation();
        Set<FactSourceCode> sources = new TreeSet<>();
        if (organisation != null) {
            organisation.sources().forEach(code -> sources.add(FactSourceCode.valueOf(code)));
        }
        return sources;
    }

    /** Who delivers at the desk; empty when a department may not deliver under the source that was chosen. */
    public static Optional<Deliverer> of(Desk desk, String chosen) {
        if (desk.organisation() == null) {
            return Optional.of(OFFICE);
        }
        Set<FactSourceCode> sources = sources(desk);
        return sources.stream()
                .filter(one -> one.name().equals(chosen) || chosen.isEmpty() && sources.size() == 1)
                .findFirst()
                .map(one -> new Deliverer(desk.department(), one.name()));
    }
}
