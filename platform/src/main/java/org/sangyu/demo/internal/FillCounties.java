package org.sangyu.demo.internal;

import java.util.List;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.registry.RosterIntake;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes each county's roster and hands it to the import, county by county; after a crash it goes on with the next. */
@Component
class FillCounties implements Jobs.Handler {

    static final String KIND = "demonstration";

    private final ServedCounties counties;
    private final CountyRoster rosters;
    private final RosterIntake intake;
    private final TransactionTemplate transaction;

    FillCounties(ServedCounties counties, CountyRoster rosters, RosterIntake intake, TransactionTemplate transaction) {
        this.counties = counties;
        this.rosters = rosters;
        this.intake = intake;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        List<PlaceInfo> all = counties.list();
        String reached = run.checkpoint();
        for (int i = reached == null ? 0 : Integer.parseInt(reached); i < all.size(); i++) {
            PlaceInfo county = all.get(i);
            int number = i;
            Desk desk =
                    Desk.of(FirstStart.maker().account(), FirstStart.maker().name(), Role.COUNTY_CLERK, county.place());
            CurrentDesk.run(desk, () -> {
                Files.Stored roster = rosters.store(county, number);
                transaction.executeWithoutResult(status -> {
                    intake.start(roster);
                    run.reached(String.valueOf(number + 1));
                });
            });
            run.progress(number + 1L, all.size());
        }
    }
}
