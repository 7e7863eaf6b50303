package org.sangyu.bench;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.sangyu.regions.PlaceInfo;

/**
 * The month of some counties with everybody enrolled, all new and with 2 % changed, against the same reading and a bare
 * COPY of exactly the rows it wrote; county after county, the times added up.
 */
final class MonthBench {

    private static final double LIMIT = 2;

    private final World world;
    private final List<CountyMonth> counties;
    private final String name;

    private MonthBench(World world, List<PlaceInfo> counties, String name) {
        this.world = world;
        this.counties =
                counties.stream().map(county -> new CountyMonth(world, county)).toList();
        this.name = name;
    }

    /** The county in which everybody is 80 and above. */
    static MonthBench ofACounty(World world, BigRegistry big) {
        return new MonthBench(
                world, List.of(big.paying()), "the month of %,d enrolled".formatted(BigRegistry.ENROLLED));
    }

    /** Every county of the city, with everybody in it. */
    static MonthBench ofARegion(World world, BigRegistry big) {
        List<PlaceInfo> counties = big.counties();
        return new MonthBench(
                world,
                counties,
                "the month of a city of %,d in %d counties".formatted(BigRegistry.PEOPLE, counties.size()));
    }

    List<Figure> run() throws Exception {
        YearMonth last = YearMonth.now(world.bean(Clock.class)).minusMonths(2);
        for (CountyMonth county : counties) {
            county.enrol(last);
        }
        double[][] value = new double[2][Timing.RUNS];
        double[][] floor = new double[2][Timing.RUNS];
        for (int run = 0; run < Timing.RUNS; run++) {
            for (CountyMonth county : counties) {
                county.wipe();
                value[0][run] += county.computed(last.plusMonths(1));
                floor[0][run] += county.floor(last.plusMonths(1), true);
            }
            Timing.say(name + ", all new", value[0][run], floor[0][run]);
            for (CountyMonth county : counties) {
                county.change(run);
                value[1][run] += county.computed(last.plusMonths(2));
                floor[1][run] += county.floor(last.plusMonths(2), false);
            }
            Timing.say(name + ", 2 % changed", value[1][run], floor[1][run]);
        }
        return List.of(figure("all new", value[0], floor[0]), figure("2 % changed", value[1], floor[1]));
    }

    private Figure figure(String kind, double[] value, double[] floor) {
        double millis = Timing.median(value);
        double base = Timing.median(floor);
        return new Figure(
                name + ", " + kind,
                millis / 1000,
                "s",
                "the same reading and a COPY of the rows written, %.2f s".formatted(base / 1000),
                millis / base,
                LIMIT);
    }
}
