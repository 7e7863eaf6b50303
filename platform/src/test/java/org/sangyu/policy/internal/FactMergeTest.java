package org.sangyu.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Fact;
import org.sangyu.shared.FactSource;
import org.sangyu.shared.FactSource.FactQuery;
import org.sangyu.shared.FactSource.PersonFacts;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;

@DisplayName("各模块的情况按人合并")
class FactMergeTest {

    private static final Fact.Provenance SAID = new Fact.Provenance("roster", LocalDate.of(2026, 1, 1));
    private static final FactQuery ALL = new FactQuery(Scope.of(Place.NATION), null, null);
    private static final Fact BORN = new Fact.Born(LocalDate.of(1940, 5, 1), SAID);
    private static final Fact TAG = new Fact.Tag("LIVING_ALONE", null, null, Map.of("a", "1", "b", "2"), SAID);

    private final ElderId first = new ElderId(new UUID(1, 1));
    private final ElderId second = new ElderId(new UUID(2, 1));
    private final ElderId last = new ElderId(new UUID(Long.MIN_VALUE, 1));

    @Test
    @DisplayName("每人一次，按编号顺序，几处说的合在一起；用完各处都关闭")
    void handsOverEachPersonOnce() {
        List<String> closed = new ArrayList<>();
        FactSource registry = query -> Stream.of(
                        new PersonFacts(first, List.of(BORN)),
                        new PersonFacts(second, List.of(BORN)),
                        new PersonFacts(last, List.of(BORN)))
                .onClose(() -> closed.add("registry"));
        FactSource benefits =
                query -> Stream.of(new PersonFacts(second, List.of(TAG))).onClose(() -> closed.add("benefits"));
        List<PersonFacts> people = new ArrayList<>();
        FactMerge.forEach(
                List.of(registry, benefits), ALL, (elder, facts) -> people.add(new PersonFacts(elder, facts)));
        assertThat(people).extracting(PersonFacts::elder).containsExactly(first, second, last);
        assertThat(people.get(1).facts()).containsExactlyInAnyOrder(BORN, TAG);
        assertThat(closed).containsExactlyInAnyOrder("registry", "benefits");
    }

    @Test
    @DisplayName("没有排好序的来源当场报错，不会漏人")
    void refusesASourceOutOfOrder() {
        FactSource wrong =
                query -> Stream.of(new PersonFacts(second, List.of(BORN)), new PersonFacts(first, List.of(BORN)));
        assertThatThrownBy(() -> FactMerge.forEach(List.of(wrong), ALL, (elder, facts) -> {}))
                .hasMessageContaining("not sorted");
    }

    @Test
    @DisplayName("指纹与顺序无关，与内容有关")
    void fingerprintKnowsTheFactsNotTheirOrder() {
        Fact other = new Fact.Tag("LIVING_ALONE", null, null, Map.of("a", "2", "b", "1"), SAID);
        assertThat(Fingerprint.of(List.of(BORN, TAG))).isEqualTo(Fingerprint.of(List.of(TAG, BORN)));
        assertThat(Fingerprint.of(List.of(BORN, TAG))).isNotEqualTo(Fingerprint.of(List.of(BORN, other)));
        assertThat(Fingerprint.of(List.of(BORN))).isNotEqualTo(Fingerprint.of(List.of(BORN, BORN)));
    }
}
