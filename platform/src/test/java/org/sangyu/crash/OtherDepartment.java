package org.sangyu.crash;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.registry.Comparisons.Kind;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.Registry;
import org.sangyu.registry.Sample;
import org.sangyu.registry.internal.compare.Compared;
import org.sangyu.registry.internal.compare.ComparedLists;
import org.sangyu.registry.internal.intake.sheet.SheetRefusedException;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;

/** Public security hands in whom it holds for dead; of two of them somebody says whether it is right. */
final class OtherDepartment {

    private static final int HITS = 12;

    /** Enough for a second piece. */
    private static final int NOBODY = 2_000;

    private final Office office;
    private final Registry registry;
    private final ComparedLists lists;

    OtherDepartment(Office office, Registry registry, ComparedLists lists) {
        this.office = office;
        this.registry = registry;
        this.lists = lists;
    }

    List<Step> steps() {
        return List.of(
                office.job("list of deaths", "compare", 1, () -> office.as(Role.COUNTY_CLERK, this::handIn)),
                office.step(
                        "answered",
                        "select count(*) >= 2 from registry.compared where state in ('RIGHT', 'WRONG')",
                        () -> office.as(Role.COUNTY_CLERK, this::answer)));
    }

    private UUID handIn() {
        LocalDate today = office.today();
        List<String> rows = new ArrayList<>(List.of("姓名,公民身份号码,死亡日期"));
        rows.addAll(paid(today.minusDays(20)));
        for (int i = 0; i < NOBODY; i++) {
            LocalDate born = LocalDate.of(1925, 1, 1).plusDays(i / 500);
            rows.add("查无此人," + Sample.idNumber(born, i % 500).value() + "," + today.minusDays(20));
        }
        byte[] bytes = String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
        try {
            return lists.handIn(
                    new Compared.Of(FactSourceCode.PUBLIC_SECURITY, Kind.DEATHS, today),
                    "deaths.csv",
                    () -> new ByteArrayInputStream(bytes));
        } catch (SheetRefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> paid(LocalDate died) {
        List<ElderId> elders = office.list("""
                        select e.elder from benefits.enrolment e join registry.elder r on r.id = e.elder
                        where e.status = 'ACTIVE' and r.id_idx is not null
                        group by e.elder, r.id_idx order by r.id_idx limit %d\
                        """.formatted(HITS), UUID.class).stream()
                .map(ElderId::new)
                .toList();
        Scope scope = Scope.of(office.county().place());
        Map<ElderId, IdNumber> numbers = registry.idNumbers(elders, scope);
        Map<ElderId, ElderSummary> people = registry.summaries(elders, scope);
        return elders.stream()
                .map(elder -> String.join(
                        ",", people.get(elder).name(), numbers.get(elder).value(), died.toString()))
                .toList();
    }

    /** The first is right, the second is not; whoever comes after a crash answers what is still open of the two. */
    private boolean answer() {
        Scope scope = Scope.of(office.county().place());
        List<Compared> two = lists.rows(scope, new ComparedLists.Filter(null, Compared.Outcome.DIED, false), 0, 2);
        for (int i = 0; i < two.size(); i++) {
            Compared row = two.get(i);
            if (row.state() == Compared.State.OPEN) {
                ComparedLists.Done done = lists.answer(
                        new ComparedLists.Given(row.comparison(), row.row(), row.version()),
                        new ComparedLists.Finding(i == 0, null, i == 0 ? "家属确认" : "见到本人"));
                if (done != ComparedLists.Done.DONE) {
                    throw new IllegalStateException(row + " " + done);
                }
            }
        }
        return true;
    }
}
