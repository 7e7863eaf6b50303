package org.sangyu.access.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.Organisation;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, renames and ends the organisations in which desks are held; every deed stands in the ledger. */
@Service
public class Organisations {

    private final OrganisationTable table;
    private final TimeOrderedIds ids;
    private final Audit audit;
    private final Clock clock;

    Organisations(OrganisationTable table, TimeOrderedIds ids, Audit audit, Clock clock) {
        this.table = table;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** In which kind of organisation a desk of the role is held; empty for all others. */
    public static Optional<Organisation.Kind> kindFor(Role role) {
        return switch (role) {
            case LIAISON -> Optional.of(Organisation.Kind.DEPARTMENT);
            case INSTITUTION_HEAD, INSTITUTION_STAFF -> Optional.of(Organisation.Kind.FACILITY);
            case PROVIDER_HEAD, PROVIDER_WORKER -> Optional.of(Organisation.Kind.PROVIDER);
            case VILLAGE,
                    TOWNSHIP,
                    COUNTY_CLERK,
                    COUNTY_REVIEWER,
                    COUNTY_CHIEF,
                    COUNTY_FINANCE,
                    CITY,
                    ADMINISTRATOR,
                    SECURITY,
                    AUDITOR,
                    VISITOR,
                    ASSESSOR,
                    HOTLINE,
                    VOLUNTEER,
                    ELDER,
                    RELATIVE -> Optional.empty();
        };
    }

    /** Those whose name begins with the text; at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<OrganisationEntry> list(String beginning, int offset, int limit) {
        return table.list(beginning, offset, limit);
    }

    /** The organisation with this id. */
    @Transactional(readOnly = true)
    public Optional<OrganisationEntry> find(UUID id) {
        return table.find(id);
    }

    /** Those of a kind in which a desk can be held and whose name begins with the text. */
    @Transactional(readOnly = true)
    public List<OrganisationEntry> findOpen(Organisation.Kind kind, String beginning, int limit) {
        return table.findOpen(kind, beginning, limit);
    }

    /**
     * An organisation to be added.
     *
     * @param department code of the department; empty for others
     * @param last its last day; null for none
     */
    public record NewOrganisation(
            Organisation.Kind kind,
            String name,
            Place place,
            String department,
            LocalDate from,
            @Nullable LocalDate last) {}

    /** Adds one; empty when there is one of that name already. */
    @Transactional
    public Optional<UUID> add(NewOrganisation wanted) {
        UUID id = ids.next();
        LocalDate last = wanted.last();
        boolean added = table.add(new OrganisationEntry(
                id,
                wanted.kind(),
                wanted.name(),
                wanted.place(),
                wanted.department(),
                wanted.from(),
                last == null ? null : last.plusDays(1),
                0));
        if (!added) {
            return Optional.empty();
        }
        audit.write(
                "organisation.add",
                id,
                wanted.place(),
                Map.of(
                        "kind", wanted.kind().name(),
                        "name", wanted.name(),
                        "department", wanted.department(),
                        "from", wanted.from().toString(),
                        "last", last == null ? "" : last.toString()));
        return Optional.of(id);
    }

    /** Another name; false when it is over or there is one of that name already. */
    @Transactional
    public boolean rename(OrganisationEntry entry, String name) {
        if (entry.isOver(LocalDate.now(clock)) || !table.rename(entry, name)) {
            return false;
        }
        audit.write("organisation.rename", entry.id(), entry.place(), Map.of("before", entry.name(), "after", name));
        return true;
    }

    /** Ends it today with every desk held in it; false when it was over. */
    @Transactional
    public boolean end(OrganisationEntry entry) {
        if (entry.isOver(LocalDate.now(clock))) {
            return false;
        }
        table.end(entry.id());
        audit.write(
                "organisation.end",
                entry.id(),
                entry.place(),
                Map.of("name", entry.name(), "desks", String.valueOf(entry.desks())));
        return true;
    }
}
