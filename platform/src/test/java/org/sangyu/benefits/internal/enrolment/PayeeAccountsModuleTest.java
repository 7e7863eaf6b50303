package org.sangyu.benefits.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.benefits.internal.enrolment.EnrolmentStatus.*;
import static org.sangyu.benefits.internal.enrolment.EnrolmentVerb.*;
import static org.sangyu.benefits.internal.enrolment.Invented.*;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.ElderId;

@DisplayName("收款账户由第二人确认")
class PayeeAccountsModuleTest extends EnrolmentDesks {

    @Test
    @DisplayName("账户先确认、后审批的，审批当时即列入在发")
    void approvalActivatesWhatHasAnAccount() {
        ElderId elder = lives(VILLAGE, "1940-01-01");
        compare();
        propose(VILLAGE_DESK, only(CLERK, elder), "6217000099990000");
        confirm(REVIEWER, only(CLERK, elder));
        act(VILLAGE_DESK, CHECK, elder);
        act(TOWNSHIP_DESK, REVIEW, elder);
        act(CLERK, APPROVE, elder);
        assertThat(only(CLERK, elder).status()).isEqualTo(ACTIVE);
    }

    @Test
    @DisplayName("提出账户的人不能自己确认")
    void nobodyConfirmsTheirOwnAccount() {
        ElderId elder = lives(VILLAGE, "1940-01-01");
        compare();
        Enrolment enrolment = only(CLERK, elder);
        propose(CLERK, enrolment, "6217000012345678");
        assertThat(confirmed(CLERK, enrolment)).isZero();
        assertThat(confirmed(TOWNSHIP_DESK, enrolment)).isZero();
        assertThat(confirmed(REVIEWER, enrolment)).isEqualTo(1);
    }

    @Test
    @DisplayName("换账户要写原因；确认之前旧账户照用，确认之后旧账户停用")
    void aNewAccountReplacesTheOldOneOnlyWhenConfirmed() {
        ElderId elder = enrolled("1940-01-01");
        Enrolment before = only(CLERK, elder);
        assertThat(at(CLERK, () -> change.propose(account(before, "6217111122223333", "")))
                        .wrong())
                .containsKey("why");
        at(CLERK, () -> change.propose(account(before, "6217111122223333", "卡片遗失")));
        assertThat(only(CLERK, elder).account()).isEqualTo(before.account());
        confirm(REVIEWER, before);
        assertThat(only(CLERK, elder).account()).isNotEqualTo(before.account());
        assertThat(at(CLERK, () -> accounts.of(before.id(), CLERK.scope())))
                .extracting(PayeeAccount::state)
                .containsExactlyInAnyOrder(PayeeAccount.State.CONFIRMED, PayeeAccount.State.REPLACED);
    }

    @Test
    @DisplayName("一个账户多人使用、户名与本人不一致，都有标记")
    void flagsSharedAccountsAndOtherHolders() {
        ElderId one = lives(VILLAGE, "1940-01-01");
        ElderId two = lives(VILLAGE, "1941-01-01");
        compare();
        propose(CLERK, only(CLERK, one), "6217555566667777");
        at(
                CLERK,
                () -> change.propose(new ChangeAccount.Command(
                        only(CLERK, two).id(), PayeeAccount.Kind.SELF, "别人", "", "农商行", "6217 5555 6666 7777", "")));
        List<PayeeAccount> waiting = at(REVIEWER, () -> accounts.waiting(REVIEWER.scope(), true, 0, 50)).stream()
                .filter(account ->
                        account.elder().equals(one) || account.elder().equals(two))
                .toList();
        assertThat(waiting).hasSize(2).allMatch(PayeeAccount::shared);
        assertThat(waiting).filteredOn(account -> account.elder().equals(two)).allMatch(PayeeAccount::holderDiffers);
    }
}
