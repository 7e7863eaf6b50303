package org.sangyu.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.registry.Sample.COUNTY;
import static org.sangyu.registry.Sample.FAR_VILLAGE;
import static org.sangyu.registry.Sample.NEIGHBOUR;
import static org.sangyu.registry.Sample.OTHER_VILLAGE;
import static org.sangyu.registry.Sample.VILLAGE;
import static org.sangyu.registry.Sample.person;
import static org.sangyu.registry.Sample.registered;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.registry.FactContent.Identity;
import org.sangyu.registry.FactContent.Life;
import org.sangyu.registry.FactContent.LifeKind;
import org.sangyu.registry.FactContent.Residence;
import org.sangyu.registry.FactContent.ResidenceKind;
import org.sangyu.registry.FactContent.Tag;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Fact;
import org.sangyu.shared.FactSource;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest(extraIncludes = {"access", "jobs", "files"})
@DisplayName("老年人登记：一人一档")
class RegistryModuleTest {

    private static final LocalDate BORN = LocalDate.of(1938, 5, 6);
    private static final Scope HERE = Scope.of(new Place(COUNTY));

    @Autowired
    Registry registry;

    @Autowired
    @Qualifier("placeMoves")
    PlaceFollower follower;

    @Autowired
    FactSource facts;

    @Autowired
    TransactionTemplate transactions;

    @Test
    @DisplayName("登记的人能按编号、身份证号找到，号码只露头尾")
    void findsWhomItRegistered() {
        ElderId elder = register("王秀英", 101);
        ElderSummary summary = at(() -> registry.find(elder, HERE)).orElseThrow();
        assertThat(summary.name()).isEqualTo("王秀英");
        assertThat(summary.place()).isEqualTo(VILLAGE);
        assertThat(summary.born()).isEqualTo(BORN);
        assertThat(summary.maskedPhone()).isEqualTo("138****1234");
        assertThat(summary.maskedId()).startsWith("990101********");
        assertThat(at(() -> registry.findByIdNumber(Sample.idNumber(BORN, 101), HERE))
                        .orElseThrow()
                        .id())
                .isEqualTo(elder);
    }

    @Test
    @DisplayName("在世的人身份证号不能重复登记；外县区登记过的只说已登记，不说是谁")
    void refusesASecondLivingPersonWithTheSameNumber() {
        ElderId elder = register("李桂兰", 102);
        assertThat(at(() -> registry.register(person("李桂兰", BORN, 102))))
                .isEqualTo(new Registration.AlreadyKnown(elder));
        Registration elsewhere = Desks.at(
                Role.TOWNSHIP,
                NEIGHBOUR,
                () -> registry.register(person("李桂兰", BORN, Sample.idNumber(BORN, 102), FAR_VILLAGE, FAR_VILLAGE)));
        assertThat(elsewhere).isEqualTo(new Registration.KnownElsewhere());
    }

    @Test
    @DisplayName("户籍在本机另一县区的人由那个县区登记；户籍在外地的归常住地")
    void belongsWhereTheHouseholdIsRegisteredIfServed() {
        Desks.at(
                Role.TOWNSHIP,
                NEIGHBOUR,
                () -> registry.register(person("邻县人", BORN, Sample.idNumber(BORN, 103), FAR_VILLAGE, FAR_VILLAGE)));
        assertThat(at(() -> registry.register(person("张三", BORN, Sample.idNumber(BORN, 104), FAR_VILLAGE, VILLAGE))))
                .isEqualTo(new Registration.BelongsElsewhere(FAR_VILLAGE));
        ElderId stranger = registered(at(() -> registry.register(
                person("李四", BORN, Sample.idNumber(BORN, 105), new Place("CYY0101001001"), VILLAGE))));
        ElderSummary summary = at(() -> registry.find(stranger, HERE)).orElseThrow();
        assertThat(summary.place()).isEqualTo(VILLAGE);
        assertThat(summary.isLivingApart()).isTrue();
        assertThat(at(() -> registry.register(person("王五", BORN, null, null, null))))
                .isEqualTo(new Registration.OutsideScope());
    }

    @Test
    @DisplayName("更正不改写历史：更正前知道的，仍能按当时查到")
    void keepsWhatWasKnownBeforeACorrection() {
        ElderId elder = register("陈玉珍", 106);
        RecordedFact identity = only(elder, FactKind.IDENTITY);
        Instant before = Instant.now();
        FactChange done = at(() -> registry.correct(
                elder,
                version(elder),
                identity.id(),
                new NewFact(
                        new Identity("陈玉珍", BORN.plusYears(1), "F", Sample.idNumber(BORN, 106)),
                        Period.OPEN,
                        "DESK",
                        "户口簿")));
        assertThat(done).isInstanceOf(FactChange.Done.class);
        assertThat(at(() -> registry.find(elder, HERE)).orElseThrow().born()).isEqualTo(BORN.plusYears(1));
        assertThat(bornKnownAt(elder, before)).isEqualTo(BORN);
        assertThat(bornKnownAt(elder, Instant.now())).isEqualTo(BORN.plusYears(1));
        assertThat(at(() -> registry.facts(elder, HERE, null)).stream()
                        .filter(fact -> fact.content().kind() == FactKind.IDENTITY))
                .hasSize(2);
    }

    @Test
    @DisplayName("两处同时改一个人，后交的一份说明已有新版本，不覆盖")
    void refusesAStaleForm() {
        ElderId elder = register("赵淑芳", 107);
        long version = version(elder);
        NewFact alone = tag("LIVING_ALONE", LocalDate.of(2020, 1, 1), "DESK");
        assertThat(at(() -> registry.record(elder, version, alone))).isInstanceOf(FactChange.Done.class);
        assertThat(at(() -> registry.record(elder, version, tag("DEMENTIA", LocalDate.of(2021, 1, 1), "DESK"))))
                .isEqualTo(new FactChange.Stale(version + 1));
    }

    @Test
    @DisplayName("同一来源同一天起的同一类别不能录两次；结束后不再显示，历史仍在")
    void closesATag() {
        ElderId elder = register("孙凤英", 108);
        NewFact alone = tag("LIVING_ALONE", LocalDate.of(2020, 1, 1), "DESK");
        FactChange.Done done = (FactChange.Done) at(() -> registry.record(elder, version(elder), alone));
        assertThat(at(() -> registry.record(elder, version(elder), alone))).isEqualTo(new FactChange.SameStart());
        assertThat(at(() -> registry.find(elder, HERE)).orElseThrow().tags()).containsExactly("LIVING_ALONE");
        assertThat(at(() -> registry.close(elder, version(elder), done.fact(), LocalDate.of(2020, 1, 1))))
                .isEqualTo(new FactChange.ImpossibleDay());
        at(() -> registry.close(elder, version(elder), done.fact(), LocalDate.of(2020, 1, 2)));
        assertThat(at(() -> registry.find(elder, HERE)).orElseThrow().tags()).isEmpty();
    }

    @Test
    @DisplayName("来源不一致时按先后取一个，另一个仍然可见")
    void keepsBothWhenSourcesDisagree() {
        ElderId elder = register("周桂花", 109);
        Identity police = new Identity("周桂花", BORN.minusYears(2), "F", Sample.idNumber(BORN, 109));
        at(() -> registry.record(elder, version(elder), new NewFact(police, Period.OPEN, "PUBLIC_SECURITY", null)));
        assertThat(at(() -> registry.find(elder, HERE)).orElseThrow().born()).isEqualTo(BORN.minusYears(2));
        Map<String, Boolean> counts = new java.util.HashMap<>();
        at(() -> registry.facts(elder, HERE, null)).stream()
                .filter(fact -> fact.content().kind() == FactKind.IDENTITY)
                .forEach(fact -> counts.put(fact.source(), fact.counts()));
        assertThat(counts).containsEntry("PUBLIC_SECURITY", true).containsEntry("DESK", false);
    }

    @Test
    @DisplayName("死亡日期不能在出生之前或今天之后；撤回后恢复在世")
    void registersAndTakesBackADeath() {
        ElderId elder = register("吴美玲", 110);
        assertThat(at(() -> registry.record(elder, version(elder), death(BORN.minusDays(1)))))
                .isEqualTo(new FactChange.ImpossibleDay());
        assertThat(at(() -> registry.record(
                        elder,
                        version(elder),
                        death(LocalDate.now(org.sangyu.shared.Time.ZONE).plusDays(1)))))
                .isEqualTo(new FactChange.ImpossibleDay());
        LocalDate day = LocalDate.of(2024, 3, 1);
        FactChange.Done done = (FactChange.Done) at(() -> registry.record(elder, version(elder), death(day)));
        assertThat(at(() -> registry.find(elder, HERE)).orElseThrow().died()).isEqualTo(day);
        at(() -> registry.withdraw(elder, version(elder), done.fact()));
        assertThat(at(() -> registry.find(elder, HERE)).orElseThrow().died()).isNull();
        assertThat(at(() -> registry.withdraw(elder, version(elder), done.fact())))
                .isEqualTo(new FactChange.Gone());
    }

    @Test
    @DisplayName("户籍迁到本机另一县区后，全部档案归那个县区，原县区看不到")
    void handsAPersonOverToTheNewCounty() {
        Desks.act(Role.TOWNSHIP, NEIGHBOUR, () -> registry.serve(new Place(NEIGHBOUR)));
        ElderId elder = register("郑秀兰", 111);
        NewFact moved = new NewFact(
                new Residence(ResidenceKind.REGISTERED, FAR_VILLAGE, null),
                Period.from(LocalDate.of(2025, 1, 1)),
                "DESK",
                null);
        assertThat(at(() -> registry.record(elder, version(elder), moved))).isInstanceOf(FactChange.Done.class);
        assertThat(at(() -> registry.find(elder, HERE))).isEmpty();
        Scope there = Scope.of(new Place(NEIGHBOUR));
        ElderSummary summary = Desks.at(Role.TOWNSHIP, NEIGHBOUR, () -> registry.find(elder, there))
                .orElseThrow();
        assertThat(summary.place()).isEqualTo(FAR_VILLAGE);
        assertThat(Desks.at(Role.TOWNSHIP, NEIGHBOUR, () -> registry.facts(elder, there, null)))
                .hasSize(5);
    }

    @Test
    @DisplayName("住址只在村内变动，归属跟着变")
    void movesInsideTheCounty() {
        ElderId elder = register("冯玉兰", 112);
        NewFact moved = new NewFact(
                new Residence(ResidenceKind.REGISTERED, OTHER_VILLAGE, null),
                Period.from(LocalDate.of(2025, 1, 1)),
                "DESK",
                null);
        at(() -> registry.record(elder, version(elder), moved));
        assertThat(at(() -> registry.find(elder, HERE)).orElseThrow().place()).isEqualTo(OTHER_VILLAGE);
    }

    @Test
    @DisplayName("迁出：从迁出之日起不算本地户籍；迁回登记之后又算；外县查不到")
    void movesAwayAndComesBack() {
        ElderId elder = register("梁秀珍", 131);
        LocalDate left = LocalDate.of(2026, 4, 30);
        at(() -> registry.record(
                elder,
                version(elder),
                new NewFact(new Life(LifeKind.MOVED_OUT), Period.from(left), "PUBLIC_SECURITY", null)));
        assertThat(at(() -> registry.movedOut(List.of(elder), HERE))).containsExactly(Map.entry(elder, left));
        Scope neighbour = Scope.of(new Place(NEIGHBOUR));
        assertThat(Desks.at(Role.TOWNSHIP, NEIGHBOUR, () -> registry.movedOut(List.of(elder), neighbour)))
                .isEmpty();
        assertThat(registration(elder)).containsExactlyInAnyOrder("here ..2026-04-30", "away 2026-04-30..");

        LocalDate back = LocalDate.of(2026, 6, 1);
        at(() -> registry.record(
                elder,
                version(elder),
                new NewFact(
                        new Residence(ResidenceKind.REGISTERED, OTHER_VILLAGE, null),
                        Period.from(back),
                        "DESK",
                        null)));
        assertThat(at(() -> registry.movedOut(List.of(elder), HERE))).isEmpty();
        assertThat(registration(elder))
                .containsExactlyInAnyOrder("here ..2026-04-30", "away 2026-04-30..2026-06-01", "here 2026-06-01..");
    }

    /** On which days the person is registered here and on which outside, as decisions read it. */
    private List<String> registration(ElderId elder) {
        return at(() -> transactions.execute(status -> {
            try (Stream<FactSource.PersonFacts> all =
                    facts.stream(new FactSource.FactQuery(HERE, List.of(elder), null))) {
                return all.flatMap(person -> person.facts().stream())
                        .flatMap(fact -> switch (fact) {
                            case Fact.Registered home -> Stream.of("here " + span(home.from(), home.to()));
                            case Fact.MovedOut moved -> Stream.of("away " + span(moved.from(), moved.to()));
                            default -> Stream.empty();
                        })
                        .toList();
            }
        }));
    }

    private static String span(@Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null ? "" : from) + ".." + (to == null ? "" : to);
    }

    @Test
    @DisplayName("查看完整号码要写明原因，别的县区查不到")
    void revealsWithAReason() {
        ElderId elder = register("朱桂珍", 113);
        UUID identity = only(elder, FactKind.IDENTITY).id();
        assertThat(at(() -> registry.reveal(elder, identity, "核对银行卡")))
                .contains(Sample.idNumber(BORN, 113).value());
        assertThat(Desks.at(Role.TOWNSHIP, NEIGHBOUR, () -> registry.reveal(elder, identity, "看看")))
                .isEmpty();
    }

    private ElderId register(String name, int serial) {
        return registered(at(() -> registry.register(person(name, BORN, serial))));
    }

    private long version(ElderId elder) {
        return at(() -> registry.find(elder, HERE)).orElseThrow().version();
    }

    @Test
    @DisplayName("整县改隶：人随县走，新县按后四位找得到，原县不再看得到；再办一次不变")
    void followsACountyThatComesUnderAnotherCity() {
        ElderId elder = Desks.at(
                Role.COUNTY_CLERK,
                "CZZ0105",
                () -> registered(registry.register(person(
                        "改隶人",
                        BORN,
                        Sample.idNumber(BORN, 190),
                        new Place("CZZ0105001001"),
                        new Place("CZZ0105001001")))));
        PlaceFollower.Move move = new PlaceFollower.Move("CZZ0105", "CZZ0207", false);
        for (int i = 0; i < 2; i++) {
            Desks.act(
                    Role.ADMINISTRATOR, "C", () -> transactions.executeWithoutResult(status -> follower.follow(move)));
        }
        Scope now = Scope.of(new Place("CZZ0207"));
        ElderSummary summary = Desks.at(Role.COUNTY_CLERK, "CZZ0207", () -> registry.find(elder, now))
                .orElseThrow();
        assertThat(summary.place()).isEqualTo(new Place("CZZ0207001001"));
        assertThat(summary.registered()).isEqualTo(new Place("CZZ0207001001"));
        String lastFour = Sample.idNumber(BORN, 190).value().substring(14);
        assertThat(Desks.at(
                        Role.COUNTY_CLERK,
                        "CZZ0207",
                        () -> registry.search(now, lastFour, 10).rows().stream()
                                .map(ElderSummary::id)
                                .toList()))
                .contains(elder);
        assertThat(Desks.at(Role.COUNTY_CLERK, "CZZ0105", () -> registry.find(elder, Scope.of(new Place("CZZ0105")))))
                .isEmpty();
    }

    private RecordedFact only(ElderId elder, FactKind kind) {
        List<RecordedFact> facts = at(() -> registry.facts(elder, HERE, Instant.now())).stream()
                .filter(fact -> fact.content().kind() == kind)
                .toList();
        assertThat(facts).hasSize(1);
        return facts.getFirst();
    }

    private LocalDate bornKnownAt(ElderId elder, Instant at) {
        return at(() -> registry.facts(elder, HERE, at)).stream()
                .map(RecordedFact::content)
                .filter(Identity.class::isInstance)
                .flatMap(content -> Stream.ofNullable(((Identity) content).born()))
                .findFirst()
                .orElseThrow();
    }

    private static NewFact tag(String tag, LocalDate from, String source) {
        return new NewFact(new Tag(tag, Map.of(), null), Period.from(from), source, null);
    }

    private static NewFact death(LocalDate on) {
        return new NewFact(new Life(LifeKind.DIED), Period.from(on), "DESK", "死亡医学证明");
    }

    private static <T> T at(Supplier<T> work) {
        return Desks.at(Role.COUNTY_CLERK, COUNTY, work);
    }
}
