package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.Ledger;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.testing.AppTest;
import org.sangyu.testing.Desks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
@Import(SignedInAs.class)
@DisplayName("代看他人页面")
class ViewAsAppTest {

    private static final String COUNTY = "C0G0807";
    private static final Pattern CODE = Pattern.compile("(\\d{4}) (\\d{4})</p>");

    @Autowired
    MockMvc web;

    @Autowired
    SignedInAs as;

    @Autowired
    LedgerReading ledger;

    @Autowired
    Ledger deeds;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountKeeping keeping;

    @Autowired
    ViewAsRules rules;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final MockHttpSession clerkHere = new MockHttpSession();
    private final MockHttpSession supportHere = new MockHttpSession();
    private RequestPostProcessor clerk;
    private RequestPostProcessor support;
    private String clerkName;

    @BeforeEach
    void people() {
        clerkName = as.account(Role.COUNTY_CLERK, COUNTY);
        clerk = as.desk(Role.COUNTY_CLERK, COUNTY);
        support = as.desk(Role.ADMINISTRATOR, Place.NATION.path());
    }

    @Test
    @DisplayName("凭对方给的码看到对方的页面，每页上方写明；不能改动，看不到口令、代班、下载；停止后回到自己的岗位")
    void looksReadOnly() throws Exception {
        assertThat(look(offer())).isTrue();
        web.perform(get("/elders").session(supportHere).with(support))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("正在代看")))
                .andExpect(content().string(containsString("县区经办")));
        for (String own : List.of(
                "/password",
                "/desks",
                "/desks/cover",
                "/second-factor",
                "/files/x",
                "/view-as",
                "/enrolments/roster.pdf",
                "/imports/" + UUID.randomUUID() + "/answer.xlsx",
                "/policies/compare.xlsx")) {
            web.perform(get(own).session(supportHere).with(support)).andExpect(status().isForbidden());
        }
        for (String deed : List.of("/elders/export", "/imports", "/contacts", "/desks", "/enrolments/export")) {
            web.perform(post(deed).session(supportHere).with(support).with(csrf()))
                    .andExpect(status().isForbidden());
        }
        web.perform(get("/accounts").session(supportHere).with(support)).andExpect(status().isForbidden());
        web.perform(post("/view-as/end").session(supportHere).with(support).with(csrf()))
                .andExpect(redirectedUrl("/view-as"));
        web.perform(get("/elders").session(supportHere).with(support)).andExpect(status().isForbidden());
        web.perform(get("/view-as").session(supportHere).with(support))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("正在代看"))));
    }

    @Test
    @DisplayName("代看时数据库只读：程序哪怕要改也改不了，只有看过这件事记得下来")
    void theDatabaseRefusesEveryChange() throws Exception {
        Desk desk = Desk.of(clerkName, "县区经办", Role.COUNTY_CLERK, new Place(COUNTY));
        String looked = "select count(*) from access.audit_line where verb = 'test.looked'";
        CurrentDesk.lookThrowing(desk, () -> {
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            status -> jdbc.sql("delete from access.account").update()))
                    .hasStackTraceContaining("read-only transaction");
            transaction.executeWithoutResult(status -> {
                audit.write("test.looked", null, desk.place(), Map.of());
                assertThatThrownBy(() -> jdbc.sql("delete from access.account").update())
                        .hasStackTraceContaining("read-only transaction");
                status.setRollbackOnly();
            });
            return true;
        });
        assertThat(Desks.at(
                        Role.AUDITOR,
                        Place.NATION.path(),
                        () -> transaction.<Long>execute(
                                status -> jdbc.sql(looked).query(Long.class).single())))
                .isOne();
    }

    @Test
    @DisplayName("每打开一页都以管理员本人的名义留痕，写明代看谁、为什么")
    void everyPageIsWrittenDown() throws Exception {
        look(offer());
        web.perform(get("/enrolments").session(supportHere).with(support)).andExpect(status().isOk());
        String supporter = as.account(Role.ADMINISTRATOR, Place.NATION.path());
        List<LedgerReading.Line> lines = Desks.at(
                Role.AUDITOR,
                Place.NATION.path(),
                () -> ledger.list(
                        Scope.of(Place.NATION),
                        new LedgerReading.Sought(supporter, "access.view-as.page", null, null, null),
                        0,
                        10));
        assertThat(lines).isNotEmpty();
        assertThat(lines.getFirst().entry().role()).isEqualTo(Role.ADMINISTRATOR.name());
        assertThat(lines.getFirst().entry().detail())
                .containsEntry("as", clerkName)
                .containsEntry("reason", "名单打不开")
                .containsEntry("path", "GET /enrolments");
        Place county = new Place(COUNTY);
        assertThat(Desks.at(Role.COUNTY_CLERK, COUNTY, () -> deeds.listLatest(Scope.of(county), county, 50)))
                .as("opened pages are no deeds of the county")
                .extracting(Ledger.Deed::verb)
                .doesNotContain("access.view-as.page");
    }

    @Test
    @DisplayName("本人随时结束，对方下一次点击就看不到；到时自动结束；本人页面上看得到谁看过、为什么")
    void eitherEndsIt() throws Exception {
        look(offer());
        web.perform(get("/desks/viewing").session(clerkHere).with(clerk))
                .andExpect(content().string(containsString("名单打不开")))
                .andExpect(content().string(containsString("持有查看码的管理员可查看您的页面")));
        web.perform(post("/desks/viewing/end").session(clerkHere).with(clerk).with(csrf()))
                .andExpect(redirectedUrl("/desks/viewing"));
        web.perform(get("/elders").session(supportHere).with(support)).andExpect(redirectedUrl("/view-as?ended"));
        web.perform(get("/elders").session(supportHere).with(support)).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("岗位撤销，查看随即结束")
    void endsWithTheDesk() throws Exception {
        String leaving = as.account(Role.COUNTY_CHIEF, "C0G0808");
        RequestPostProcessor chief = as.desk(Role.COUNTY_CHIEF, "C0G0808");
        String code = codeOf(chief, new MockHttpSession());
        assertThat(look(leaving, code)).isTrue();
        AccountEntry entry = register.find(leaving).orElseThrow();
        Desks.at(
                Role.SECURITY,
                Place.NATION.path(),
                () -> keeping.endDesk(entry, entry.desks().getFirst()));
        web.perform(get("/").session(supportHere).with(support)).andExpect(redirectedUrl("/view-as?ended"));
    }

    @Test
    @DisplayName("码错几次即作废；没有码、没有事由看不了；一个码只用一次；自己的码自己用不了")
    void guessingEndsTheOffer() throws Exception {
        String code = offer();
        String wrong = code.equals("00000000") ? "11111111" : "00000000";
        for (int i = 1; i < rules.tries(); i++) {
            assertThat(look(wrong)).isFalse();
        }
        assertThat(look(code)).as("below the limit the right code counts").isTrue();
        stop();
        assertThat(look(code)).as("a second time").isFalse();
        String another = offer();
        for (int i = 0; i < rules.tries(); i++) {
            assertThat(look(wrong)).isFalse();
        }
        assertThat(look(another)).as("at the limit it does not").isFalse();
        web.perform(post("/view-as")
                        .param("account", clerkName)
                        .session(supportHere)
                        .with(support)
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请填事由")));
    }

    @Test
    @DisplayName("只有系统管理员能代看；三员和老年人的页面不给人看")
    void nobodyElse() throws Exception {
        for (Role role : List.of(Role.SECURITY, Role.AUDITOR, Role.COUNTY_CHIEF, Role.CITY)) {
            web.perform(get("/view-as").with(as.desk(role, role.standsAlone() ? "C" : COUNTY)))
                    .andExpect(status().isForbidden());
        }
        for (Role role : List.of(Role.SECURITY, Role.AUDITOR, Role.ADMINISTRATOR)) {
            web.perform(post("/desks/viewing").with(as.desk(role, "C")).with(csrf()))
                    .andExpect(status().isForbidden());
        }
        web.perform(post("/desks/viewing")
                        .with(as.elder(new org.sangyu.shared.ElderId(UUID.randomUUID()), COUNTY + "001001"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    private String offer() throws Exception {
        return codeOf(clerk, clerkHere);
    }

    private String codeOf(RequestPostProcessor who, MockHttpSession session) throws Exception {
        String page = web.perform(
                        post("/desks/viewing").session(session).with(who).with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher code = CODE.matcher(page);
        assertThat(code.find()).isTrue();
        return code.group(1) + code.group(2);
    }

    private boolean look(String code) throws Exception {
        return look(clerkName, code);
    }

    private boolean look(String account, String code) throws Exception {
        int status = web.perform(post("/view-as")
                        .param("account", account)
                        .param("code", code)
                        .param("reason", "名单打不开")
                        .session(supportHere)
                        .with(support)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
        return status == 302;
    }

    private void stop() throws Exception {
        web.perform(post("/view-as/end").session(supportHere).with(support).with(csrf()));
    }
}
