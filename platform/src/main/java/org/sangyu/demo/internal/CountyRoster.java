package org.sangyu.demo.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
    private static final int IN_FIRST_VILLAGE = 8;
    private static final int OLD = 80;
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

    /** The demonstration's own roster of a county: the first has the cast, every other some of 80 and over instead. */
    Files.Stored store(PlaceInfo county, int number) {
        Order order = new Order(number, scale, Population.FROM, number == 0);
        return order.cast() ? roster(county, order) : roster(county, order, ofFirstVillage(county, number));
    }

    @Override
    public Files.Stored roster(PlaceInfo county, Order order) {
        return roster(county, order, order.cast() ? new Cast(LocalDate.now(clock), homes(county)).people() : List.of());
    }

    private Files.Stored roster(PlaceInfo county, Order order, List<DemoPerson> first) {
        LocalDate today = LocalDate.now(clock);
        List<DemoPerson.Home> homes = homes(county);
        RosterFile roster = new RosterFile(new Population(today, order.leastAge()), homes, order.scale());
        long seed = county.place().path().hashCode();
        return files.store(
                CurrentDesk.get().place(),
                county.name() + ".csv",
                "text/csv",
                out -> roster.write(out, seed, order.number() * SERIALS_PER_COUNTY, first));
    }

    /** The village that has an account: whoever signs in there finds somebody to check, however small the scale. */
    private List<DemoPerson> ofFirstVillage(PlaceInfo county, int number) {
        List<DemoPerson.Home> homes = homes(county);
        if (homes.isEmpty()) {
            return List.of();
        }
        DemoPerson.Home home = homes.getFirst();
        Population old = new Population(LocalDate.now(clock), OLD);
        SplittableRandom random = new SplittableRandom(number);
        long serial = (number + 1) * SERIALS_PER_COUNTY - IN_FIRST_VILLAGE;
        return IntStream.range(0, IN_FIRST_VILLAGE)
                .mapToObj(i -> old.next(home, serial + i, random))
                .toList();
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
