package org.sangyu.demo.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import org.sangyu.demo.TrialFiles;
import org.sangyu.regions.Regions;
import org.sangyu.shared.AlreadyReceiving;
import org.sangyu.shared.Place;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class CountyTrialFiles implements TrialFiles {

    private static final String AMOUNT = "50";

    private final Regions regions;
    private final CountyRoster rosters;
    private final ObjectProvider<AlreadyReceiving> receiving;
    private final Clock clock;
    private final boolean demonstration;

    CountyTrialFiles(
            Regions regions,
            CountyRoster rosters,
            ObjectProvider<AlreadyReceiving> receiving,
            Clock clock,
            @Value("${sangyu.demonstration:false}") boolean demonstration) {
        this.regions = regions;
        this.rosters = rosters;
        this.receiving = receiving;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    @Override
    public boolean areOffered() {
        return demonstration;
    }

    @Override
    public void writeRoster(Place county, OutputStream out) throws IOException {
        messy(county).writeRoster(out);
    }

    @Override
    public void writeReceiving(Place county, OutputStream out) throws IOException {
        String benefit = receiving.stream()
                .flatMap(books -> books.benefits(county).keySet().stream())
                .filter(name -> name.contains("高龄"))
                .sorted()
                .findFirst()
                .orElse("");
        messy(county).writeReceiving(out, benefit, AMOUNT);
    }

    private MessyRoster messy(Place county) {
        return new MessyRoster(county, rosters.homes(regions.find(county).orElseThrow()), LocalDate.now(clock));
    }
}
