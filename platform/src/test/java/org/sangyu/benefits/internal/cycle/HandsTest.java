package org.sangyu.benefits.internal.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("不相容岗位")
class HandsTest {

    private final Hands hands = new Hands(Set.of("wang"), Set.of("li"), Set.of("zhao"), Set.of("qian"));

    @Test
    @DisplayName("核算、审批、动过账户的人不能批准发放，也不能报盘")
    void payingNeedsOtherHands() {
        for (CycleVerb verb : new CycleVerb[] {CycleVerb.AUTHORISE, CycleVerb.RELEASE, CycleVerb.RETRY}) {
            assertThat(hands.forbids(verb, "wang")).isPresent();
            assertThat(hands.forbids(verb, "zhao")).isPresent();
            assertThat(hands.forbids(verb, "qian")).isPresent();
            assertThat(hands.forbids(verb, "sun")).isEmpty();
        }
    }

    @Test
    @DisplayName("核算的人不能复核，复核的人不能审批")
    void reviewAndApprovalNeedOtherHands() {
        assertThat(hands.forbids(CycleVerb.REVIEW, "wang")).isPresent();
        assertThat(hands.forbids(CycleVerb.REVIEW, "li")).isEmpty();
        assertThat(hands.forbids(CycleVerb.APPROVE, "wang")).isPresent();
        assertThat(hands.forbids(CycleVerb.APPROVE, "li")).isPresent();
        assertThat(hands.forbids(CycleVerb.APPROVE, "zhao")).isEmpty();
    }
}
