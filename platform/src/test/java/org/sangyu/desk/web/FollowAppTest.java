package org.sangyu.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sangyu.access.internal.SignedInAs;
import org.sangyu.desk.internal.Follows;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.Period;
import org.sangyu.registry.Registration;
import org.sangyu.registry.Registry;
import org.sangyu.registry.Sample;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Followable;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.testing.AppTest;
import org.sangyu.testing.Desks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AppTest
@Import(SignedInAs.class)
@DisplayName("我关注的")
class FollowAppTest {

    private static int serial = 500;

    @Autowired
    MockMvc web;

    @Autowired
    SignedInAs as;

    @Autowired
    Registry registry;

    @Autowired
    Follows follows;

    private ElderId elder;
    private String name;

    @BeforeEach
    void somebody() {
        name = "关注" + "甲乙丙丁戊己庚辛壬癸".charAt(serial % 10) + "人";
        elder = Desks.at(Role.COUNTY_CLERK, Sample.COUNTY, () -> {
            registry.serve(new Place(Sample.COUNTY));
            Registration done = registry.register(Sample.person(name, LocalDate.of(1937, 3, 4), serial++));
            return Sample.registered(done);
        });
    }

    @Test
    @DisplayName("点一次关注，首页和清单里都有；点两次还是一个；再点一次就没有了")
    void beginsAndEnds() throws Exception {
        RequestPostProcessor clerk = as.desk(Role.COUNTY_CLERK, Sample.COUNTY);
        web.perform(get("/elders/" + elder).with(clerk))
                .andExpect(content().string(containsString("aria-pressed=\"false\"")));
        for (int twice = 0; twice < 2; twice++) {
            send(clerk, "ELDER", elder.toString(), true).andExpect(redirectedUrl("/elders/" + elder));
        }
        web.perform(get("/elders/" + elder).with(clerk))
                .andExpect(content().string(containsString("aria-pressed=\"true\"")));
        web.perform(get("/").with(clerk)).andExpect(content().string(containsString(name)));
        web.perform(get("/followed").with(clerk)).andExpect(content().string(containsString(name)));
        send(clerk, "ELDER", elder.toString(), false).andExpect(redirectedUrl("/elders/" + elder));
        web.perform(get("/").with(clerk)).andExpect(content().string(not(containsString(name))));
    }

    @Test
    @DisplayName("去世了，关注的人在首页上看得到是哪天")
    void saysWhatHappened() throws Exception {
        RequestPostProcessor clerk = as.desk(Role.COUNTY_CLERK, Sample.COUNTY);
        send(clerk, "ELDER", elder.toString(), true);
        Desks.at(
                Role.COUNTY_CLERK,
                Sample.COUNTY,
                () -> registry.record(
                        elder,
                        registry.find(elder, org.sangyu.shared.Scope.of(new Place(Sample.COUNTY)))
                                .orElseThrow()
                                .version(),
                        new NewFact(
                                new FactContent.Life(FactContent.LifeKind.DIED),
                                Period.from(LocalDate.of(2026, 3, 5)),
                                "DESK",
                                null)));
        web.perform(get("/").with(clerk)).andExpect(content().string(containsString("2026-03-05 去世")));
    }

    @Test
    @DisplayName("外县的人关注不了，像没有这个人；以前关注、现在不归这里的不再列出")
    void anotherCountysPersonDoesNotExist() throws Exception {
        RequestPostProcessor stranger = as.desk(Role.COUNTY_CLERK, Sample.NEIGHBOUR);
        send(stranger, "ELDER", elder.toString(), true).andExpect(status().isNotFound());
        String account = as.account(Role.COUNTY_CLERK, Sample.NEIGHBOUR);
        CurrentDesk.run(
                Desk.of(account, "测试", Role.COUNTY_CLERK, new Place(Sample.NEIGHBOUR)),
                () -> follows.follow(new Follows.Mark(Followable.Kind.ELDER, elder.value())));
        web.perform(get("/followed").with(stranger)).andExpect(content().string(not(containsString(name))));
    }

    @ParameterizedTest
    @CsvSource({
        "ELDER,0190a8e0-0000-7000-8000-00000000000f",
        "CYCLE,0190a8e0-0000-7000-8000-00000000000f",
        "ELDER,x",
        "THING,0190a8e0-0000-7000-8000-00000000000f",
        "'',''"
    })
    @DisplayName("没有的种类、没有的编号、不像编号的，都是没有这个页面")
    void whatIsNotThereIsNotFollowed(String kind, String subject) throws Exception {
        send(as.desk(Role.COUNTY_CLERK, Sample.COUNTY), kind, subject, true).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("第五十个还能关注，第五十一个不能，已关注的不受影响")
    void fiftyAtMost() {
        CurrentDesk.run(Desk.of("test.follows.many", "测试", Role.COUNTY_CLERK, new Place(Sample.COUNTY)), () -> {
            for (int i = 1; i <= Follows.MOST; i++) {
                assertThat(follows.follow(new Follows.Mark(Followable.Kind.ELDER, new UUID(7, i))))
                        .as(String.valueOf(i))
                        .isTrue();
            }
            assertThat(follows.follow(new Follows.Mark(Followable.Kind.ELDER, new UUID(7, 51))))
                    .isFalse();
            assertThat(follows.follow(new Follows.Mark(Followable.Kind.ELDER, new UUID(7, 1))))
                    .isTrue();
            assertThat(follows.list()).hasSize(Follows.MOST);
        });
    }

    private ResultActions send(RequestPostProcessor who, String kind, String subject, boolean follow) throws Exception {
        return web.perform(post("/followed")
                .with(who)
                .with(csrf())
                .param("kind", kind)
                .param("subject", subject)
                .param("follow", String.valueOf(follow)));
    }
}
