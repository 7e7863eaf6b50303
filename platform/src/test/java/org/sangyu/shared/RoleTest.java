package org.sangyu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("角色")
class RoleTest {

    @Test
    @DisplayName("经办人员的角色是一个个点名的：新增的角色不会自己进来")
    void caseWorkIsNamedOneByOne() {
        assertThat(Role.caseWork())
                .containsExactlyInAnyOrder(
                        Role.VILLAGE,
                        Role.TOWNSHIP,
                        Role.COUNTY_CLERK,
                        Role.COUNTY_REVIEWER,
                        Role.COUNTY_CHIEF,
                        Role.COUNTY_FINANCE,
                        Role.CITY);
        assertThat(Role.office())
                .hasSize(10)
                .containsAll(Role.caseWork())
                .contains(Role.ADMINISTRATOR, Role.SECURITY, Role.AUDITOR);
    }

    @Test
    @DisplayName("走访、评估、机构、服务商、联络员、热线、志愿者：不看名单，不单列，也不是本人")
    void thoseOutsideTheOfficeSeeNoLists() {
        assertThat(Arrays.stream(Role.values()).filter(role -> !Role.office().contains(role) && !role.isPersonal()))
                .containsExactlyInAnyOrder(
                        Role.VISITOR,
                        Role.ASSESSOR,
                        Role.INSTITUTION_HEAD,
                        Role.INSTITUTION_STAFF,
                        Role.PROVIDER_HEAD,
                        Role.PROVIDER_WORKER,
                        Role.LIAISON,
                        Role.HOTLINE,
                        Role.VOLUNTEER)
                .noneMatch(Role::seesPeople)
                .noneMatch(Role::standsAlone);
        assertThat(Arrays.stream(Role.values()).filter(Role::isAssigned))
                .containsExactlyInAnyOrder(Role.VISITOR, Role.ASSESSOR);
    }
}
