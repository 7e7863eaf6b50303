package org.sangyu.demo.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Files;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the roster of one county's invented people and stores it. */
@Component
class CountyRoster {

    private static final int MOST = 2_000;
    private static final long SERIALS_PER_COUNTY = 200_000;

    private final Regions regions;
    private final Files files;
    private final Clock clock;
    private final double scale;

    CountyRoster(Regions regions, Files files, Clock clock, @Value("${sangyu.demo.scale:0.01}") double scale) {
        this.regions = regions;
        this.files = files;
        this.clock = clock;
        this.scale = scale;
    }

    /**
     * Stores the roster, owned by the current desk.
     *
     * @param number of the county among those served, from 0: the first has the cast
     */
    Files.Stored store(PlaceInfo county, int number) {
        LocalDate today = LocalDate.now(clock);
        List<DemoPerson.Home> homes = homes(county);
        List<DemoPerson> cast = number == 0 ? new Cast(today, homes).people() : List.of();
        RosterFile roster = new RosterFile(new Population(today), homes, scale);
        long seed = county.place().path().hashCode();
        return files.store(
                CurrentDesk.get().place(),
                county.name() + ".csv",
                "text/csv",
                out -> roster.write(out, seed, number * SERIALS_PER_COUNTY, cast));
    }

    /** Every village with its township, in the order of the tree. */
    List<DemoPerson.Home> homes(PlaceInfo county) {
        List<DemoPerson.Home> homes = new ArrayList<>();
        for (PlaceInfo township : regions.children(county.place(), 0, MOST)) {
            for (PlaceInfo village : regions.children(township.place(), 0, MOST)) {
                homes.add(new DemoPerson.Home(township.name(), village.name()));
            }
        }
        return homes;
    }
}
