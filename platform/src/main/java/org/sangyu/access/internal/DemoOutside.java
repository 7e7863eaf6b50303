package org.sangyu.access.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.sangyu.access.DemoAccounts.Named;
import org.sangyu.shared.Organisation;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;

/** Who works outside the office of a demonstration county, and the organisations in which they do. */
@Component
class DemoOutside {

    private final OrganisationTable organisations;
    private final TimeOrderedIds ids;
    private final Clock clock;

    DemoOutside(OrganisationTable organisations, TimeOrderedIds ids, Clock clock) {
        this.organisations = organisations;
        this.ids = ids;
        this.clock = clock;
    }

    /** A desk outside the office: its account is the county's name and this word. */
    record Outside(String word, Role role, Named place) {}

    /** One desk of each role. */
    static List<Outside> desks(Named county, Named township) {
        return List.of(
                new Outside("visitor", Role.VISITOR, township),
                new Outside("assessor", Role.ASSESSOR, county),
                new Outside("home", Role.INSTITUTION_HEAD, county),
                new Outside("carer", Role.INSTITUTION_STAFF, county),
                new Outside("provider", Role.PROVIDER_HEAD, county),
                new Outside("worker", Role.PROVIDER_WORKER, county),
                new Outside("liaison", Role.LIAISON, county),
                new Outside("hotline", Role.HOTLINE, county),
                new Outside("volunteer", Role.VOLUNTEER, township));
    }

    /** The grant in the demonstration's organisation of its kind, which is made when it is not there. */
    Grant placed(Grant grant, Named place) {
        return Organisations.kindFor(grant.role())
                .map(kind -> Grant.in(organisation(kind, place), grant))
                .orElse(grant);
    }

    private OrganisationEntry organisation(Organisation.Kind kind, Named place) {
        String name = place.name()
                + switch (kind) {
                    case DEPARTMENT -> "公安局";
                    case FACILITY -> "桑榆示范养老院";
                    case PROVIDER -> "桑榆示范家政服务社";
                };
        organisations.add(new OrganisationEntry(
                ids.next(),
                kind,
                name,
                place.place(),
                kind == Organisation.Kind.DEPARTMENT ? "public-security" : "",
                LocalDate.now(clock),
                null,
                0));
        return organisations.findOpen(kind, name, 1).getFirst();
    }
}
