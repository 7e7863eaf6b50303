package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

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
}
