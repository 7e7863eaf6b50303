package org.sangyu.policy.internal.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.Conflict;
import org.sangyu.rules.packs.ConflictRule;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Problem;
import org.sangyu.rules.packs.Setting;
import org.sangyu.rules.packs.Standard;
import org.sangyu.rules.packs.Timeline;
import org.sangyu.rules.packs.Unit;
import org.sangyu.shared.Place;

@DisplayName("本机录入的一层")
class OwnLayerTest {

    private static final String ALLOWANCE = "advanced-age-allowance";
    private static final String COUNTY = "990101";
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final PackSet SHIPPED = PackSet.read(Path.of("../packs"));

    @TempDir
    private Path folder;

    @Test
    @DisplayName("四种写法写出去、读回来都一样；文件名里有引号、井号、换行也不出错")
    void everyShapeReadsBackAsItWasTyped() {
        OwnAmount bands = bands("80", "60.00", "90", "120.50");
        OwnAmount flat = amount(OwnAmount.Shape.FLAT, new OwnAmount.Row(List.of(), "300.00"));
        OwnAmount care = amount(
                OwnAmount.Shape.SELF_CARE,
                new OwnAmount.Row(List.of("FULL"), "50.00"),
                new OwnAmount.Row(List.of("PARTIAL"), "200.00"),
                new OwnAmount.Row(List.of("NONE"), "400.00"));
        OwnAmount table = new OwnAmount(
                OwnAmount.Shape.TABLE,
                true,
                "EXTREME_HARDSHIP",
                List.of("area", "support"),
                List.of(
                        new OwnAmount.Row(List.of("URBAN", "DISPERSED"), "884.00"),
                        new OwnAmount.Row(List.of("RURAL", "DISPERSED"), "624.00")));
        for (OwnAmount one : List.of(bands, flat, care, table)) {
            PackSet packs = with(SHIPPED, value(ALLOWANCE, OwnContent.of(one, null), NEW_YEAR, null));
            assertThat(own(packs)).isEmpty();
            assertThat(standards(packs, NEW_YEAR)).containsExactly(one.standard(Unit.CNY_MONTH));
        }
    }

    @Test
    @DisplayName("起始日前一天没有，当天有；截止日（含）当天有，次日没有；从哪天起才知道也记下")
    void holdsFromItsFirstToItsLastDay() {
        OwnValue value =
                value(ALLOWANCE, OwnContent.of(bands("80", "60.00"), null), NEW_YEAR, LocalDate.of(2027, 1, 1));
        PackSet packs = with(SHIPPED, value);
        assertThat(own(packs)).isEmpty();
        assertThat(standards(packs, NEW_YEAR.minusDays(1))).isEmpty();
        assertThat(standards(packs, NEW_YEAR)).hasSize(1);
        assertThat(standards(packs, LocalDate.of(2026, 12, 31))).hasSize(1);
        assertThat(standards(packs, LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(packs.policy(region(), ALLOWANCE, false)
                        .orElseThrow()
                        .amount()
                        .getFirst()
                        .values())
                .singleElement()
                .satisfies(one -> assertThat(one.recorded()).isEqualTo(LocalDate.of(2026, 3, 1)));
    }

    @Test
    @DisplayName("下一个标准接着上一个；将来的标准也能先录入")
    void oneFollowsTheOther() {
        PackSet packs = with(
                SHIPPED,
                value(ALLOWANCE, OwnContent.of(bands("80", "60.00"), null), NEW_YEAR, null),
                value(ALLOWANCE, OwnContent.of(bands("80", "70.00"), null), LocalDate.of(2030, 1, 1), null));
        assertThat(own(packs)).isEmpty();
        assertThat(standards(packs, LocalDate.of(2029, 12, 31)))
                .containsExactly(bands("80", "60.00").standard(Unit.CNY_MONTH));
        assertThat(standards(packs, LocalDate.of(2030, 1, 1)))
                .containsExactly(bands("80", "70.00").standard(Unit.CNY_MONTH));
    }

    @Test
    @DisplayName("上级规定了下限：低一分不行，两处依据都写出；相等可以")
    void aFloorAboveIsKept() throws IOException {
        Files.createDirectories(folder.resolve("99-invented/benefits/" + ALLOWANCE));
        write("pack.yaml", "region: \"99\"\nname: {zh: 甲省, en: Invented}\n");
        write("documents.yaml", """
                documents:
                  - {id: invented-floor, title: {zh: 甲省文件, en: Paper}, issuer: {zh: 甲, en: A}, in_hand: true}
                """);
        String source = "kind: RULE, source: {document: invented-floor, clause: 第二条}";
        write("benefits/" + ALLOWANCE + "/benefit.yaml", "status:\n  - {is: IN_FORCE, from: always, " + source + "}\n");
        write(
                "benefits/" + ALLOWANCE + "/amount.yaml",
                "description: {zh: 标准, en: Standard}\n"
                        + "unit: CNY/month\n"
                        + "strength: FLOOR\n"
                        + "values:\n"
                        + "  - {from: 2020-01-01, bands: [{from_age: 80, amount: \"60.00\"}], "
                        + source + "}\nreviewed: {on: 2026-01-01, by: test}\n");
        PackSet upper = PackSet.read(List.of(Path.of("../packs"), folder));
        assertThat(upper.problems()).isEmpty();

        PackSet below = with(upper, value(ALLOWANCE, OwnContent.of(bands("80", "59.99"), null), NEW_YEAR, null));
        assertThat(own(below)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("BELOW_UPPER_LAYER");
            assertThat(problem.what().zh()).contains("invented-floor 第二条").contains("own-");
        });
        PackSet equal = with(upper, value(ALLOWANCE, OwnContent.of(bands("80", "60.00"), null), NEW_YEAR, null));
        assertThat(own(equal)).isEmpty();
    }

    @Test
    @DisplayName("衔接规则：确认之日前仍是未经确认，之后按确认的")
    void aConflictIsConfirmedFromItsDay() {
        RegionCode somewhere = SHIPPED.packs().stream()
                .filter(pack -> !pack.region().isEmpty() && !pack.draft())
                .map(pack -> RegionCode.of(pack.region()))
                .filter(code -> !SHIPPED.conflicts(code, false).isEmpty())
                .findFirst()
                .orElseThrow();
        Conflict open = SHIPPED.conflicts(somewhere, false)
                .getFirst()
                .values()
                .getFirst()
                .value();
        OwnValue value = new OwnValue(
                UUID.randomUUID(),
                new Place("C010101"),
                somewhere.digits(),
                OwnKind.CONFLICT,
                open.id(),
                OwnContent.of(ConflictRule.EXCLUDE, open.members()),
                NEW_YEAR,
                null,
                source(),
                OwnState.IN_FORCE,
                deed(),
                deed(),
                null,
                null,
                null);
        PackSet packs = SHIPPED.withInstallation(new OwnLayer(SHIPPED, somewhere.digits(), "甲").files(List.of(value)));
        assertThat(own(packs)).isEmpty();
        List<Dated<Conflict>> values = packs.conflicts(somewhere, false).stream()
                .filter(one -> one.pack().installation())
                .findFirst()
                .orElseThrow()
                .values();
        assertThat(values).extracting(one -> one.value().confirmed()).containsExactly(false, true);
        assertThat(values.getLast().value().rule()).isEqualTo(ConflictRule.EXCLUDE);
    }

    @Test
    @DisplayName("本机设置：录入的取代随程序的，可选项不变")
    void aSettingIsReplaced() {
        String key = "self_care_from_level";
        OwnContent content = OwnContent.setting(List.of("0=FULL", "1=FULL", "2=PARTIAL", "3=NONE", "4=NONE"));
        OwnValue value = value(key, content, NEW_YEAR, null);
        PackSet packs = with(SHIPPED, value);
        assertThat(own(packs)).isEmpty();
        Setting set = packs.settings(region()).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(set.values()).containsExactly("0=FULL", "1=FULL", "2=PARTIAL", "3=NONE", "4=NONE");
        assertThat(set.choices()).contains("3=PARTIAL");
        assertThat(set.ground().zh()).contains("第三条");
    }

    private static PackSet with(PackSet packs, OwnValue... values) {
        return packs.withInstallation(new OwnLayer(packs, COUNTY, "丙县").files(List.of(values)));
    }

    private static List<Problem> own(PackSet packs) {
        return packs.problems().stream()
                .filter(problem -> problem.at().file().startsWith(OwnLayer.FOLDER))
                .toList();
    }

    private static List<Standard> standards(PackSet packs, LocalDate day) {
        return Timeline.on(
                        packs.policy(region(), ALLOWANCE, false).orElseThrow().amount(), day, null)
                .stream()
                .filter(Timeline.Candidate.InForce.class::isInstance)
                .map(one -> ((Timeline.Candidate.InForce<Standard>) one).dated().value())
                .toList();
    }

    private static RegionCode region() {
        return RegionCode.of(COUNTY);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("99-invented/" + name), text);
    }

    private static OwnAmount bands(String... agesAndAmounts) {
        List<OwnAmount.Row> rows = new java.util.ArrayList<>();
        for (int i = 0; i < agesAndAmounts.length; i += 2) {
            rows.add(new OwnAmount.Row(List.of(agesAndAmounts[i]), agesAndAmounts[i + 1]));
        }
        return new OwnAmount(OwnAmount.Shape.BANDS, false, null, List.of(), rows);
    }

    private static OwnAmount amount(OwnAmount.Shape shape, OwnAmount.Row... rows) {
        return new OwnAmount(shape, false, null, List.of(), List.of(rows));
    }

    private static OwnValue value(String subject, OwnContent content, LocalDate from, LocalDate to) {
        return new OwnValue(
                UUID.randomUUID(),
                new Place("C010101"),
                COUNTY,
                content.amount() == null ? OwnKind.SETTING : OwnKind.AMOUNT,
                subject,
                content,
                from,
                to,
                source(),
                OwnState.IN_FORCE,
                deed(),
                deed(),
                null,
                null,
                null);
    }

    private static OwnValue.Deed deed() {
        return new OwnValue.Deed("a", "甲", NOON, "");
    }

    private static OwnSource source() {
        return new OwnSource(
                "关于“高龄\"津贴\"”的通知 # : {\\n}",
                null,
                "丙县民政局",
                LocalDate.of(2025, 12, 1),
                "第三条",
                "第一行\n第二行：\u2028\u0007- x",
                new org.sangyu.shared.Files.Stored("ab", "x.pdf", "application/pdf", 1));
    }
}
