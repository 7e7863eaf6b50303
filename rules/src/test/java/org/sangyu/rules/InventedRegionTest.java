package org.sangyu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.facts.Span;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Problem;

@DisplayName("虚构的第六个地区，只加文件不改程序")
class InventedRegionTest {
    private static final String ALLOWANCE = "advanced-age-allowance";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "1949-06-01,",
        "1949-05-31,10.00",
        "1944-05-31,40.50",
        "1944-06-01,10.00",
        "1929-05-31,90.00",
        "1914-05-31,1000.00"
    })
    @DisplayName("四个年龄段，自 75 周岁起")
    void paysFourBandsFrom75(LocalDate born, @org.jspecify.annotations.Nullable String amount) {
        PackSet packs = Packs.beside(folder, InventedRegion.files());
        assertThat(packs.problems()).isEmpty();
        assertThat(amount(decide(packs, "99", "2024-05", born))).isEqualTo(amount);
    }

    @Test
    @DisplayName("探访对象按本地规定，其余人群本地没有规定")
    void hasItsOwnGroups() {
        PackSet packs = Packs.beside(folder, InventedRegion.files());
        Decider decider = Decider.of(packs, Question.of(RegionCode.of("99"), YearMonth.of(2024, 5)));
        Person alone = Person.born("p", LocalDate.of(1940, 1, 1))
                .tag(Tag.LIVING_ALONE, Span.ALWAYS)
                .build();
        assertThat(decider.groups(alone))
                .filteredOn(m -> m.member() == Membership.Member.YES)
                .extracting(m -> m.group().id())
                .containsExactly("visit");
    }

    @Test
    @DisplayName("市的标准低于省的底线：报错并写明两处条款，判定按省的值")
    void refusesACityBelowItsProvincesFloor() {
        PackSet packs = Packs.beside(
                folder,
                InventedRegion.withCounty(InventedRegion.value(
                        "2021-01-01", "{from_age: 75, amount: \"10.00\"}, {from_age: 80, amount: \"40.49\"}")));
        assertThat(packs.problems()).extracting(Problem::code).containsExactly("BELOW_UPPER_LAYER");
        assertThat(packs.problems().getFirst().at().line()).isEqualTo(4);
        Decision decision = decide(packs, "9901", "2024-05", LocalDate.of(1940, 1, 1));
        assertThat(amount(decision)).isEqualTo("40.50");
        assertThat(decision.reasons()).extracting(Reason::code).contains(ReasonCode.UPPER_VALUE_COUNTS);
    }

    @Test
    @DisplayName("市的标准高于省的底线：就近适用")
    void takesTheNearestLayer() {
        PackSet packs = Packs.beside(
                folder,
                InventedRegion.withCounty(
                        InventedRegion.value(
                                "2021-01-01",
                                "{from_age: 70, amount: \"50.00\"}, {from_age: 95, amount: \"90.00\"}, {from_age: 110, amount: \"1000.00\"}")));
        assertThat(packs.problems()).isEmpty();
        assertThat(amount(decide(packs, "9901", "2024-05", LocalDate.of(1940, 1, 1))))
                .isEqualTo("50.00");
        assertThat(amount(decide(packs, "9901", "2020-12", LocalDate.of(1940, 1, 1))))
                .isEqualTo("40.50");
        assertThat(amount(decide(packs, "99", "2024-05", LocalDate.of(1940, 1, 1))))
                .isEqualTo("40.50");
    }

    @Test
    @DisplayName("清单不得减少项目、对象或内容")
    void refusesAShorterServiceList() {
        Map<String, String> files = InventedRegion.files();
        files.put(InventedRegion.FOLDER + "/service-list.yaml", """
                versions:
                  - from: 2024-01-01
                    kind: RULE
                    source: {document: nowhere-1, clause: 第2条}
                    items:
                      - {id: visits, name: {zh: 探访服务, en: Visits}, targets: [独居, 空巢, 留守, 失能, 重残], contents: [探访]}
                """);
        PackSet packs = Packs.beside(folder, files);
        assertThat(packs.problems())
                .hasSize(16)
                .allSatisfy(p -> assertThat(p.code()).isEqualTo("BELOW_UPPER_LAYER"));
        assertThat(packs.problems()).extracting(p -> p.what().zh()).anyMatch(s -> s.contains("探访服务：计划生育特殊家庭"));
    }

    @Test
    @DisplayName("本机的值最近：操作员填了标准，就按它判定")
    void takesTheInstallationsValueFirst() {
        Map<String, String> files = Map.of(
                "installation/99/pack.yaml", "region: \"99\"\nname: {zh: 本机, en: Here}\n",
                "installation/99/documents.yaml", """
                    documents:
                      - {id: here-1, title: {zh: 县里通知, en: Notice}, issuer: {zh: 县, en: County}, in_hand: true}
                    """,
                "installation/99/benefits/advanced-age-allowance/benefit.yaml", """
                    status: [{is: IN_FORCE, from: always, kind: OPERATOR, source: {document: here-1, clause: 第1条}}]
                    who: [{is: {age: {at_least: 80}}, from: always, kind: OPERATOR, source: {document: here-1, clause: 第1条}}]
                    """,
                "installation/99/benefits/advanced-age-allowance/amount.yaml", """
                    description: {zh: 高龄津贴, en: Allowance}
                    unit: CNY/month
                    values: [{from: 2022-01-01, amount: "77.00", kind: OPERATOR, source: {document: here-1, clause: 第1条}}]
                    reviewed: {on: 2024-01-01, by: test}
                    """);
        PackSet packs = Packs.with(files);
        assertThat(packs.problems()).isEmpty();
        assertThat(packs.hash()).isNotEqualTo(Packs.shipped().hash());
        assertThat(amount(decide(packs, "99", "2024-05", LocalDate.of(1940, 1, 1))))
                .isEqualTo("77.00");
        assertThat(amount(decide(packs, "99", "2021-12", LocalDate.of(1940, 1, 1))))
                .isNull();
    }

    private static Decision decide(PackSet packs, String region, String month, LocalDate born) {
        Question question = Question.of(RegionCode.of(region), YearMonth.parse(month));
        Person person = Person.born("p", born).registered(region).build();
        return Decider.of(packs, question, Set.of(ALLOWANCE)).decide(person).getFirst();
    }

    private static @org.jspecify.annotations.Nullable String amount(Decision decision) {
        return decision instanceof Decision.Entitled e ? e.benefit().unit().format(e.amount()) : null;
    }
}
