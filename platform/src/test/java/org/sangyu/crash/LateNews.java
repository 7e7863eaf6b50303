package org.sangyu.crash;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactChange;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.Period;
import org.sangyu.registry.RecordedFact;
import org.sangyu.registry.Registry;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;

/**
 * What a county learns too late: deaths of people already paid, and ten years more or less by the household book. Only of
 * people of whom the second roster says nothing, so that the same roster again does not contradict it.
 */
final class LateNews {

    /** True once it was told. */
    static final String TOLD = "select count(*) > 0 from registry.identity_fact where evidence = '户口簿'";

    private static final int EACH = 4;
    private static final int YEARS = 10;
    private static final String PAID_AND_BORN = """
        with once as materialized (
            select elder from registry.intake_row group by elder having count(distinct intake) = 1),
        paid as materialized (select distinct elder from benefits.pay_order where state = 'PAID')
        select o.elder from paid o join registry.elder r on r.id = o.elder join once on once.elder = o.elder
        where r.died is null and extract(year from age(r.born)) between %d and %d
        order by r.id_idx limit %d offset %d\
        """;

    private final Office office;
    private final Registry registry;

    LateNews(Office office, Registry registry) {
        this.office = office;
        this.registry = registry;
    }

    void tell() {
        List<UUID> older = paid(81, 87, 0);
        List<UUID> younger = paid(92, 97, 0);
        List<UUID> dead = paid(81, 87, EACH);
        office.as(Role.COUNTY_CLERK, () -> {
            office.inOne(() -> {
                older.forEach(id -> born(id, -YEARS));
                younger.forEach(id -> born(id, YEARS));
                dead.forEach(this::died);
            });
            return dead;
        });
    }

    private List<UUID> paid(int from, int to, int offset) {
        return office.list(PAID_AND_BORN.formatted(from, to, EACH, offset), UUID.class);
    }

    private void died(UUID id) {
        ElderSummary person = person(id);
        LocalDate day = office.today().minusMonths(1);
        NewFact died = new NewFact(new FactContent.Life(FactContent.LifeKind.DIED), Period.from(day), "FUNERAL", null);
        done(registry.record(person.id(), person.version(), died));
    }

    private void born(UUID id, int years) {
        ElderSummary person = person(id);
        RecordedFact fact = registry.facts(person.id(), scope(), null).stream()
                .filter(each -> each.content() instanceof FactContent.Identity
                        && each.recorded().to() == null)
                .findFirst()
                .orElseThrow();
        FactContent.Identity said = (FactContent.Identity) fact.content();
        LocalDate born = said.born();
        if (born == null) {
            throw new IllegalStateException("no birth date to correct");
        }
        FactContent.Identity corrected =
                new FactContent.Identity(said.name(), born.plusYears(years), said.sex(), said.idNumber());
        done(registry.correct(
                person.id(), person.version(), fact.id(), new NewFact(corrected, fact.valid(), fact.source(), "户口簿")));
    }

    private ElderSummary person(UUID id) {
        return registry.find(new ElderId(id), scope()).orElseThrow();
    }

    private Scope scope() {
        return Scope.of(office.county().place());
    }

    private static void done(FactChange change) {
        if (!(change instanceof FactChange.Done)) {
            throw new IllegalStateException(change.toString());
        }
    }
}
