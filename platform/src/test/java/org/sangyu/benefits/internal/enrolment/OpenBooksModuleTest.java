package org.sangyu.benefits.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.benefits.internal.enrolment.EnrolmentStatus.*;
import static org.sangyu.benefits.internal.enrolment.EnrolmentVerb.*;
import static org.sangyu.benefits.internal.enrolment.Invented.*;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.AlreadyReceiving;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Fact;
import org.sangyu.shared.FactSource;

@DisplayName("历史在发")
class OpenBooksModuleTest extends EnrolmentDesks {

    @Test
    @DisplayName("历史在发：列入在发，已发月份不补；同一名单再来一次不变；他部门发的只作比对；账户待第二人确认")
    void openingTheBooks() {
        ElderId elder = lives(VILLAGE, "1940-01-01");
        ElderId supported = lives(VILLAGE, "1950-01-01");
        List<AlreadyReceiving.Row> rows = List.of(
                row(2, elder, ALLOWANCE, account()), row(3, supported, SUPPORT, null), row(4, elder, "no-such", null));
        UUID intake = UUID.randomUUID();
        assertThat(at(CLERK, () -> books.open(intake, rows)))
                .extracting(AlreadyReceiving.Refused::number)
                .containsExactly(4);
        Enrolment opened = only(CLERK, elder);
        assertThat(opened.status()).isEqualTo(ACTIVE);
        assertThat(opened.paidBeforeTo()).isEqualTo(YearMonth.of(2026, 6));
        assertThat(at(CLERK, () -> accounts.of(opened.id(), CLERK.scope())))
                .singleElement()
                .extracting(PayeeAccount::state)
                .isEqualTo(PayeeAccount.State.PROPOSED);
        assertThat(all(CLERK, supported)).isEmpty();
        at(CLERK, () -> books.open(intake, rows));
        assertThat(only(CLERK, elder)).isEqualTo(opened);
        assertThat(at(CLERK, () -> books.open(intake, List.of(paidUpTo(2, elder, ALLOWANCE, YearMonth.of(2026, 4))))))
                .extracting(AlreadyReceiving.Refused::wordKey)
                .containsExactly("benefits.open.other");
    }

    @Test
    @DisplayName("在发的人作为“正在领取”的事实，按人排序给出")
    void receivingIsAFact() {
        ElderId one = enrolled("1940-01-01");
        ElderId two = enrolled("1941-01-01");
        List<FactSource.PersonFacts> all = at(
                CLERK,
                () -> transactions.execute(status -> {
                    try (var stream = facts.stream(new FactSource.FactQuery(CLERK.scope(), List.of(one, two), null))) {
                        return stream.toList();
                    }
                }));
        assertThat(all).extracting(FactSource.PersonFacts::elder).isSorted().containsExactlyInAnyOrder(one, two);
        assertThat(all.getFirst().facts())
                .singleElement()
                .isInstanceOfSatisfying(
                        Fact.Receives.class,
                        received -> assertThat(received.benefit()).isEqualTo(ALLOWANCE));
    }
}
