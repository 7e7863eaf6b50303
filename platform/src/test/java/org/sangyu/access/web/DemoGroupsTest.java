package org.sangyu.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.web.SignInView.DemoDesk;
import org.sangyu.access.web.SignInView.DemoGroup;
import org.sangyu.shared.Role;
import org.sangyu.ui.Language;
import org.sangyu.ui.Words;
import org.sangyu.ui.WordsForTests;

@DisplayName("登录页：演示账号按县分组")
class DemoGroupsTest {

    private final Words words = WordsForTests.in(Language.ZH);

    @Test
    @DisplayName("老年人的账号先造也不要紧：县在前，第一个县打开，不属于县的在最后")
    void countiesComeFirst() {
        List<DemoGroup> groups = DemoGroups.of(
                List.of(
                        account("elder", Role.ELDER, "甲村"),
                        account("one.clerk", Role.COUNTY_CLERK, "甲县"),
                        account("one.chief", Role.COUNTY_CHIEF, "甲县"),
                        account("one.chief", Role.COUNTY_REVIEWER, "甲县"),
                        account("two.clerk", Role.COUNTY_CLERK, "乙县"),
                        account("admin", Role.ADMINISTRATOR, "")),
                words);
        assertThat(groups).extracting(DemoGroup::name).startsWith("甲县", "乙县").hasSize(3);
        assertThat(groups).extracting(DemoGroup::open).containsExactly(true, false, true);
        assertThat(groups.getFirst().desks()).extracting(DemoDesk::account).containsExactly("one.clerk", "one.chief");
        assertThat(groups.getLast().desks()).extracting(DemoDesk::account).containsExactly("elder", "admin");
    }

    @Test
    @DisplayName("只有一个老年人的账号时也能打开登录页；没有演示账号就没有分组")
    void anElderAloneIsShown() {
        assertThat(DemoGroups.of(List.of(account("elder", Role.ELDER, "甲村")), words))
                .hasSize(1);
        assertThat(DemoGroups.of(List.of(), words)).isEmpty();
    }

    private static DemoAccount account(String name, Role role, String place) {
        return new DemoAccount(name, "测试", role, place, "secret");
    }
}
