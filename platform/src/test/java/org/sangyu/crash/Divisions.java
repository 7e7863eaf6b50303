package org.sangyu.crash;

import java.util.List;
import org.sangyu.regions.PlaceChange;
import org.sangyu.regions.PlaceChanges;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Role;
import org.sangyu.testing.Desks;

/** The first village of the county comes under the second township. */
final class Divisions {

    private final Office office;
    private final Regions regions;
    private final PlaceChanges changes;

    Divisions(Office office, Regions regions, PlaceChanges changes) {
        this.office = office;
        this.regions = regions;
        this.changes = changes;
    }

    void merge() {
        List<PlaceInfo> townships = regions.children(office.county().place(), 0, 2);
        PlaceInfo village = regions.children(townships.getFirst().place(), 0, 1).getFirst();
        PlaceChange change = new PlaceChange(
                office.today(),
                "测试区划调整",
                List.of(new PlaceChange.Reparent(
                        village.id(), townships.getLast().id())));
        PlaceChanges.Outcome outcome = Desks.at(Role.ADMINISTRATOR, "C", () -> changes.start(change));
        if (outcome instanceof PlaceChanges.Refused refused) {
            throw new IllegalStateException(refused.toString());
        }
    }
}
