package org.sangyu.benefits.internal.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.benefits.internal.cycle.LinesOwed.Months;
import org.sangyu.benefits.internal.cycle.MonthDecisions.Decided;
import org.sangyu.benefits.internal.cycle.MonthDecisions.Outcome;
import org.sangyu.benefits.internal.cycle.PersonMonth.Books;
import org.sangyu.benefits.internal.cycle.PersonMonth.Changes;
import org.sangyu.benefits.internal.cycle.PersonMonth.LineChange;

@DisplayName("一人一项待遇的应发与明细")
class PersonMonthTest {

    private static final YearMonth JUNE = YearMonth.parse("2026-06");
    private final List<OldLine> lines = new ArrayList<>();
    private final Map<DuePeriod, Long> dues = new HashMap<>();

    @Test
    @DisplayName("新在册：所属月正常发放，此前各月补发")
    void paysTheMonthAndBackPaysTheEarlierOnes() {
        Changes changes = month(JUNE, enrolled("2026-04", null, null), answers("2026-04", 5000, 5000, 5000));
        assertThat(changes.dues()).hasSize(3).allMatch(PersonMonth.DueChange::isNew);
        assertThat(texts(changes))
                .containsExactly(
                        "INSERT 2026-04 BACK_PAY 5000", "INSERT 2026-05 BACK_PAY 5000", "INSERT 2026-06 REGULAR 5000");
    }

    @Test
    @DisplayName("历史已发的月份永不发放也永不更正")
    void neverPaysMonthsPaidBefore() {
        Changes changes = month(JUNE, enrolled("2026-01", "2026-06", null), answers("2026-01", 1, 2, 3, 4, 5, 5000));
        assertThat(texts(changes)).containsExactly("INSERT 2026-06 REGULAR 5000");
    }

    @Test
    @DisplayName("六月得知三月去世：四、五月追缴，六月不发")
    void recoversWhatWasPaidAfterADeath() {
        paid("2026-03", 5000);
        paid("2026-04", 5000);
        paid("2026-05", 5000);
        Changes changes = month(JUNE, enrolled("2026-03", null, null), answers("2026-03", 5000, 0, 0, 0));
        assertThat(texts(changes)).containsExactly("INSERT 2026-04 RECOVERY -5000", "INSERT 2026-05 RECOVERY -5000");
        assertThat(changes.dues()).extracting(PersonMonth.DueChange::fen).containsExactly(0L, 0L);
    }

    @Test
    @DisplayName("死亡信息有误而撤销：先撤回追缴，不重复付款")
    void takesBackAnOpenClaimBeforePaying() {
        paid("2026-05", 5000);
        claimed("2026-05", 5000);
        Changes changes = month(JUNE, enrolled("2026-05", null, null), answers("2026-05", 5000, 5000), 5000);
        assertThat(texts(changes)).containsExactly("INSERT 2026-05 RECOVERY 5000", "INSERT 2026-06 REGULAR 5000");
    }

    @Test
    @DisplayName("已退回的追缴撤销后补发")
    void paysAgainWhatWasGivenBack() {
        paid("2026-05", 5000);
        claimed("2026-05", 5000);
        Changes changes = month(JUNE, enrolled("2026-05", null, null), answers("2026-05", 5000, 5000), 0);
        assertThat(texts(changes)).containsExactly("INSERT 2026-05 BACK_PAY 5000", "INSERT 2026-06 REGULAR 5000");
    }

    @Test
    @DisplayName("待定不开始、不停止、不增、不减、不追缴")
    void undeterminedMovesNothing() {
        paid("2026-05", 5000);
        List<MonthAnswer> answers = List.of(
                answer(YearMonth.parse("2026-05"), Outcome.UNDETERMINED, 0), answer(JUNE, Outcome.UNDETERMINED, 0));
        Changes changes = month(JUNE, enrolled("2026-05", null, null), answers);
        assertThat(changes.lines()).isEmpty();
        assertThat(changes.dues()).isEmpty();
    }

    @Test
    @DisplayName("待定而具名决定照发：按上月金额发")
    void paysOnWhenANamedPersonDecidedSo() {
        paid("2026-05", 5000);
        List<MonthAnswer> answers = List.of(
                answer(YearMonth.parse("2026-05"), Outcome.ENTITLED, 5000), answer(JUNE, Outcome.UNDETERMINED, 0));
        Changes changes = new PersonMonth(
                        enrolled("2026-05", null, null), Rhythm.MONTH, new Months(JUNE, JUNE), UUID::randomUUID)
                .against(new Books(dues, lines, 0, null, null, Set.of(JUNE)), answers);
        assertThat(texts(changes)).containsExactly("INSERT 2026-06 REGULAR 5000");
    }

    @Test
    @DisplayName("上月暂缓的正常发放转入本批次，仍是同一条")
    void heldLineComesBack() {
        UUID held = old("2026-05", LineKind.REGULAR, 5000, true, "NO_ACCOUNT");
        dues.put(new DuePeriod("2026-05"), 5000L);
        Changes changes = month(JUNE, enrolled("2026-05", null, null), answers("2026-05", 5000, 5000));
        assertThat(texts(changes)).containsExactly("UPDATE 2026-05 REGULAR 5000", "INSERT 2026-06 REGULAR 5000");
        assertThat(changes.lines().getFirst().id()).isEqualTo(held);
        assertThat(changes.lines().getFirst().hold()).isNull();
    }

    @Test
    @DisplayName("暂缓期间得知去世：撤去明细，不立追缴")
    void unpaidMoneyIsNotRecovered() {
        old("2026-05", LineKind.REGULAR, 5000, true, "NO_ACCOUNT");
        dues.put(new DuePeriod("2026-05"), 5000L);
        Changes changes = month(JUNE, enrolled("2026-05", null, null), answers("2026-05", 0, 0));
        assertThat(texts(changes)).containsExactly("DELETE 2026-05 REGULAR 5000");
    }

    @Test
    @DisplayName("没有账户：明细照列而暂缓")
    void withoutAccountTheLineIsHeld() {
        Enrolled person = new Enrolled(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "b",
                "C010101",
                List.of(new Enrolled.Stretch(JUNE, null)),
                HoldReason.NO_ACCOUNT,
                null);
        Changes changes = month(JUNE, person, answers("2026-06", 5000));
        assertThat(changes.lines().getFirst().hold()).isEqualTo("NO_ACCOUNT");
    }

    @Test
    @DisplayName("抵扣不超过上限、比例与尚欠数，依附于正常发放")
    void offsetsWithinCapAndShare() {
        UUID claim = UUID.randomUUID();
        Books books = new Books(dues, lines, 7000, new OffsetRule(3000, 50), claim, Set.of());
        Changes changes = new PersonMonth(
                        enrolled("2026-06", null, null), Rhythm.MONTH, new Months(JUNE, JUNE), UUID::randomUUID)
                .against(books, answers("2026-06", 5000));
        assertThat(texts(changes)).containsExactly("INSERT 2026-06 REGULAR 5000", "INSERT 2026-06 OFFSET -2500");
        LineChange offset = changes.lines().getLast();
        assertThat(offset.against()).isEqualTo(changes.lines().getFirst().id());
        assertThat(offset.recovery()).isEqualTo(claim);
        assertThat(new OffsetRule(3000, 100).of(5000, 1200)).isEqualTo(1200);
        assertThat(new OffsetRule(3000, 100).of(5000, 0)).isZero();
    }

    @Test
    @DisplayName("按年的待遇一年一次，自达到条件的月份起；一次性的终身一次")
    void yearlyAndOnce() {
        Enrolled person = enrolled("2025-11", null, null);
        List<MonthAnswer> answers = answers("2025-11", 0, 200000, 200000, 200000, 200000, 200000, 200000, 0);
        assertThat(DueAmount.of(Rhythm.YEAR, answers, person, Set.of()))
                .extracting(due -> due.period() + " " + due.accrued() + " " + due.fen())
                .containsExactly("2025 2025-12 200000", "2026 2026-01 200000");
        assertThat(DueAmount.of(Rhythm.ONCE, answers, person, Set.of()))
                .extracting(due -> due.period() + " " + due.accrued() + " " + due.fen())
                .containsExactly("ONCE 2025-12 200000");
        assertThat(new DuePeriod("2026").partition()).hasToString("2026-01-01");
        assertThat(DuePeriod.ONCE.partition()).hasToString("1900-01-01");
    }

    @Test
    @DisplayName("在册终止之后不再应发，终止前的月份照旧")
    void nothingIsOwedAfterTheEnd() {
        paid("2026-05", 5000);
        Changes changes = month(JUNE, enrolled("2026-05", null, "2026-06"), answers("2026-05", 5000, 5000));
        assertThat(changes.lines()).isEmpty();
        assertThat(changes.dues()).isEmpty();
    }

    @Test
    @DisplayName("重算而无变化：一行不写")
    void writesNothingTwice() {
        old("2026-06", LineKind.REGULAR, 5000, true, null, true);
        dues.put(new DuePeriod("2026-06"), 5000L);
        Changes changes = month(JUNE, enrolled("2026-06", null, null), answers("2026-06", 5000));
        assertThat(changes.lines()).isEmpty();
        assertThat(changes.dues()).isEmpty();
    }

    @Test
    @DisplayName("结论按月合并为有效期，只写有变化的")
    void spansHoldOnlyWhatChanged() {
        List<Span> march = Span.of(answers("2026-03", 5000, 5000, 10000));
        assertThat(march)
                .extracting(span -> span.from() + ".." + span.to())
                .containsExactly("2026-03..2026-05", "2026-05..null");
        assertThat(SpanChange.between(march, Span.of(answers("2026-03", 5000, 5000, 10000, 10000))))
                .isEmpty();
        assertThat(SpanChange.between(march, Span.of(answers("2026-03", 5000, 0, 0))))
                .containsExactlyInAnyOrder(
                        new SpanChange.Superseded(march.get(0)),
                        new SpanChange.Superseded(march.get(1)),
                        opened(Span.of(answers("2026-03", 5000, 0, 0)).get(0)),
                        opened(Span.of(answers("2026-03", 5000, 0, 0)).get(1)));
        assertThat(SpanChange.goOn(march.getLast(), answers("2026-06", 10000))).isEmpty();
        assertThat(SpanChange.goOn(march.getLast(), answers("2026-06", 10000, 20000)))
                .first()
                .isEqualTo(new SpanChange.Ended(march.getLast(), YearMonth.parse("2026-07")));
    }

    private static SpanChange opened(Span span) {
        return new SpanChange.Opened(span);
    }

    private Changes month(YearMonth month, Enrolled person, List<MonthAnswer> answers) {
        return month(month, person, answers, 0);
    }

    private Changes month(YearMonth month, Enrolled person, List<MonthAnswer> answers, long claim) {
        return new PersonMonth(person, Rhythm.MONTH, new Months(month, month), UUID::randomUUID)
                .against(new Books(dues, lines, claim, null, null, Set.of()), answers);
    }

    private void paid(String period, long fen) {
        old(period, LineKind.REGULAR, fen, false, null);
        dues.put(new DuePeriod(period), fen);
    }

    private void claimed(String period, long fen) {
        old(period, LineKind.RECOVERY, -fen, false, null);
        dues.put(new DuePeriod(period), 0L);
    }

    private UUID old(String period, LineKind kind, long fen, boolean movable, @Nullable String hold) {
        return old(period, kind, fen, movable, hold, false);
    }

    private UUID old(String period, LineKind kind, long fen, boolean movable, @Nullable String hold, boolean here) {
        UUID id = UUID.randomUUID();
        lines.add(new OldLine(id, new DuePeriod(period), kind, fen, hold, movable, here, null));
        return id;
    }

    private static Enrolled enrolled(String first, @Nullable String paidBefore, @Nullable String endedFrom) {
        return new Enrolled(
                new UUID(0, 1),
                new UUID(0, 2),
                "b",
                "C010101",
                List.of(new Enrolled.Stretch(
                        YearMonth.parse(paidBefore == null ? first : paidBefore),
                        endedFrom == null ? null : YearMonth.parse(endedFrom))),
                null,
                null);
    }

    private static List<MonthAnswer> answers(String from, long... fens) {
        List<MonthAnswer> answers = new ArrayList<>();
        YearMonth month = YearMonth.parse(from);
        for (long fen : fens) {
            answers.add(answer(month, fen > 0 ? Outcome.ENTITLED : Outcome.NOT_ENTITLED, fen));
            month = month.plusMonths(1);
        }
        return answers;
    }

    private static final java.util.function.Supplier<String> NO_REASONS = () -> "[]";

    private static MonthAnswer answer(YearMonth month, Outcome outcome, long fen) {
        return new MonthAnswer(month, new Decided(outcome, fen, 7, NO_REASONS));
    }

    private static List<String> texts(Changes changes) {
        return changes.lines().stream()
                .map(change -> change.op() + " " + change.line().period() + " "
                        + change.line().kind() + " " + change.line().fen())
                .toList();
    }
}
