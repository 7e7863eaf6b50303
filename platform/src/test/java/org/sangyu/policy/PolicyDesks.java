package org.sangyu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.policy.internal.own.OwnAmount;
import org.sangyu.policy.internal.own.OwnContent;
import org.sangyu.policy.internal.own.OwnKind;
import org.sangyu.policy.internal.own.OwnSource;
import org.sangyu.policy.internal.own.OwnValue;
import org.sangyu.policy.internal.own.OwnValues;
import org.sangyu.policy.internal.simulation.DraftValues;
import org.sangyu.policy.internal.simulation.SimulationFigures;
import org.sangyu.policy.internal.simulation.Simulations;
import org.sangyu.regions.RememberingPorts;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.AmountRule;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.shared.CurrentDesk;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Policy with people that are given, at the desks of an invented county. */
@ModuleTest
@Import({RememberingPorts.class, PolicyDesks.Ports.class})
@TestPropertySource(properties = "sangyu.packs=../packs")
abstract class PolicyDesks {

    static final String ALLOWANCE = "advanced-age-allowance";

    static final Place COUNTY = new Place("C010101");

    static final Place VILLAGE = new Place("C010101001001");

    static final YearMonth MONTH = YearMonth.of(2020, 12);

    static final Fact.Provenance SAID = new Fact.Provenance("roster", LocalDate.of(2020, 1, 1));

    @Autowired
    Decisions decisions;

    @Autowired
    Entitlements entitlements;

    @Autowired
    SettingsConfirmation settings;

    @Autowired
    org.sangyu.policy.internal.Confirmations confirmations;

    @Autowired
    PackShelf shelf;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnValues own;

    @Autowired
    List<Jobs.Handler> handlers;

    @Autowired
    RememberingPorts ports;

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

    OwnValues.Proposal proposal() {
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

    static OwnSource source() {
        return new OwnSource(
                "通知", "丙民〔2021〕1号", "丙县民政局", null, "第三条", "原文", new Files.Stored("ab", "x.pdf", "application/pdf", 1));
    }

    static <T> T at(Role role, java.util.function.Supplier<T> work) {
        return Desks.at(role, COUNTY.path(), work);
    }

    OwnValue value(UUID id) {
        return own.find(id).orElseThrow();
    }

    static UUID done(OwnValues.Outcome outcome) {
        assertThat(outcome).isInstanceOf(OwnValues.Outcome.Done.class);
        return ((OwnValues.Outcome.Done) outcome).id();
    }

    void effect(Role role, UUID value) {
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

    long fen(YearMonth month) {
        return at(
                Role.COUNTY_CLERK,
                () -> decisions
                        .find(COUNTY, new ElderId(new UUID(2, 1)), List.of(ALLOWANCE))
                        .orElseThrow()
                        .decide(month)
                        .getFirst()
                        .fen());
    }

    String region() {
        return jdbc.sql("select code from regions.place_code where place = 4")
                .query(String.class)
                .single();
    }

    @Autowired
    Simulations simulations;

    @Autowired
    SimulationFigures figures;

    @Autowired
    DraftValues drafts;

    void run(UUID job) {
        handlers.stream()
                .filter(handler -> handler.kind().equals("policy.simulation"))
                .findFirst()
                .orElseThrow()
                .run(ports.run(job));
    }

    List<SimulationFigures.Row> rows(SimulationFigures.By by) {
        Scope scope = CurrentDesk.get().scope();
        return figures.rows(simulations.list(scope).getFirst(), scope, by, ALLOWANCE);
    }

    String codeOfCounty() {
        return jdbc.sql("select code from regions.place_code where place = 4")
                .query(String.class)
                .single();
    }

    /** What the bands of the region's newest value give these people, by age in full years. */
    long byHand(RegionCode region, List<LocalDate> born, LocalDate day) {
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
    void inventACountyUnderARealStandard() {
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

    void place(long id, int level, String name, String path, String code) {
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
