package org.sangyu.registry.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.registry.Sample;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.testing.Desks;

@DisplayName("待核实的行")
class ParkedModuleTest extends IntakeDesk {

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
        assertThat(at(() -> board.withoutVillage(intake.id()))).isEqualTo(1);
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
}
