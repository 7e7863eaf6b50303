package org.sangyu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.DemoAccounts;
import org.sangyu.access.DemoAccounts.Named;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Role;

/** Desk pages under twenty people without pause, against the plain sign-in form under the same crowd. */
final class PagesBench {

    private static final double LIMIT = 4;
    private static final int CROWD = 20;
    private static final int TURNS = 60;
    private static final int HOME_OF_TEN = 3;
    private static final int LISTS_OF_TEN = 7;
    private static final Pattern ELDER = Pattern.compile("/elders/([0-9a-f]{8}-[0-9a-f-]{27})");
    private static final List<String> LISTS = List.of("/elders", "/elders?q=wang", "/search?q=wang", "/elders?age=80");

    private final World world;
    private final BigRegistry big;

    PagesBench(World world, BigRegistry big) {
        this.world = world;
        this.big = big;
    }

    List<Figure> run() throws Exception {
        DemoAccount clerk = clerk().orElseGet(this::madeClerk);
        List<Crowd.Visitor> forms = new ArrayList<>();
        List<Crowd.Visitor> desks = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            Pages stranger = new Pages(world.address());
            forms.add(turn -> stranger.open("/sign-in"));
            desks.add(desk(clerk, i));
        }
        double[] value = new double[Timing.RUNS];
        double[] floor = new double[Timing.RUNS];
        Crowd.millis(desks, TURNS);
        Crowd.millis(forms, TURNS);
        for (int run = 0; run < Timing.RUNS; run++) {
            value[run] = Timing.p95(Crowd.millis(desks, TURNS));
            floor[run] = Timing.p95(Crowd.millis(forms, TURNS));
            Timing.say("pages p95", value[run], floor[run]);
        }
        double p95 = Timing.median(value);
        double base = Timing.median(floor);
        return List.of(new Figure(
                "desk pages p95, 20 clients",
                p95,
                "ms",
                "the sign-in form, p95 %.2f ms".formatted(base),
                p95 / base,
                LIMIT));
    }

    private Crowd.Visitor desk(DemoAccount account, int number) throws Exception {
        Pages browser = new Pages(world.address());
        browser.send("/sign-in", "/sign-in", Map.of("account", account.account(), "password", account.password()));
        List<String> elders = new ArrayList<>();
        Matcher found = ELDER.matcher(browser.open("/elders"));
        while (found.find()) {
            elders.add(found.group());
        }
        return turn -> {
            int of = (turn + number) % 10;
            String page = of < HOME_OF_TEN
                    ? "/"
                    : of < LISTS_OF_TEN ? LISTS.get((turn + number) % LISTS.size()) : elders.get(turn % elders.size());
            browser.open(page);
        };
    }

    private Optional<DemoAccount> clerk() {
        return world.bean(DemoAccounts.class).listAll().stream()
                .filter(one -> one.role() == Role.COUNTY_CLERK)
                .findFirst();
    }

    private DemoAccount madeClerk() {
        Regions regions = world.bean(Regions.class);
        PlaceInfo county = big.counties().getFirst();
        PlaceInfo township = regions.children(county.place(), 0, 1).getFirst();
        PlaceInfo village = regions.children(township.place(), 0, 1).getFirst();
        world.at(
                World.clerk(county),
                () -> world.bean(DemoAccounts.class)
                        .createForCounty(named(big.city()), named(county), named(township), named(village)));
        return clerk().orElseThrow();
    }

    private static Named named(PlaceInfo place) {
        return new Named(place.place(), place.name());
    }
}
