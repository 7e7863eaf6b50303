package org.sangyu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
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
import org.sangyu.regions.RememberingPorts;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Entitlements;
import org.sangyu.shared.Fact;
import org.sangyu.shared.FactSource;
import org.sangyu.shared.Files;
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

    /** A county invented inside the first region whose documents give an allowance by age. */
    private void inventACountyUnderARealStandard() {
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
