package org.sangyu.demo.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sangyu.demo.InventedPeople;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Files;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the roster of one county's invented people and stores it. */
@Component
class CountyRoster implements InventedPeople {

    private static final int MOST = 2_000;
    private static final long SERIALS_PER_COUNTY = 400_000;

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

    /** The demonstration's own roster of a county: the first has the cast. */
    Files.Stored store(PlaceInfo county, int number) {
        return roster(county, new Order(number, scale, Population.FROM, number == 0));
    }

    @Override
    public Files.Stored roster(PlaceInfo county, Order order) {
        LocalDate today = LocalDate.now(clock);
        List<DemoPerson.Home> homes = homes(county);
        List<DemoPerson> cast = order.cast() ? new Cast(today, homes).people() : List.of();
        RosterFile roster = new RosterFile(new Population(today, order.leastAge()), homes, order.scale());
        long seed = county.place().path().hashCode();
        return files.store(
                CurrentDesk.get().place(),
                county.name() + ".csv",
                "text/csv",
                out -> roster.write(out, seed, order.number() * SERIALS_PER_COUNTY, cast));
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
