package org.sangyu.demo.internal;

import java.util.List;
import java.util.Map;
import org.sangyu.access.DemoAccounts;
import org.sangyu.access.DemoAccounts.Named;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** On the first start of a demonstration: desks to sign in to, and a background job that fills the counties. */
@Component
@Order(0)
class FirstStart implements ApplicationRunner {

    private final DemoAccounts accounts;
    private final ServedCounties counties;
    private final Regions regions;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final boolean demonstration;

    FirstStart(
            DemoAccounts accounts,
            ServedCounties counties,
            Regions regions,
            Jobs jobs,
            TransactionTemplate transaction,
            @Value("${sangyu.demonstration:false} && ${sangyu.demo.people:true}") String wanted) {
        this.accounts = accounts;
        this.counties = counties;
        this.regions = regions;
        this.jobs = jobs;
        this.transaction = transaction;
        this.demonstration = wanted.equals("true && true");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demonstration && accounts.listAll().isEmpty()) {
            CurrentDesk.run(maker(), () -> transaction.executeWithoutResult(status -> make()));
        }
    }

    /** Who makes the demonstration: an account nobody can sign in to. */
    static Desk maker() {
        return Desk.of("演示", "演示", Role.ADMINISTRATOR, Place.NATION);
    }

    private void make() {
        for (PlaceInfo county : firstOfEachCity(counties.list())) {
            PlaceInfo city = regions.find(county.place().at(PlaceLevel.CITY)).orElseThrow();
            PlaceInfo township = regions.children(county.place(), 0, 1).getFirst();
            PlaceInfo village = regions.children(township.place(), 0, 1).getFirst();
            accounts.createForCounty(named(city), named(county), named(township), named(village));
        }
        accounts.createAdministrators();
        jobs.start(FillCounties.KIND, Jobs.Title.of("demo.job.fill"), Map.of());
    }

    /** One county of every city gets desks: enough to try everything, few enough for one screen. */
    private static List<PlaceInfo> firstOfEachCity(List<PlaceInfo> counties) {
        return counties.stream()
                .filter(county -> counties.stream()
                        .filter(other -> other.place()
                                .at(PlaceLevel.CITY)
                                .equals(county.place().at(PlaceLevel.CITY)))
                        .findFirst()
                        .orElseThrow()
                        .equals(county))
                .toList();
    }

    private static Named named(PlaceInfo place) {
        return new Named(place.place(), place.name());
    }
}
