package org.sangyu.registry.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.registry.Sample;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.ui.Language;

@DisplayName("导入花名册")
class IntakeModuleTest extends IntakeDesk {

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
                        "answer.xlsx",
                        Intake.Template.ROSTER,
                        Deliverer.OFFICE,
                        () -> new ByteArrayInputStream(out.toByteArray()));
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
