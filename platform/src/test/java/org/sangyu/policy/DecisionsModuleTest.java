package org.sangyu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Entitlements;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.testing.Desks;
import org.sangyu.ui.Language;

@DisplayName("按政策标准核定")
class DecisionsModuleTest extends PolicyDesks {

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
}
