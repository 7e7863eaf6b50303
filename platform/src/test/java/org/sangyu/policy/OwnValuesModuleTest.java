package org.sangyu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.policy.internal.own.Effect;
import org.sangyu.policy.internal.own.OwnContent;
import org.sangyu.policy.internal.own.OwnKind;
import org.sangyu.policy.internal.own.OwnState;
import org.sangyu.policy.internal.own.OwnValues;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.testing.Desks;

@DisplayName("本机录入的标准")
class OwnValuesModuleTest extends PolicyDesks {

    @Test
    @DisplayName("录入标准：自己不能确认自己的，另一人看过影响才能；施行后按新的，终止后复原；没施行的别县看不到")
    void twoPersonsPutAValueInForce() {
        inventACountyUnderARealStandard();
        String before = decisions.policy();
        long shipped = fen(YearMonth.of(2021, 2));
        assertThat(shipped).isPositive().isNotEqualTo(6_600);
        UUID id = Desks.at(Role.COUNTY_CLERK, COUNTY.path(), () -> done(own.propose(proposal())));
        assertThat(Desks.at(Role.COUNTY_CHIEF, "C010102", () -> own.find(id))).isEmpty();
        assertThat(at(Role.COUNTY_CLERK, () -> own.agree(value(id)))).isInstanceOf(OwnValues.Outcome.Barred.class);
        assertThat(at(Role.COUNTY_CHIEF, () -> own.agree(value(id))))
                .isEqualTo(new OwnValues.Outcome.Barred("policy.own.no-effect"));
        effect(Role.COUNTY_CLERK, id);
        Effect effect = at(Role.COUNTY_CHIEF, () -> value(id).effect());
        assertThat(effect.people()).isEqualTo(3);
        assertThat(effect.lines()).singleElement().satisfies(line -> {
            assertThat(line.more() + line.less() + line.begin())
                    .isEqualTo(effect.heads())
                    .isPositive();
            assertThat(line.after()).isEqualTo(3 * 6_600);
        });
        assertThat(decisions.policy()).as("提出不改变依据").isEqualTo(before);

        done(at(Role.COUNTY_CHIEF, () -> own.agree(value(id))));
        shelf.lookAgain();
        assertThat(decisions.policy()).isNotEqualTo(before);
        assertThat(fen(YearMonth.of(2020, 12))).as("起始日前不变").isEqualTo(shipped);
        assertThat(fen(YearMonth.of(2021, 2))).isEqualTo(6_600);
        assertThat(Desks.at(Role.COUNTY_CHIEF, "C010102", () -> own.find(id)))
                .as("施行的公开")
                .isPresent();
        assertThat(own.files(region())).isNotEmpty();
        assertThat(at(Role.COUNTY_CHIEF, () -> own.agree(value(id)))).isInstanceOf(OwnValues.Outcome.Barred.class);

        done(at(Role.COUNTY_CHIEF, () -> own.askEnd(value(id), "文件废止")));
        assertThat(at(Role.COUNTY_CHIEF, () -> own.agree(value(id))))
                .isEqualTo(new OwnValues.Outcome.Barred("policy.own.same-person"));
        effect(Role.COUNTY_CHIEF, id);
        done(Desks.at(Role.ADMINISTRATOR, Place.NATION.path(), () -> own.agree(value(id))));
        shelf.lookAgain();
        assertThat(decisions.policy()).isEqualTo(before);
        assertThat(fen(YearMonth.of(2021, 2))).isEqualTo(shipped);
        assertThat(ports.deeds).contains("policy.own.propose", "policy.own.in-force", "policy.own.end");
    }

    @Test
    @DisplayName("本机设置由系统管理员确认；不同意和撤回都写理由，之后不能再办")
    void settingsBelongToTheAdministrator() {
        inventACountyUnderARealStandard();
        OwnContent content = OwnContent.setting(List.of("0=FULL", "1=FULL", "2=PARTIAL", "3=NONE", "4=NONE"));
        OwnValues.Proposal proposal = new OwnValues.Proposal(
                COUNTY, OwnKind.SETTING, "self_care_from_level", content, LocalDate.of(2000, 1, 1), null, source());
        UUID refused = done(at(Role.COUNTY_CLERK, () -> own.propose(proposal)));
        effect(Role.COUNTY_CLERK, refused);
        assertThat(at(Role.COUNTY_CHIEF, () -> own.agree(value(refused))))
                .isEqualTo(new OwnValues.Outcome.Barred("policy.own.not-yours"));
        done(Desks.at(Role.ADMINISTRATOR, Place.NATION.path(), () -> own.refuse(value(refused), "没有依据")));
        assertThat(at(Role.COUNTY_CLERK, () -> own.withdraw(value(refused), "重提")))
                .isInstanceOf(OwnValues.Outcome.Barred.class);
        UUID taken = done(at(Role.COUNTY_CLERK, () -> own.propose(proposal)));
        done(at(Role.COUNTY_CLERK, () -> own.withdraw(value(taken), "写错了")));
        assertThat(at(Role.COUNTY_CLERK, () -> value(taken).state())).isEqualTo(OwnState.WITHDRAWN);
        assertThat(at(Role.COUNTY_CLERK, () -> value(refused).decided()))
                .satisfies(deed -> assertThat(deed.reason()).isEqualTo("没有依据"));
    }

    @Test
    @DisplayName("测算之后标准变过的，要重新测算、看过才能确认")
    void aStaleEffectIsComputedAnew() {
        inventACountyUnderARealStandard();
        OwnContent content = OwnContent.setting(List.of("0=FULL", "1=FULL", "2=PARTIAL", "3=NONE", "4=NONE"));
        OwnValues.Proposal setting = new OwnValues.Proposal(
                COUNTY, OwnKind.SETTING, "self_care_from_level", content, LocalDate.of(2000, 1, 1), null, source());
        UUID late = done(at(Role.COUNTY_CLERK, () -> own.propose(setting)));
        effect(Role.COUNTY_CLERK, late);
        UUID first = done(at(Role.COUNTY_CLERK, () -> own.propose(proposal())));
        effect(Role.COUNTY_CLERK, first);
        done(at(Role.COUNTY_CHIEF, () -> own.agree(value(first))));
        shelf.lookAgain();

        assertThat(Desks.at(Role.ADMINISTRATOR, Place.NATION.path(), () -> own.agree(value(late))))
                .isEqualTo(new OwnValues.Outcome.Barred("policy.own.stale-effect"));
        effect(Role.COUNTY_CLERK, late);
        done(Desks.at(Role.ADMINISTRATOR, Place.NATION.path(), () -> own.agree(value(late))));
        shelf.lookAgain();

        for (UUID ended : List.of(late, first)) {
            done(at(Role.COUNTY_CLERK, () -> own.askEnd(value(ended), "测试")));
            effect(Role.COUNTY_CLERK, ended);
            done(Desks.at(Role.ADMINISTRATOR, Place.NATION.path(), () -> own.agree(value(ended))));
            shelf.lookAgain();
        }
    }
}
