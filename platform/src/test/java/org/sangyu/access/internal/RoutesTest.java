package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.Role;

@DisplayName("哪个角色能看、能改什么")
class RoutesTest {

    @Test
    @DisplayName("不在表里的地址谁也不能用")
    void deniesWhatIsNotListed() {
        for (Role role : Role.values()) {
            assertThat(Routes.allows(role, "GET", "/unknown")).isFalse();
            assertThat(Routes.allows(role, "GET", "/eldersfoo")).isFalse();
        }
    }

    @Test
    @DisplayName("市级只看不改，老年人只见自己的页，系统管理看不到人员")
    void keepsEachRoleToItsWork() {
        assertThat(Routes.allows(Role.CITY, "GET", "/elders/1")).isTrue();
        assertThat(Routes.allows(Role.CITY, "POST", "/elders/1")).isFalse();
        assertThat(Routes.allows(Role.ELDER, "GET", "/me")).isTrue();
        assertThat(Routes.allows(Role.ELDER, "GET", "/elders/1")).isFalse();
        assertThat(Routes.allows(Role.ADMINISTRATOR, "GET", "/elders")).isFalse();
        assertThat(Routes.allows(Role.SECURITY, "GET", "/ledger")).isFalse();
        assertThat(Routes.allows(Role.AUDITOR, "GET", "/elders")).isFalse();
        assertThat(Routes.allows(Role.AUDITOR, "POST", "/ledger")).isFalse();
        assertThat(Routes.allows(Role.ADMINISTRATOR, "POST", "/accounts")).isFalse();
        assertThat(Routes.allows(Role.VILLAGE, "DELETE", "/cycles/1")).isFalse();
    }

    @Test
    @DisplayName("民政之外的岗位：只开得了点名给它的地址，别的一概不行")
    void thoseOutsideTheOfficeOpenOnlyWhatIsNamed() {
        Map<Role, Set<String>> reads = Map.of(
                Role.VISITOR, Set.of("/visits", "/policies"),
                Role.ASSESSOR, Set.of("/visits", "/policies"),
                Role.LIAISON, Set.of("/imports", "/policies"),
                Role.HOTLINE, Set.of("/hotline", "/policies"),
                Role.INSTITUTION_HEAD, Set.of(),
                Role.INSTITUTION_STAFF, Set.of(),
                Role.PROVIDER_HEAD, Set.of(),
                Role.PROVIDER_WORKER, Set.of(),
                Role.VOLUNTEER, Set.of());
        reads.forEach((role, more) -> {
            Set<String> expected = new TreeSet<>(List.of("/", "/desks", "/password", "/second-factor"));
            expected.addAll(more);
            assertThat(addresses(rule -> rule.read().contains(role)))
                    .as(role.name())
                    .isEqualTo(expected);
        });
        Map<Role, String> changes =
                Map.of(Role.LIAISON, "/imports", Role.HOTLINE, "/hotline", Role.ASSESSOR, "/visits");
        reads.keySet().forEach(role -> {
            Set<String> expected = new TreeSet<>(List.of("/desks", "/password", "/second-factor"));
            Optional.ofNullable(changes.get(role)).ifPresent(expected::add);
            assertThat(addresses(rule -> rule.change().contains(role)))
                    .as(role.name())
                    .isEqualTo(expected);
        });
    }

    @Test
    @DisplayName("联络员报送名册，碰不到待核实的人；单位只由安全管理登记")
    void aLiaisonDeliversAndDecidesNothing() {
        assertThat(Routes.allows(Role.LIAISON, "POST", "/imports")).isTrue();
        assertThat(Routes.allows(Role.LIAISON, "GET", "/imports/parked")).isFalse();
        assertThat(Routes.allows(Role.LIAISON, "POST", "/imports/parked/1")).isFalse();
        assertThat(Routes.allows(Role.TOWNSHIP, "POST", "/imports/parked/1")).isTrue();
        assertThat(Routes.allows(Role.SECURITY, "POST", "/organisations")).isTrue();
        assertThat(Routes.allows(Role.ADMINISTRATOR, "GET", "/organisations")).isFalse();
        assertThat(Routes.allows(Role.VISITOR, "GET", "/policies/own")).isFalse();
        assertThat(Routes.allows(Role.VILLAGE, "POST", "/elders/assignments")).isFalse();
        assertThat(Routes.allows(Role.TOWNSHIP, "POST", "/elders/assignments")).isTrue();
    }

    private static Set<String> addresses(Predicate<Routes.Rule> which) {
        return Routes.all().stream()
                .filter(which)
                .map(Routes.Rule::prefix)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
