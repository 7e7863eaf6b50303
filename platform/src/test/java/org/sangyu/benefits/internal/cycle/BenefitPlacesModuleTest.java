package org.sangyu.benefits.internal.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.benefits.internal.cycle.FakePolicy.ALLOWANCE;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.benefits.internal.cycle.CycleDesk.On;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.sangyu.shared.Role;
import org.sangyu.testing.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("区划变更与发放：整县改隶、一村划归外县")
@FreshDatabase
@SpringBootTest(classes = CycleWorld.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class BenefitPlacesModuleTest {

    private static final String FORMER = "C010101";
    private static final String NOW = "C020103";
    private static final YearMonth MAY = YearMonth.parse("2026-05");
    private static final YearMonth JUNE = YearMonth.parse("2026-06");

    @Autowired
    private BenefitPlaces places;

    @Autowired
    private CycleDesk desk;

    @Autowired
    private Cycles cycles;

    @Autowired
    private FakeJobs jobs;

    @Autowired
    private FakePolicy policy;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private CycleWorld.TestClock clock;

    @BeforeEach
    void may() {
        clock.set("2026-05-20T02:00:00Z");
    }

    @Test
    @DisplayName("五月在原县发过，六月在新县只发六月：不重发，也不漏发；五月的名册仍是原县的")
    void theMonthBeforeIsNeitherPaidTwiceNorForgotten() {
        UUID stays = enrol("王秀英", FORMER + "001001");
        UUID moves = enrol("李建国", FORMER + "002001");
        UUID may = computed(FORMER, MAY);
        assertThat(lines(FORMER, may)).containsExactly("2026-05 REGULAR 5000", "2026-05 REGULAR 5000");
        assertThat(everywhere(() -> places.obstacles(new Place(FORMER), true)))
                .containsExactly("benefits.follow.open-cycle");
        assertThat(everywhere(() -> places.obstacles(new Place(FORMER + "002"), false)))
                .isEmpty();
        assertThat(everywhere(() -> places.touched(new Place(FORMER + "002"))))
                .contains(new PlaceFollower.Touched("benefits.follow.enrolments", 1));
        closeAll();
        assertThat(everywhere(() -> places.obstacles(new Place(FORMER), true))).isEmpty();

        follow(new PlaceFollower.Move(FORMER + "002", NOW + "001", false));
        clock.set("2026-06-20T02:00:00Z");
        assertThat(lines(NOW, computed(NOW, JUNE))).containsExactly("2026-06 REGULAR 5000");
        assertThat(owed(moves)).containsExactly("2026-05 " + NOW, "2026-06 " + NOW);
        assertThat(owed(stays)).containsExactly("2026-05 " + FORMER);

        closeAll();
        follow(new PlaceFollower.Move(FORMER, "C020104", false));
        assertThat(lines("C020104", computed("C020104", JUNE))).containsExactly("2026-06 REGULAR 5000");
        assertThat(owed(stays)).containsExactly("2026-05 C020104", "2026-06 C020104");
        assertThat(everywhere(() -> jdbc.sql("select county from benefits.cycle where id = ?")
                        .param(may)
                        .query(String.class)
                        .single()))
                .isEqualTo(FORMER);
    }

    private void follow(PlaceFollower.Move move) {
        everywhere(() -> {
            places.follow(move);
            places.follow(move);
            return true;
        });
    }

    /** As if everything had been paid. */
    private void closeAll() {
        everywhere(() -> jdbc.sql("update benefits.line set hold = null").update());
        everywhere(() -> jdbc.sql("update benefits.cycle set state = 'CLOSED'").update());
    }

    private List<String> owed(UUID elder) {
        return everywhere(
                () -> jdbc.sql("select period || ' ' || county from benefits.due where elder = ? order by period")
                        .param(elder)
                        .query(String.class)
                        .list());
    }

    private List<String> lines(String county, UUID cycle) {
        return at(
                county,
                () -> transaction.execute(status -> jdbc.sql(
                                "select period || ' ' || kind || ' ' || fen from benefits.line where cycle = ? order by id")
                        .param(cycle)
                        .query(String.class)
                        .list()));
    }

    private UUID computed(String county, YearMonth month) {
        CycleDesk.Opening opened = at(county, () -> desk.open(List.of(ALLOWANCE), month, month));
        UUID cycle = ((CycleDesk.Opening.Opened) opened).cycle();
        at(county, () -> desk.compute(new On(cycle, find(cycle).rowVersion())));
        at(county, () -> {
            jobs.runAll();
            return true;
        });
        assertThat(at(county, () -> find(cycle)).state()).isEqualTo(CycleState.COMPUTED);
        return cycle;
    }

    private Cycle find(UUID cycle) {
        return java.util.Objects.requireNonNull(transaction.execute(
                status -> cycles.find(cycle, CurrentDesk.get().scope()).orElseThrow()));
    }

    private UUID enrol(String name, String village) {
        UUID elder = UUID.randomUUID();
        policy.know(elder, new FakePolicy.Person(name, YearMonth.parse("2020-01"), null, null, clock.instant()));
        everywhere(() -> jdbc.sql("""
                        insert into benefits.enrolment (id, elder, benefit, county, place, status, way, applied_on, last_step,
                            stepped_by, stepped_on, created_at, changed_at, first_payable)
                        values (:id, :elder, :benefit, left(:place, 7), :place, 'SUSPENDED', 'APPLICATION', '2026-01-01',
                            :id, 'x', '2026-01-01', :now, :now, '2026-05-01')""")
                .param("id", UUID.randomUUID())
                .param("elder", elder)
                .param("benefit", ALLOWANCE)
                .param("place", village)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update());
        return elder;
    }

    private <T> T everywhere(Supplier<T> work) {
        return CurrentDesk.call(
                Desk.of("admin", "管理员", Role.ADMINISTRATOR, Place.NATION),
                () -> java.util.Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private static <T> T at(String county, Supplier<@Nullable T> work) {
        @Nullable
        T made = CurrentDesk.call(Desk.of("clerk" + county, "经办", Role.COUNTY_CLERK, new Place(county)), work::get);
        return java.util.Objects.requireNonNull(made);
    }
}
