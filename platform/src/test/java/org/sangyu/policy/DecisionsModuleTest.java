package org.sangyu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.policy.internal.own.Effect;
import org.sangyu.policy.internal.own.OwnAmount;
import org.sangyu.policy.internal.own.OwnContent;
import org.sangyu.policy.internal.own.OwnKind;
import org.sangyu.policy.internal.own.OwnSource;
import org.sangyu.policy.internal.own.OwnState;
import org.sangyu.policy.internal.own.OwnValue;
import org.sangyu.policy.internal.own.OwnValues;
import org.sangyu.policy.internal.simulation.DraftValues;
import org.sangyu.policy.internal.simulation.Origin;
import org.sangyu.policy.internal.simulation.SimulationFigures;
import org.sangyu.policy.internal.simulation.Simulations;
import org.sangyu.regions.RememberingPorts;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.AmountRule;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.rules.packs.Pack;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Entitlements;
import org.sangyu.shared.Fact;
import org.sangyu.shared.FactSource;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.sangyu.ui.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@ModuleTest
@Import({RememberingPorts.class, DecisionsModuleTest.Ports.class})
@TestPropertySource(properties = "sangyu.packs=../packs")
@DisplayName("按政策标准核定")
class DecisionsModuleTest {

    private static final String ALLOWANCE = "advanced-age-allowance";
    private static final Place COUNTY = new Place("C010101");
    private static final Place VILLAGE = new Place("C010101001001");
    private static final YearMonth MONTH = YearMonth.of(2020, 12);
    private static final Fact.Provenance SAID = new Fact.Provenance("roster", LocalDate.of(2020, 1, 1));

    @Autowired
    private Decisions decisions;

    @Autowired
    private Entitlements entitlements;

    @Autowired
    private SettingsConfirmation settings;

    @Autowired
    private org.sangyu.policy.internal.Confirmations confirmations;

    @Autowired
    private PackShelf shelf;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OwnValues own;

    @Autowired
    private List<Jobs.Handler> handlers;

    @Autowired
    private RememberingPorts ports;

    @TestConfiguration(proxyBeanMethods = false)
    static class Ports {

        @Bean
        FactSource people() {
            return query -> Stream.of(person(1, "1941-01-01"), person(2, "1940-12-31"), person(3, "1930-12-31"))
                    .filter(one -> query.people() == null || query.people().contains(one.elder()));
        }

        @Bean
        Files files() {
            return new Files() {
                @Override
                public Stored store(Place owner, String name, String mediaType, Writer writer) {
                    throw new UnsupportedOperationException(name);
                }

                @Override
                public Stored storeFor(Set<Role> roles, String name, String mediaType, Writer writer) {
                    throw new UnsupportedOperationException(name);
                }

                @Override
                public void shareWithAll(Stored file) {}

                @Override
                public InputStream open(String sha256) {
                    return InputStream.nullInputStream();
                }
            };
        }

        private static FactSource.PersonFacts person(int number, String born) {
            return new FactSource.PersonFacts(
                    new ElderId(new UUID(number, 1)),
                    List.of(
                            new Fact.Name("甲" + number, SAID),
                            new Fact.Born(LocalDate.parse(born), SAID),
                            new Fact.Registered(VILLAGE, null, null, SAID)));
        }
    }

    @Test
    @DisplayName("全县一遍：差一天不满、当天满、高一档，各有理由和条款，不出现代码")
    void decidesACounty() {
        inventACountyUnderARealStandard();
        List<String> outcomes = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        Desks.act(Role.COUNTY_CLERK, COUNTY.path(), () -> {
            Decisions.Reading reading = decisions.read(COUNTY, null, List.of(ALLOWANCE));
            assertThat(reading.policy()).hasSize(64).isEqualTo(decisions.policy());
            reading.forEach(subject -> {
                Answer answer = subject.decide(MONTH).getFirst();
                outcomes.add(subject.name() + " " + answer.outcome());
                amounts.add(answer.fen());
                assertThat(subject.place()).isEqualTo(VILLAGE);
                assertThat(answer.because(Language.ZH)).isNotEmpty().allSatisfy(because -> {
                    assertThat(because.sentence()).isNotBlank();
                    assertThat(because.clause()).isNotBlank();
                });
                assertThat(answer.json()).contains("\"zh\"").contains("\"clause\"");
            });
        });
        assertThat(outcomes).containsExactly("甲1 NOT_ENTITLED", "甲2 ENTITLED", "甲3 ENTITLED");
        assertThat(amounts.get(0)).isZero();
        assertThat(amounts.get(1)).isPositive().isLessThan(amounts.get(2));

        assertThat(Desks.at(
                        Role.COUNTY_CLERK,
                        COUNTY.path(),
                        () -> entitlements.of(
                                new ElderId(new UUID(2, 1)), Scope.of(COUNTY), MONTH, Locale.SIMPLIFIED_CHINESE)))
                .hasSize(decisions.benefits(COUNTY, LocalDate.of(2020, 12, 31)).size())
                .first()
                .satisfies(line -> assertThat(line.outcome()).isEqualTo(Entitlements.Outcome.ENTITLED));

        Desks.act(Role.COUNTY_CHIEF, COUNTY.path(), () -> {
            assertThat(settings.isConfirmed(COUNTY)).isFalse();
            assertThat(confirmations.confirm("seen something else")).isFalse();
            assertThat(confirmations.confirm(
                            org.sangyu.policy.internal.Confirmations.fingerprint(confirmations.settings(COUNTY))))
                    .isTrue();
            assertThat(settings.isConfirmed(COUNTY)).isTrue();
        });
        assertThat(Desks.<Boolean>at(Role.COUNTY_CHIEF, "C010102", () -> settings.isConfirmed(COUNTY)))
                .as("别的县看不到")
                .isFalse();
    }

    @Test
    @DisplayName("录入标准：自己不能确认自己的，另一人看过影响才能；施行后按新的，终止后复原；没施行的别县看不到")
    void twoPersonsPutAValueInForce() {
        inventACountyUnderARealStandard();
        String before = decisions.policy();
        long shipped = fen(YearMonth.of(2021, 2));
        assertThat(shipped).isPositive().isNotEqualTo(6_600);
        UUID id = Desks.at(Role.COUNTY_CLERK, COUNTY.path(), () -> done(own.propose(proposal())));
        assertThat(Desks.at(Role.COUNTY_CHIEF, "C010102", () -> own.find(id))).isEmpty();
        assertThat(at(Role.COUNTY_CLERK, () -> own.agree(value(id)))).isInstanceOf(OwnValues.Outcome.Barred.class);
        assertThat(at(Role.COUNTY_CHIEF, () -> own.agree(value(id))))
                .isEqualTo(new OwnValues.Outcome.Barred("policy.own.no-effect"));
        effect(Role.COUNTY_CLERK, id);
        Effect effect = at(Role.COUNTY_CHIEF, () -> value(id).effect());
        assertThat(effect.people()).isEqualTo(3);
        assertThat(effect.lines()).singleElement().satisfies(line -> {
            assertThat(line.more() + line.less() + line.begin())
                    .isEqualTo(effect.heads())
                    .isPositive();
            assertThat(line.after()).isEqualTo(3 * 6_600);
        });
        assertThat(decisions.policy()).as("提出不改变依据").isEqualTo(before);

        done(at(Role.COUNTY_CHIEF, () -> own.agree(value(id))));
        shelf.lookAgain();
        assertThat(decisions.policy()).isNotEqualTo(before);
        assertThat(fen(YearMonth.of(2020, 12))).as("起始日前不变").isEqualTo(shipped);
        assertThat(fen(YearMonth.of(2021, 2))).isEqualTo(6_600);
        assertThat(Desks.at(Role.COUNTY_CHIEF, "C010102", () -> own.find(id)))
                .as("施行的公开")
                .isPresent();
        assertThat(own.files(region())).isNotEmpty();
        assertThat(at(Role.COUNTY_CHIEF, () -> own.agree(value(id)))).isInstanceOf(OwnValues.Outcome.Barred.class);

        done(at(Role.COUNTY_CHIEF, () -> own.askEnd(value(id), "文件废止")));
        assertThat(at(Role.COUNTY_CHIEF, () -> own.agree(value(id))))
                .isEqualTo(new OwnValues.Outcome.Barred("policy.own.same-person"));
        effect(Role.COUNTY_CHIEF, id);
        done(Desks.at(Role.ADMINISTRATOR, Place.NATION.path(), () -> own.agree(value(id))));
        shelf.lookAgain();
        assertThat(decisions.policy()).isEqualTo(before);
        assertThat(fen(YearMonth.of(2021, 2))).isEqualTo(shipped);
        assertThat(ports.deeds).contains("policy.own.propose", "policy.own.in-force", "policy.own.end");
    }

    @Test
    @DisplayName("本机设置由系统管理员确认；不同意和撤回都写理由，之后不能再办")
    void settingsBelongToTheAdministrator() {
        inventACountyUnderARealStandard();
        OwnContent content = OwnContent.setting(List.of("0=FULL", "1=FULL", "2=PARTIAL", "3=NONE", "4=NONE"));
        OwnValues.Proposal proposal = new OwnValues.Proposal(
                COUNTY, OwnKind.SETTING, "self_care_from_level", content, LocalDate.of(2000, 1, 1), null, source());
        UUID refused = done(at(Role.COUNTY_CLERK, () -> own.propose(proposal)));
        effect(Role.COUNTY_CLERK, refused);
        assertThat(at(Role.COUNTY_CHIEF, () -> own.agree(value(refused))))
                .isEqualTo(new OwnValues.Outcome.Barred("policy.own.not-yours"));
        done(Desks.at(Role.ADMINISTRATOR, Place.NATION.path(), () -> own.refuse(value(refused), "没有依据")));
        assertThat(at(Role.COUNTY_CLERK, () -> own.withdraw(value(refused), "重提")))
                .isInstanceOf(OwnValues.Outcome.Barred.class);
        UUID taken = done(at(Role.COUNTY_CLERK, () -> own.propose(proposal)));
        done(at(Role.COUNTY_CLERK, () -> own.withdraw(value(taken), "写错了")));
        assertThat(at(Role.COUNTY_CLERK, () -> value(taken).state())).isEqualTo(OwnState.WITHDRAWN);
        assertThat(at(Role.COUNTY_CLERK, () -> value(refused).decided()))
                .satisfies(deed -> assertThat(deed.reason()).isEqualTo("没有依据"));
    }

    private OwnValues.Proposal proposal() {
        OwnAmount amount = new OwnAmount(
                OwnAmount.Shape.BANDS, false, null, List.of(), List.of(new OwnAmount.Row(List.of("80"), "66.00")));
        return new OwnValues.Proposal(
                COUNTY,
                OwnKind.AMOUNT,
                ALLOWANCE,
                OwnContent.of(amount, null),
                LocalDate.of(2021, 1, 1),
                null,
                source());
    }

    private static OwnSource source() {
        return new OwnSource(
                "通知", "丙民〔2021〕1号", "丙县民政局", null, "第三条", "原文", new Files.Stored("ab", "x.pdf", "application/pdf", 1));
    }

    private static <T> T at(Role role, java.util.function.Supplier<T> work) {
        return Desks.at(role, COUNTY.path(), work);
    }

    private OwnValue value(UUID id) {
        return own.find(id).orElseThrow();
    }

    private static UUID done(OwnValues.Outcome outcome) {
        assertThat(outcome).isInstanceOf(OwnValues.Outcome.Done.class);
        return ((OwnValues.Outcome.Done) outcome).id();
    }

    private void effect(Role role, UUID value) {
        UUID job = ports.started.entrySet().stream()
                .filter(one -> one.getValue().containsValue(value.toString()))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        Jobs.Handler handler = handlers.stream()
                .filter(one -> one.kind().equals("policy.effect"))
                .findFirst()
                .orElseThrow();
        Desks.act(role, COUNTY.path(), () -> handler.run(ports.run(job)));
    }

    private long fen(YearMonth month) {
        return at(
                Role.COUNTY_CLERK,
                () -> decisions
                        .find(COUNTY, new ElderId(new UUID(2, 1)), List.of(ALLOWANCE))
                        .orElseThrow()
                        .decide(month)
                        .getFirst()
                        .fen());
    }

    private String region() {
        return jdbc.sql("select code from regions.place_code where place = 4")
                .query(String.class)
                .single();
    }

    @Autowired
    private Simulations simulations;

    @Autowired
    private SimulationFigures figures;

    @Autowired
    private DraftValues drafts;

    @Test
    @DisplayName("像别处那样发：逐月、逐年龄段的人数和金额与手算一致，再算一遍不变；同事在分享之后才看得到，别县看不到")
    void simulatesAnotherRegionsValues() {
        inventACountyUnderARealStandard();
        RegionCode other = new RegionCode(drafts.regions().stream()
                .map(Pack::region)
                .filter(region -> region.length() == 6)
                .findFirst()
                .orElseThrow());
        YearMonth first = YearMonth.of(2020, 12);
        YearMonth last = YearMonth.of(2021, 2);
        Desk chief = Desk.of("chief", "县领导", Role.COUNTY_CHIEF, COUNTY);
        Desk clerk = Desk.of("clerk", "县经办", Role.COUNTY_CLERK, COUNTY);
        UUID id = CurrentDesk.call(chief, () -> {
            List<PackFile> files = drafts.like(other, new RegionCode(codeOfCounty()));
            assertThat(drafts.problems(files)).isEmpty();
            UUID job = simulations.start(new Simulations.Command("试算", Origin.REGION, "别处", first, last, files));
            run(job);
            List<SimulationFigures.Row> once = rows(SimulationFigures.By.MONTH);
            run(job);
            assertThat(rows(SimulationFigures.By.MONTH)).isEqualTo(once);
            return simulations.list(chief.scope()).getFirst().id();
        });

        List<LocalDate> born =
                List.of(LocalDate.parse("1941-01-01"), LocalDate.parse("1940-12-31"), LocalDate.parse("1930-12-31"));
        RegionCode own = new RegionCode(codeOfCounty());
        CurrentDesk.run(chief, () -> {
            List<SimulationFigures.Row> months = rows(SimulationFigures.By.MONTH);
            assertThat(months).extracting(SimulationFigures.Row::key).containsExactly("2020-12", "2021-01", "2021-02");
            assertThat(months).extracting(SimulationFigures.Row::afterHeads).containsExactly(2L, 3L, 3L);
            for (SimulationFigures.Row row : months) {
                LocalDate day = YearMonth.parse(row.key()).atEndOfMonth();
                assertThat(row.before().fen()).isEqualTo(byHand(own, born, day));
                assertThat(row.after().fen()).isEqualTo(byHand(other, born, day));
            }
            long difference = months.stream().mapToLong(row -> row.more().fen()).sum();
            List<SimulationFigures.Changed> changed = new ArrayList<>();
            for (SimulationFigures.Side side : SimulationFigures.Side.values()) {
                changed.addAll(figures.people(new SimulationFigures.Asked(id, side, null), chief.scope(), 0, 10));
            }
            assertThat(changed).isNotEmpty();
            assertThat(changed.stream()
                            .mapToLong(one -> one.after().fen() - one.before().fen())
                            .sum())
                    .isEqualTo(difference);
            assertThat(simulations.find(id, chief.scope()).orElseThrow().people())
                    .isEqualTo(3);
        });
        CurrentDesk.run(
                clerk, () -> assertThat(simulations.find(id, clerk.scope())).isEmpty());
        assertThat(CurrentDesk.<Boolean>call(clerk, () -> simulations.share(id, true)))
                .isFalse();
        assertThat(CurrentDesk.<Boolean>call(chief, () -> simulations.share(id, true)))
                .isTrue();
        CurrentDesk.run(
                clerk, () -> assertThat(simulations.find(id, clerk.scope())).isPresent());
        Desk elsewhere = Desk.of("chief", "县领导", Role.COUNTY_CHIEF, new Place("C010102"));
        CurrentDesk.run(
                elsewhere,
                () -> assertThat(simulations.find(id, elsewhere.scope())).isEmpty());
    }

    private void run(UUID job) {
        handlers.stream()
                .filter(handler -> handler.kind().equals("policy.simulation"))
                .findFirst()
                .orElseThrow()
                .run(ports.run(job));
    }

    private List<SimulationFigures.Row> rows(SimulationFigures.By by) {
        Scope scope = CurrentDesk.get().scope();
        return figures.rows(simulations.list(scope).getFirst(), scope, by, ALLOWANCE);
    }

    private String codeOfCounty() {
        return jdbc.sql("select code from regions.place_code where place = 4")
                .query(String.class)
                .single();
    }

    /** What the bands of the region's newest value give these people, by age in full years. */
    private long byHand(RegionCode region, List<LocalDate> born, LocalDate day) {
        AmountRule.Bands bands = (AmountRule.Bands) shelf.packs()
                .policy(region, ALLOWANCE, false)
                .orElseThrow()
                .amount()
                .getFirst()
                .values()
                .getLast()
                .value()
                .rule();
        return born.stream()
                .mapToLong(one -> bands.bands().stream()
                        .filter(band -> Period.between(one, day).getYears() >= band.fromAge())
                        .mapToLong(AmountRule.Band::amount)
                        .max()
                        .orElse(0))
                .sum();
    }

    /** A county invented inside the first region whose documents give an allowance by age. */
    private void inventACountyUnderARealStandard() {
        if (jdbc.sql("select count(*) from regions.place where id = 4")
                        .query(Long.class)
                        .single()
                > 0) {
            return;
        }
        String code = shelf.packs().packs().stream()
                .map(pack -> pack.region())
                .filter(region -> region.length() == 4)
                .filter(region -> shelf.packs()
                        .policy(RegionCode.of(region), ALLOWANCE, false)
                        .map(BenefitPolicy::amount)
                        .filter(amount -> !amount.isEmpty())
                        .isPresent())
                .findFirst()
                .orElseThrow();
        place(1, 0, "全国", "C", "");
        place(2, 1, "甲省", "C01", code.substring(0, 2));
        place(3, 2, "乙市", "C0101", code);
        place(4, 3, "丙县", COUNTY.path(), code + "98");
        place(5, 4, "丁镇", "C010101001", code + "98101");
        place(6, 5, "戊村", VILLAGE.path(), code + "98101201");
    }

    private void place(long id, int level, String name, String path, String code) {
        jdbc.sql("""
                        insert into regions.place (id, level, name, core, titled, path, pinyin, initials)
                        values (:id, :level, :name, :name, true, :path, '', '')
                        """)
                .param("id", id)
                .param("level", level)
                .param("name", name)
                .param("path", path)
                .update();
        jdbc.sql("insert into regions.place_path (path, place, name) values (:path, :id, :name)")
                .param("path", path)
                .param("id", id)
                .param("name", name)
                .update();
        if (!code.isEmpty()) {
            jdbc.sql("insert into regions.place_code (place, system, code) values (:id, 'STAT_2023', :code)")
                    .param("id", id)
                    .param("code", code)
                    .update();
        }
    }
}
