package org.sangyu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.sangyu.demo.InventedPeople;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.registry.Registry;
import org.sangyu.registry.RosterIntake;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;

/** A registry of 1.5 million in one city of real villages, and a county of 100,000 who are all 80 and above. */
final class BigRegistry {

    /** Fewer only to try the bench itself; a figure of fewer proves nothing. */
    static final int PEOPLE = Integer.getInteger("sangyu.bench.people", 1_500_000);

    static final int ENROLLED = PEOPLE / 15;

    private static final double OF_A_VILLAGE = 240;
    private static final int MOST = 100;
    private static final double MARGIN = 1.02;
    private static final int OLD = 80;

    private final World world;

    BigRegistry(World world) {
        this.world = world;
    }

    PlaceInfo city() {
        return place("city");
    }

    PlaceInfo paying() {
        return place("paying");
    }

    List<PlaceInfo> counties() {
        return world.bean(Regions.class).children(city().place(), 0, MOST);
    }

    /** Makes what is missing, once what an earlier run broke off is at its end; a second run finds everything there. */
    void make() throws Exception {
        world.settle();
        double scale = scale(city(), PEOPLE);
        List<PlaceInfo> counties = counties();
        for (int i = 0; i < counties.size(); i++) {
            fill(counties.get(i), new InventedPeople.Order(i, scale, 0, false));
        }
        double many = scale(paying(), ENROLLED);
        fill(paying(), new InventedPeople.Order(counties.size(), many, OLD, false));
        world.run(List.of("analyze"));
    }

    private void fill(PlaceInfo county, InventedPeople.Order order) throws Exception {
        String range = " where place >= '" + county.place().path() + "' and place < '"
                + county.place().end() + "'";
        if (world.number("select count(*) from (select 1 from registry.elder" + range + " limit 1) one") > 0) {
            return;
        }
        UUID job = world.at(World.clerk(county), () -> {
            world.bean(Registry.class).serve(county.place());
            return world.bean(RosterIntake.class)
                    .start(world.bean(InventedPeople.class).roster(county, order));
        });
        double millis = Timing.millis(() -> {
            world.await(job);
            return 0;
        });
        long people = world.number("select count(*) from registry.elder" + range);
        System.err.printf("  made %,d people in %.0f s%n", people, millis / 1000);
    }

    /** The share of a village's assumed people that makes at least so many in all villages of a place. */
    double scale(PlaceInfo place, int people) throws Exception {
        return people * MARGIN / (villages(place.place()) * OF_A_VILLAGE);
    }

    private long villages(Place place) throws Exception {
        return world.number("select count(*) from regions.place where level = " + PlaceLevel.VILLAGE.ordinal()
                + " and path >= '" + place.path() + "' and path < '" + place.end() + "'");
    }

    private PlaceInfo place(String key) {
        return world.bean(Regions.class)
                .findByCode(code(key), LocalDate.now(world.bean(Clock.class)))
                .orElseThrow();
    }

    /** The code of a place that the properties beside this class name. */
    static String code(String key) {
        Properties places = new Properties();
        try (InputStream in = BigRegistry.class.getResourceAsStream("/bench.properties")) {
            places.load(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places.getProperty(key);
    }
}
