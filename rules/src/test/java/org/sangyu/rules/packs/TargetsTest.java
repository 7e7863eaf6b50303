package org.sangyu.rules.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.rules.InventedRegion;
import org.sangyu.rules.Packs;
import org.sangyu.rules.RegionCode;

@DisplayName("目标、基期值和疑点")
class TargetsTest {
    private static final RegionCode REGION = RegionCode.of("9901");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private PackSet packs(String targets) {
        Map<String, String> files = InventedRegion.files();
        files.put(InventedRegion.FOLDER + "/targets.yaml", targets.replace("%s", InventedRegion.cite()));
        PackSet packs = Packs.beside(folder, files);
        assertThat(packs.problems()).isEmpty();
        return packs;
    }

    @Test
    @DisplayName("一项指标可有基期值和几个年份的目标，各有比较方式和属性")
    void keepsBaselineAndGoalsOfSeveralYears() {
        Target target = packs("""
                        targets:
                          - key: beds
                            name: {zh: 床位, en: Beds}
                            unit: 万张
                            baseline:
                              - {compare: EXACTLY, value: "0.31", from: {seen: 2020-12-31}, %s}
                            goals:
                              - {compare: AT_LEAST, value: "0.40", from: 2022, %s}
                              - {compare: BETWEEN, value: "0.45", up_to: "0.5", from: 2025, attribute: BINDING, %s}
                        """).targets(REGION, false).getFirst();
        assertThat(target.baseline())
                .isNotNull()
                .satisfies(past -> assertThat(past.use()).isEqualTo(Use.COMPARES));
        assertThat(target.goals()).isNotNull().satisfies(goals -> {
            assertThat(goals.use()).isEqualTo(Use.TARGET);
            assertThat(goals.values()).extracting(g -> g.from().written()).containsExactly("2022", "2025");
            assertThat(goals.values().getFirst().value().attribute()).isNull();
            assertThat(goals.values().getLast().value())
                    .isEqualTo(new Goal(
                            new Content.Quantity(Compare.BETWEEN, new BigDecimal("0.45"), new BigDecimal("0.5")),
                            Goal.Attribute.BINDING));
        });
    }

    @Test
    @DisplayName("没有给基期值就是没有，不是零")
    void aMissingBaselineStaysMissing() {
        Target target = packs("""
                        targets:
                          - {key: rate, name: {zh: 率, en: Rate}, unit: '%', goals: [{value: 显著增长, from: 2025, %s}]}
                        """).targets(REGION, false).getFirst();
        assertThat(target.baseline()).isNull();
        assertThat(target.goals())
                .isNotNull()
                .satisfies(goals ->
                        assertThat(goals.values().getFirst().value().content()).isEqualTo(new Content.Plain("显著增长")));
    }

    @Test
    @DisplayName("互相矛盾的两个基期值都保留，先显示标明的一个")
    void keepsBothSidesOfAContradiction() {
        Target target = packs("""
                        targets:
                          - key: beds
                            name: {zh: 床位, en: Beds}
                            unit: 万张
                            baseline:
                              - {compare: EXACTLY, value: "0.49", from: 2020, id: text, contradicts: table, %s}
                              - {compare: EXACTLY, value: "0.31", from: 2020, id: table, contradicts: text, shown_first: true, %s}
                        """).targets(REGION, false).getFirst();
        assertThat(target.baseline()).isNotNull().satisfies(past -> {
            assertThat(past.values()).hasSize(2);
            assertThat(past.values().getFirst().shownFirst()).isTrue();
        });
    }

    @Test
    @DisplayName("草案里的目标只在算上草案时出现")
    void draftGoalsTakeNoPartUnlessAskedFor() {
        PackSet packs = packs("""
                targets:
                  - key: rate
                    name: {zh: 率, en: Rate}
                    unit: '%'
                    goals:
                      - {value: more, from: 2025, kind: DRAFT, source: {document: nowhere-1, clause: 第2条}}
                """);
        assertThat(packs.targets(REGION, false)).isEmpty();
        assertThat(packs.targets(REGION, true)).hasSize(1);
    }

    @Test
    @DisplayName("随附标准里的矛盾至少有两处依据，每个地区都列出没有给出的内容")
    void shippedFindingsNameBothSides() {
        PackSet shipped = Packs.shipped();
        List<Pack> withDocuments = shipped.packs().stream()
                .filter(pack -> shipped.documents().stream()
                        .anyMatch(d -> d.inHand() && d.pack().equals(pack)))
                .toList();
        assertThat(withDocuments)
                .isNotEmpty()
                .allSatisfy(pack -> assertThat(shipped.findings(RegionCode.of(pack.region()), true))
                        .anySatisfy(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.NOT_GIVEN))
                        .allSatisfy(finding -> assertThat(finding.says())
                                .hasSizeGreaterThanOrEqualTo(finding.kind() == Finding.Kind.CONTRADICTION ? 2 : 1)));
    }
}
