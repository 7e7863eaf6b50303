package org.sangyu.benefits.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.benefits.internal.enrolment.Invented.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.benefits.MonthRun;
import org.sangyu.shared.AlreadyReceiving;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Fact;
import org.sangyu.shared.FactSource;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.testing.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("他部门发放比对与实物送达")
@FreshDatabase
@SpringBootTest(
        classes = {EnrolmentDesks.World.class, Invented.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(UnpaidModuleTest.Heard.class)
class UnpaidModuleTest {

    private static int next;

    private String county = COUNTY;
    private String village = VILLAGE;
    private Desk clerk = desk(Role.COUNTY_CLERK, COUNTY, "clerk");
    private Desk here = desk(Role.VILLAGE, VILLAGE, "village");
    private Desk nextDoor = desk(Role.VILLAGE, OTHER_VILLAGE, "next-door");

    private static final Mirrors.Filter ALL = new Mirrors.Filter(null, null, null, Mirrors.Order.PLACE);

    /** Hears what is announced. */
    static class Heard {
        final List<MonthRun> runs = new ArrayList<>();

        @EventListener
        void on(MonthRun run) {
            runs.add(run);
        }
    }

    @Autowired
    Rules rules;

    @Autowired
    Everybody everybody;

    @Autowired
    JobsAtOnce jobs;

    @Autowired
    OpenBooks books;

    @Autowired
    Mirrors mirrors;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Enrolments enrolments;

    @Autowired
    ReceivedFacts facts;

    @Autowired
    TimeOrderedIds ids;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Heard heard;

    @BeforeEach
    void aCountyOfItsOwn() {
        rules.people.clear();
        rules.things.clear();
        everybody.all.clear();
        heard.runs.clear();
        county = "C0102" + (char) ('A' + next++) + "0";
        village = county + "001001";
        clerk = desk(Role.COUNTY_CLERK, county, "clerk");
        here = desk(Role.VILLAGE, village, "village");
        nextDoor = desk(Role.VILLAGE, county + "001002", "next-door");
    }

    @Test
    @DisplayName("他们发 884，按标准 50：金额不同、不符合而在领、符合而未领、待定各归各类，一致的不列")
    void theyPayTheRuleSays() {
        ElderId other = lives("1940-01-01");
        ElderId same = lives("1940-01-01");
        ElderId young = lives("1990-01-01");
        ElderId unknown = lives(null);
        ElderId without = lives("1940-01-01");
        compare();
        assertThat(differences()).as("没有对方名单，不判断应享未享").isEmpty();

        receive(row(1, other, 88_400), row(2, same, 5_000), row(3, young, 88_400), row(4, unknown, 62_400));
        compare();
        Map<ElderId, Mirrors.Difference> found = differences();
        assertThat(found).hasSize(4);
        assertThat(found.get(other).kind()).isEqualTo(MirrorKind.OTHER_AMOUNT);
        assertThat(found.get(other).theirs()).isEqualTo(new Money(88_400));
        assertThat(found.get(other).ours()).isEqualTo(new Money(5_000));
        assertThat(found.get(other).because().zh()).isEqualTo("按出生日期");
        assertThat(found.get(young).kind()).isEqualTo(MirrorKind.NOT_ENTITLED);
        assertThat(found.get(unknown).kind()).isEqualTo(MirrorKind.UNDETERMINED);
        assertThat(found.get(without).kind()).isEqualTo(MirrorKind.NOT_RECEIVED);
        Mirrors.Whole whole = at(clerk, () -> mirrors.wholes(clerk.scope())).getFirst();
        assertThat(whole.theirPeople()).isEqualTo(4);
        assertThat(whole.ourPeople()).isEqualTo(3);
        assertThat(whole.samePeople()).isEqualTo(1);
        assertThat(at(clerk, () -> mirrors.sum(clerk.scope(), ALL)).theirFen()).isEqualTo(88_400 * 2 + 62_400);
        List<List<Mirrors.Difference>> slices = new ArrayList<>();
        at(clerk, () -> {
            mirrors.forEach(clerk.scope(), ALL, 3, slices::add);
            return true;
        });
        assertThat(slices).as("导出从头读到尾，每次三条").extracting(List::size).containsExactly(3, 1);
        assertThat(slices.stream().flatMap(List::stream).toList())
                .isEqualTo(at(clerk, () -> mirrors.list(clerk.scope(), ALL, 0, 99)));
        assertThat(at(clerk, () -> enrolments.of(other, clerk.scope())))
                .as("只比对，不列入发放")
                .noneMatch(one -> one.benefit().equals(SUPPORT));
    }

    @Test
    @DisplayName("再比对一次什么也不变；对方改对了，这一差别消失")
    void aDifferenceGoesWhenItIsMended() {
        ElderId other = lives("1940-01-01");
        receive(row(1, other, 88_400));
        compare();
        Map<ElderId, Mirrors.Difference> first = differences();
        compare();
        assertThat(differences()).isEqualTo(first);
        receive(row(1, other, 5_000));
        compare();
        assertThat(differences()).isEmpty();
    }

    @Test
    @DisplayName("每次核对只发一个事件，带县区、月份和数目，不带人")
    void oneEventForARun() {
        lives("1940-01-01");
        lives("1941-01-01");
        compare();
        assertThat(heard.runs).singleElement().satisfies(run -> {
            assertThat(run.kind()).isEqualTo(MonthRun.Kind.COMPARED);
            assertThat(run.county()).isEqualTo(new Place(county));
            assertThat(run.month()).isEqualTo(YearMonth.of(2026, 6));
            assertThat(run.counts()).containsEntry("proposed", 2L);
        });
    }

    @Test
    @DisplayName("到了年龄当月列出一件，核对几次都是一件；登记送达、撤销；别的村看不见")
    void aThingIsDeliveredOnce() {
        rules.things.add(new BenefitRules.Benefit(PLAQUE, "牌匾", "Plaque", true));
        lives("1946-07-01");
        ElderId reached = lives("1946-06-30");
        compare();
        compare();
        Delivery task = only();
        assertThat(task.elder()).isEqualTo(reached);
        assertThat(at(nextDoor, () -> deliveries.list(nextDoor.scope(), null, 0, 9)))
                .isEmpty();
        assertThat(deliver(nextDoor, task, "2026-06-10")).isZero();
        assertThat(deliver(here, task, "2026-06-16")).as("明天送的不能今天登记").isZero();
        assertThat(deliver(desk(Role.COUNTY_CHIEF, county, "chief"), task, "2026-06-10"))
                .isZero();
        assertThat(deliver(here, task, "2026-06-15")).isEqualTo(1);
        assertThat(deliver(here, task, "2026-06-15")).as("登记过的不再登记").isZero();
        Delivery done = only();
        assertThat(done.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(done.recorded()).isNotNull();
        assertThat(received(reached)).extracting(Fact.Receives::from).contains(LocalDate.parse("2026-06-15"));
        UUID act = java.util.Objects.requireNonNull(done.act());
        assertThat(at(nextDoor, () -> deliveries.undo(act, null))).isZero();
        assertThat(at(here, () -> deliveries.undo(act, null))).isEqualTo(1);
        assertThat(only().state()).isEqualTo(DeliveryState.WAITING);
        assertThat(received(reached)).isEmpty();
    }

    @Test
    @DisplayName("送达以前去世的，不再送达")
    void deathDropsWhatWasNotDelivered() {
        rules.things.add(new BenefitRules.Benefit(PLAQUE, "牌匾", "Plaque", true));
        ElderId elder = lives("1940-01-01");
        compare();
        rules.people.put(
                elder,
                new Rules.Known(new Place(village), LocalDate.parse("1940-01-01"), LocalDate.parse("2026-05-31")));
        compare();
        assertThat(only().state()).isEqualTo(DeliveryState.DROPPED);
    }

    private int deliver(Desk desk, Delivery task, String day) {
        Deliveries.Handover handover =
                new Deliveries.Handover(LocalDate.parse(day), "陈丽娟", "王秀英（本人）", "送达照片一张", null, null);
        return at(desk, () -> deliveries.deliver(List.of(task.id()), handover)).delivered();
    }

    private Delivery only() {
        List<Delivery> all = at(here, () -> deliveries.list(here.scope(), null, 0, 9));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<Fact.Receives> received(ElderId elder) {
        return at(
                clerk,
                () -> java.util.Objects.requireNonNull(transactions.execute(
                        status -> facts.stream(new FactSource.FactQuery(clerk.scope(), List.of(elder), null))
                                .flatMap(person -> person.facts().stream())
                                .map(Fact.Receives.class::cast)
                                .filter(fact -> fact.benefit().equals(PLAQUE))
                                .toList())));
    }

    private Map<ElderId, Mirrors.Difference> differences() {
        return at(clerk, () -> mirrors.list(clerk.scope(), ALL, 0, 99)).stream()
                .collect(java.util.stream.Collectors.toMap(Mirrors.Difference::elder, one -> one));
    }

    private void compare() {
        at(clerk, () -> {
            jobs.run(ids.next(), ProposeJob.KIND, Map.of("county", county, "month", "2026-06"));
            return true;
        });
    }

    private void receive(AlreadyReceiving.Row... rows) {
        assertThat(at(clerk, () -> books.open(UUID.randomUUID(), List.of(rows))))
                .isEmpty();
    }

    private AlreadyReceiving.Row row(int number, ElderId elder, long fen) {
        return new AlreadyReceiving.Row(
                number, elder, new Place(village), SUPPORT, new Money(fen), YearMonth.of(2026, 5), null);
    }

    private ElderId lives(@Nullable String born) {
        ElderId elder = new ElderId(ids.next());
        LocalDate day = born == null ? null : LocalDate.parse(born);
        rules.people.put(elder, new Rules.Known(new Place(village), day, null));
        everybody.all.put(elder, new People.Person(elder, "王秀英", "F", day, null, null, new Place(village)));
        return elder;
    }

    private static <T> T at(Desk desk, Supplier<T> work) {
        return CurrentDesk.call(desk, work);
    }
}
