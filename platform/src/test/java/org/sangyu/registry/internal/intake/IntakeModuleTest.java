package org.sangyu.registry.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.registry.Registry;
import org.sangyu.registry.Sample;
import org.sangyu.registry.internal.ElderProjection;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest(extraIncludes = {"access", "jobs", "files"})
@TestPropertySource(properties = "sangyu.places=620201")
@DisplayName("导入花名册")
class IntakeModuleTest {

    private static final String HEAD = "姓名,身份证号,出生日期,乡镇,村,现住址,电话,类别,开户银行,银行账号\n";
    private static int serial;

    @Autowired
    Uploads uploads;

    @Autowired
    IntakeJob job;

    @Autowired
    Intakes intakes;

    @Autowired
    IntakeLines lines;

    @Autowired
    ParkedRows parked;

    @Autowired
    ParkedDecisions decisions;

    @Autowired
    AnswerFile answers;

    @Autowired
    Registry registry;

    @Autowired
    ElderProjection projection;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Dictionary dictionary;

    Place county;
    PlaceInfo township;
    PlaceInfo village;
    PlaceInfo otherVillage;
    Desk desk;

    @BeforeEach
    void findPlaces() {
        county = regions.findByCode("620201", LocalDate.of(2026, 1, 1))
                .orElseThrow()
                .place();
        township = regions.children(county, 0, 10).stream()
                .filter(each -> regions.children(each.place(), 0, 2).size() == 2)
                .findFirst()
                .orElseThrow();
        village = regions.children(township.place(), 0, 2).get(0);
        otherVillage = regions.children(township.place(), 0, 2).get(1);
        desk = Desks.of(Role.COUNTY_CLERK, county.path());
    }

    /** A run whose checkpoint a test can hold back. */
    private static final class TestRun implements Jobs.Run {

        private final UUID intake;
        private final Map<Integer, Integer> none = new HashMap<>();
        private @Nullable String checkpoint;
        private int breakAt = Integer.MAX_VALUE;
        private int reached;

        TestRun(UUID intake) {
            this.intake = intake;
        }

        @Override
        public UUID id() {
            return intake;
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of(IntakeJob.INTAKE, intake.toString());
        }

        @Override
        public @Nullable String checkpoint() {
            return checkpoint;
        }

        @Override
        public void reached(String point) {
            if (++reached == breakAt) {
                throw new IllegalStateException("broken off on purpose");
            }
            checkpoint = point;
        }

        @Override
        public void progress(long done, long total) {
            none.put(0, 0);
        }

        @Override
        public void tell(Jobs.Title message) {
            none.put(1, 0);
        }

        @Override
        public void result(String href) {
            none.put(2, 0);
        }

        @Override
        public void attach(Files.Stored file) {
            none.put(3, 0);
        }
    }

    private static String id(LocalDate born) {
        return Sample.idNumber(born, ++serial).value();
    }

    private static String id() {
        return id(LocalDate.of(1940, 1, 5));
    }

    private UUID upload(String table) {
        return CurrentDesk.call(desk, () -> {
            try {
                return uploads.upload(
                        "roster.csv",
                        Intake.Template.ROSTER,
                        () -> new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private Intake run(UUID intake) {
        CurrentDesk.run(desk, () -> {
            transaction.executeWithoutResult(status -> intakes.begin(intake));
            job.run(new TestRun(intake));
        });
        return get(intake);
    }

    private Intake get(UUID intake) {
        return CurrentDesk.call(
                desk,
                () -> found(transaction.execute(
                        status -> intakes.find(intake, desk.scope()).orElseThrow())));
    }

    private static <T> T found(@Nullable T value) {
        assertThat(value).isNotNull();
        if (value == null) {
            throw new AssertionError();
        }
        return value;
    }

    private Intake takeIn(String rows) {
        return run(upload(HEAD + rows));
    }

    private String row(String name, String id) {
        return String.join(",", name, id, "", township.name(), village.name(), "", "", "", "", "") + "\n";
    }

    private List<IntakeLine> lines(Intake intake, IntakeLine.Kind kind) {
        return at(() -> lines.list(intake.id(), desk.scope(), kind, new IntakeLine.Window(0, 100)));
    }

    private <T> T at(java.util.function.Supplier<T> work) {
        return CurrentDesk.call(desk, () -> found(transaction.execute(status -> work.get())));
    }

    private static Intake.Counts counts(
            int rows, int taken, int created, int changed, int refused, int parked, int skipped) {
        return new Intake.Counts(rows, taken, created, changed, refused, parked, skipped, 0);
    }

    @Test
    @DisplayName("收下新人：事实、现状、账号都在，出生日期取自身份证号")
    void takesNewPeopleIn() {
        String id = id();
        Intake intake = takeIn(String.join(
                        ",",
                        "王 秀英",
                        id,
                        "1940/1/5",
                        township.name(),
                        village.name(),
                        village.name() + "3组",
                        "19900000001",
                        "低保、独居",
                        "样本银行",
                        "6200000000000000001")
                + "\n");
        assertThat(intake.state()).isEqualTo(Intake.State.DONE);
        assertThat(intake.counts()).isEqualTo(counts(1, 1, 1, 0, 0, 0, 0));
        IntakeLine line = lines(intake, IntakeLine.Kind.CREATED).getFirst();
        var elder = new ElderId(found(line.elder()));
        var summary = at(() -> registry.find(elder, desk.scope())).orElseThrow();
        assertThat(summary.name()).isEqualTo("王秀英");
        assertThat(summary.place()).isEqualTo(village.place());
        assertThat(summary.born()).isEqualTo(LocalDate.of(1940, 1, 5));
        var facts = at(() -> registry.facts(elder, desk.scope(), null));
        assertThat(facts)
                .extracting(fact -> fact.content().kind().name())
                .containsExactlyInAnyOrder("IDENTITY", "RESIDENCE", "RESIDENCE", "CONTACT", "TAG", "TAG", "ACCOUNT");
        assertThat(at(() -> registry.search(desk.scope(), "wangxiuying", 5)).rows())
                .extracting(person -> person.id())
                .contains(elder);
    }

    @Test
    @DisplayName("导入写下的现状与由事实推算的一致")
    void theProjectionEqualsItsRebuilding() {
        Intake intake = takeIn(String.join(
                        ",",
                        "单桂兰",
                        id(),
                        "",
                        township.name(),
                        village.name(),
                        otherVillage.name() + "5号",
                        "19900000002",
                        "城市特困、分散供养",
                        "",
                        "")
                + "\n" + row("李桂兰", id()));
        String columns = "id, place, registered, resides, name, name_key, pinyin, initials, born, sex, died, id_idx,"
                + " id_key, id4_idx, phone_idx, phone4_idx, tags";
        List<UUID> elders = lines(intake, IntakeLine.Kind.CREATED).stream()
                .map(line -> found(line.elder()))
                .toList();
        List<String> before = projected(columns, elders);
        at(() -> projection.rebuild(elders.stream().map(ElderId::new).toList()));
        assertThat(before).hasSize(2);
        assertThat(projected(columns, elders)).isEqualTo(before);
    }

    private List<String> projected(String columns, List<UUID> elders) {
        return at(() -> jdbc.sql("select (r.*)::text from (select " + columns
                        + " from registry.elder where id = any(:ids) order by id) r")
                .param("ids", elders.toArray(UUID[]::new))
                .query(String.class)
                .list());
    }

    @Test
    @DisplayName("同一份文件导入两次：第二次没有任何变化，没有身份证号的人也认得")
    void theSameFileTwiceChangesNothing() {
        String table = HEAD
                + row("赵一", id())
                + String.join(
                        ",",
                        "钱二",
                        id(),
                        "",
                        township.name(),
                        village.name(),
                        village.name() + "1组",
                        "19900000003",
                        "独居、二级残疾",
                        "样本银行",
                        "6200000000000000003")
                + "\n" + String.join(",", "孙三无号", "", "1939-03-04", township.name(), village.name(), "", "", "", "", "")
                + "\n";
        assertThat(run(upload(table)).counts()).isEqualTo(counts(3, 3, 3, 0, 0, 0, 0));
        long facts = factCount();
        Intake second = run(upload(table));
        assertThat(second.counts()).isEqualTo(counts(3, 3, 0, 0, 0, 0, 0));
        assertThat(factCount()).isEqualTo(facts);
    }

    private long factCount() {
        return at(() -> jdbc.sql("""
                        select (select count(*) from registry.identity_fact) + (select count(*) from registry.residence_fact)
                            + (select count(*) from registry.contact_fact) + (select count(*) from registry.tag_fact)
                            + (select count(*) from registry.account_fact)
                        """).query(Long.class).single());
    }

    @Test
    @DisplayName("已知的人：变了的更正并留旧，空白的不动")
    void mergesWhatChangedAndLeavesBlanks() {
        String id = id();
        takeIn(String.join(",", "周四", id, "", township.name(), village.name(), "", "19900000004", "独居", "", "") + "\n");
        Intake second = takeIn(
                String.join(",", "周四", id, "", "", "", "", "19900000005", "低保", "样本银行", "6200000000000000004") + "\n");
        assertThat(second.counts()).isEqualTo(counts(1, 1, 0, 1, 0, 0, 0));
        ElderId elder = new ElderId(
                found(lines(second, IntakeLine.Kind.CHANGED).getFirst().elder()));
        var summary = at(() -> registry.find(elder, desk.scope())).orElseThrow();
        assertThat(summary.place()).isEqualTo(village.place());
        assertThat(summary.maskedPhone()).isEqualTo("199****0005");
        var facts = at(() -> registry.facts(elder, desk.scope(), null));
        assertThat(facts.stream().filter(fact -> fact.content().kind().name().equals("CONTACT")))
                .hasSize(2)
                .filteredOn(fact -> fact.recorded().to() == null)
                .hasSize(1);
        assertThat(facts.stream().filter(fact -> fact.content().kind().name().equals("TAG")))
                .hasSize(2);
    }

    @Test
    @DisplayName("村不认识：收在乡镇并待核实，选定村后归村；再导入不再挂起")
    void parksAnUnknownVillage() {
        String table = HEAD + String.join(",", "吴五", id(), "", township.name(), "没有这个村", "", "", "", "", "") + "\n";
        Intake intake = run(upload(table));
        assertThat(intake.counts()).isEqualTo(counts(1, 1, 1, 0, 0, 0, 0));
        ParkedRow row = only(intake);
        assertThat(row.reason()).isEqualTo(ParkedRow.Reason.VILLAGE);
        assertThat(row.township()).isEqualTo(township.place());
        assertThat(row.village()).isEqualTo("没有这个村");
        assertThat(run(upload(table)).counts().changed()).isZero();
        assertThat(waiting().stream().filter(each -> each.who().name().equals("吴五")))
                .hasSize(1);

        Desk inTownship = Desks.of(Role.TOWNSHIP, township.place().path());
        var wrong = CurrentDesk.call(
                inTownship,
                () -> decisions.decide(
                        row.id(),
                        new ParkedDecisions.Choice(
                                ParkedRow.Decision.VILLAGE, new Place(county.path() + "999999"), null)));
        assertThat(wrong).isInstanceOf(ParkedDecisions.Outcome.NotPossible.class);
        var done = CurrentDesk.call(
                inTownship,
                () -> decisions.decide(
                        row.id(), new ParkedDecisions.Choice(ParkedRow.Decision.VILLAGE, village.place(), null)));
        assertThat(done).isEqualTo(new ParkedDecisions.Outcome.Done(row.elder()));
        assertThat(at(() -> registry.find(found(row.elder()), desk.scope()))
                        .orElseThrow()
                        .place())
                .isEqualTo(village.place());
        assertThat(CurrentDesk.call(
                        inTownship,
                        () -> decisions.decide(
                                row.id(),
                                new ParkedDecisions.Choice(ParkedRow.Decision.VILLAGE, village.place(), null))))
                .isInstanceOf(ParkedDecisions.Outcome.AlreadyDecided.class);
        assertThat(run(upload(table)).counts().changed()).isZero();
        assertThat(waiting().stream().filter(each -> each.who().name().equals("吴五")))
                .isEmpty();
    }

    private ParkedRow only(Intake intake) {
        return waiting().stream()
                .filter(row -> row.intake().equals(intake.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<ParkedRow> waiting() {
        return at(() -> parked.list(desk.scope(), null, 0, 100));
    }

    @Test
    @DisplayName("没有身份证号又同名同生日：不并，待核实；人说是同一人才并")
    void parksANamesake() {
        takeIn(row("郑六", id(LocalDate.of(1938, 2, 3))));
        String again =
                String.join(",", "郑六", "", "1938-02-03", township.name(), village.name(), "", "19900000006", "", "", "")
                        + "\n";
        Intake second = takeIn(again);
        assertThat(second.counts()).isEqualTo(counts(1, 0, 0, 0, 0, 1, 0));
        ParkedRow row = only(second);
        assertThat(row.reason()).isEqualTo(ParkedRow.Reason.NAMESAKE);
        assertThat(row.candidates()).hasSize(1);
        var done = CurrentDesk.call(
                desk,
                () -> decisions.decide(
                        row.id(),
                        new ParkedDecisions.Choice(
                                ParkedRow.Decision.SAME, null, row.candidates().getFirst())));
        assertThat(done)
                .isEqualTo(new ParkedDecisions.Outcome.Done(row.candidates().getFirst()));
        assertThat(get(second.id()).counts()).isEqualTo(counts(1, 1, 0, 0, 0, 0, 0));
        assertThat(at(() -> registry.find(row.candidates().getFirst(), desk.scope()))
                        .orElseThrow()
                        .maskedPhone())
                .isEqualTo("199****0006");
    }

    @Test
    @DisplayName("同名同生日但是另一个人：新建档案")
    void opensARecordForSomebodyElse() {
        takeIn(row("冯七", id(LocalDate.of(1938, 2, 4))));
        Intake second = takeIn(
                String.join(",", "冯七", "", "1938-02-04", township.name(), village.name(), "", "", "", "", "") + "\n");
        ParkedRow row = only(second);
        var done = CurrentDesk.call(
                desk, () -> decisions.decide(row.id(), new ParkedDecisions.Choice(ParkedRow.Decision.NEW, null, null)));
        assertThat(done).isInstanceOf(ParkedDecisions.Outcome.Done.class);
        ElderId elder = found(((ParkedDecisions.Outcome.Done) done).elder());
        assertThat(row.candidates()).doesNotContain(elder);
        assertThat(at(() -> registry.find(elder, desk.scope()))).isPresent();
    }

    @Test
    @DisplayName("身份证号登记在另一个姓名之下：待核实")
    void parksAnotherNameUnderOneNumber() {
        String id = id();
        takeIn(row("陈八", id));
        Intake second = takeIn(row("程八", id));
        assertThat(second.counts().parked()).isEqualTo(1);
        assertThat(only(second).reason()).isEqualTo(ParkedRow.Reason.NAME_DIFFERS);
    }

    @Test
    @DisplayName("身份证号在外县区登记：待核实，且不说是谁；看不见外县区的行")
    void parksWhoIsRegisteredElsewhere() {
        String id = Sample.idNumber(LocalDate.of(1941, 6, 7), 900).value();
        Desks.at(
                Role.TOWNSHIP,
                Sample.COUNTY,
                () -> registry.register(Sample.person("外县人", LocalDate.of(1941, 6, 7), 900)));
        Intake intake = takeIn(row("外县人", id));
        ParkedRow row = only(intake);
        assertThat(row.reason()).isEqualTo(ParkedRow.Reason.ELSEWHERE);
        assertThat(row.candidates()).isEmpty();
        List<ParkedRow> seen = Desks.at(
                Role.COUNTY_CLERK,
                Sample.COUNTY,
                () -> found(
                        transaction.execute(status -> parked.list(Scope.of(new Place(Sample.COUNTY)), null, 0, 10))));
        assertThat(seen).isEmpty();
        long imports = Desks.at(
                Role.COUNTY_CLERK,
                Sample.COUNTY,
                () -> found(transaction.execute(status -> jdbc.sql("select count(*) from registry.intake")
                        .query(Long.class)
                        .single())));
        assertThat(imports).isZero();
    }

    @Test
    @DisplayName("退回的行写明原因；回执改好后再导入就收下")
    void writesAnAnswerFileThatIsTakenInAgain() throws Exception {
        String good = id();
        String bad = id();
        Intake first = takeIn(row("褚九", good) + row("卫十", bad.substring(0, 17) + (bad.endsWith("1") ? "2" : "1"))
                + ",,,,,,,,,\n" + row("无地的人", id()).replace(township.name(), "没有这个镇"));
        assertThat(first.counts()).isEqualTo(counts(3, 1, 1, 0, 2, 0, 1));
        assertThat(lines(first, IntakeLine.Kind.REFUSED))
                .flatExtracting(IntakeLine::problems)
                .extracting(problem -> problem.why())
                .containsExactly("idCheck", "townshipUnknown");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CurrentDesk.run(desk, () -> answers.write(first, false, dictionary.in(Language.ZH), out));
        UUID again = CurrentDesk.call(desk, () -> {
            try {
                return uploads.upload(
                        "answer.xlsx", Intake.Template.ROSTER, () -> new ByteArrayInputStream(out.toByteArray()));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        Intake second = run(again);
        assertThat(second.counts()).isEqualTo(counts(3, 1, 0, 0, 2, 0, 0));
        assertThat(second.file().titles()).endsWith("结果", "原因");
    }

    @Test
    @DisplayName("中途断开再来：接着上一批，人数与一次导完相同")
    void goesOnAfterABreak() {
        StringBuilder rows = new StringBuilder();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < Chunks.SIZE * 2 + 7; i++) {
            ids.add(Sample.idNumber(LocalDate.of(1935, 1, 1).plusDays(i / 500), i % 500 + 400)
                    .value());
            rows.append(row("断点人", ids.get(i)));
        }
        UUID intake = upload(HEAD + rows);
        TestRun run = new TestRun(intake);
        run.breakAt = 2;
        CurrentDesk.run(desk, () -> {
            transaction.executeWithoutResult(status -> intakes.begin(intake));
            assertThatThrownBy(() -> job.run(run)).hasMessageContaining("on purpose");
        });
        assertThat(get(intake).counts().created()).isEqualTo(Chunks.SIZE);
        assertThat(run.checkpoint).isEqualTo(String.valueOf(Chunks.SIZE + 1));
        CurrentDesk.run(desk, () -> job.run(run));
        Intake done = get(intake);
        assertThat(done.state()).isEqualTo(Intake.State.DONE);
        assertThat(done.counts()).isEqualTo(counts(ids.size(), ids.size(), ids.size(), 0, 0, 0, 0));
        CurrentDesk.run(desk, () -> job.run(run));
        assertThat(get(intake).counts()).isEqualTo(done.counts());
    }
}
