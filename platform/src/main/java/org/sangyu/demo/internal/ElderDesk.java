package org.sangyu.demo.internal;

import java.util.List;
import org.sangyu.access.DemoAccounts;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactsRecorded;
import org.sangyu.registry.Registry;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the first of the cast an account for the page in large type, as soon as an import has brought her. */
@Component
class ElderDesk {

    private final DemoAccounts accounts;
    private final ServedCounties counties;
    private final Registry registry;
    private final Regions regions;
    private final TransactionTemplate ownTransaction;
    private final boolean demonstration;

    ElderDesk(
            DemoAccounts accounts,
            ServedCounties counties,
            Registry registry,
            Regions regions,
            PlatformTransactionManager transactions,
            @Value("${sangyu.demonstration:false}") boolean demonstration) {
        this.accounts = accounts;
        this.counties = counties;
        this.registry = registry;
        this.regions = regions;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.demonstration = demonstration;
    }

    @ApplicationModuleListener
    void on(FactsRecorded recorded) {
        if (demonstration && recorded.cause().equals("import") && hasNoElder()) {
            // The listener's own transaction began without a desk and therefore sees nobody.
            CurrentDesk.run(FirstStart.maker(), () -> ownTransaction.executeWithoutResult(status -> make()));
        }
    }

    private boolean hasNoElder() {
        return accounts.listAll().stream().noneMatch(account -> account.role() == Role.ELDER);
    }

    private void make() {
        List<PlaceInfo> served = counties.list();
        if (served.isEmpty()) {
            return;
        }
        String name = Cast.firstName();
        Scope county = Scope.of(served.getFirst().place());
        registry.search(county, name, Registry.MOST_HITS).rows().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .ifPresent(this::give);
    }

    private void give(ElderSummary elder) {
        Place home = elder.place();
        accounts.createForElder(
                elder.id(),
                elder.name(),
                new DemoAccounts.Named(home, regions.names(List.of(home)).getOrDefault(home, "")));
    }
}
