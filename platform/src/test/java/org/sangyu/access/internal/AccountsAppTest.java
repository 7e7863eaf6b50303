package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.launch.Announcement;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AppTest
@Import(SignedInAs.class)
@TestPropertySource(properties = "sangyu.places=110101")
@DisplayName("账号与岗位的管理")
class AccountsAppTest {

    private static final String OWN = "a sentence of my own";

    @Autowired
    MockMvc web;

    @Autowired
    SignedInAs as;

    @Autowired
    AccountRegister register;

    @Autowired
    List<Announcement> announcements;

    MockHttpSession administrator;

    @BeforeEach
    void anAdministratorIsSignedIn() throws Exception {
        administrator = signIn(as.account(Role.SECURITY, Place.NATION.path()), SignedInAs.PASSWORD);
    }

    @Test
    @DisplayName("新账号用一次性口令登录，先改口令才能办事，改后旧口令作废")
    void aNewAccountStartsWithItsOwnPassword() throws Exception {
        String password = create("li.na", "COUNTY_CLERK", "东城区");
        MockHttpSession session = signIn("li.na", password);
        web.perform(get("/elders").session(session)).andExpect(redirectedUrl("/password"));
        web.perform(post("/enrolments").session(session).with(csrf())).andExpect(redirectedUrl("/password"));
        web.perform(change(session, password, OWN)).andExpect(redirectedUrl("/"));
        web.perform(get("/elders").session(session)).andExpect(status().isOk());
        web.perform(get("/elders").session(signIn("li.na", OWN))).andExpect(status().isOk());
        web.perform(post("/sign-in")
                        .param("account", "li.na")
                        .param("password", password)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(result ->
                        assertThat(result.getResponse().getForwardedUrl()).isEqualTo("/sign-in/refused"));
    }

    @Test
    @DisplayName("新口令差一个字符、与现在的一样、两次不一样、现在的口令不对：都说清楚，不改")
    void refusesWeakAndMistypedPasswords() throws Exception {
        MockHttpSession session = signIn("short.one", create("short.one", "COUNTY_CLERK", "110101"));
        refuse(session, "x", "12345678 ", "12345678 ", "新口令须 10 至 128 个字符");
        refuse(session, "x", "1234567890", "1234567890", "中的 2 种");
        refuse(session, "x", "aaaaaaaaaa", "aaaaaaaaaa", "中的 2 种");
        refuse(session, "12345 7890", "12345 7890", "12345 7890", "不能和现在的一样");
        refuse(session, "x", "short.one 99", "short.one 99", "不能有登录名");
        refuse(session, "x", "12345 7890", "12345 7891", "两次输入的新口令不一样");
        refuse(session, "not the present one", "12345 7890", "12345 7890", "现在的口令不对");
        web.perform(get("/").session(session)).andExpect(redirectedUrl("/password"));
    }

    @Test
    @DisplayName("岗位收回、账号停用，当下就生效")
    void whatIsTakenBackIsGoneAtTheNextClick() throws Exception {
        String password = create("wang.fang", "COUNTY_FINANCE", "东城区");
        MockHttpSession session = signIn("wang.fang", password);
        web.perform(change(session, password, OWN)).andExpect(redirectedUrl("/"));
        AccountEntry account = register.find("wang.fang").orElseThrow();
        String page = "/accounts/" + account.id();
        String desk = account.desks().getFirst().id().toString();
        act(page + "/desks/" + desk + "/end");
        web.perform(get("/").session(session)).andExpect(redirectedUrl("/sign-in?no-desk"));
        act(page + "/desks", "role", "COUNTY_FINANCE", "place", "东城区");
        MockHttpSession again = signIn("wang.fang", OWN);
        web.perform(get("/").session(again)).andExpect(status().isOk());
        act(page + "/closing");
        web.perform(get("/").session(again)).andExpect(redirectedUrl("/sign-in?no-desk"));
        act(page + "/opening");
        web.perform(get("/").session(signIn("wang.fang", OWN))).andExpect(status().isOk());
    }

    @Test
    @DisplayName("最后一个安全管理岗位收不回、停不掉；有了第二个就可以")
    void somebodyCanAlwaysMakeAccounts() throws Exception {
        String name = as.account(Role.SECURITY, Place.NATION.path());
        AccountEntry self = register.find(name).orElseThrow();
        act("/accounts/" + self.id() + "/closing");
        act("/accounts/" + self.id() + "/desks/" + self.desks().getFirst().id() + "/end");
        assertThat(register.find(name)).contains(self);
        create("second.admin", "SECURITY", "");
        act("/accounts/" + self.id() + "/desks/" + self.desks().getFirst().id() + "/end");
        assertThat(register.find(name).orElseThrow().desks()).isEmpty();
        as.alsoAt(name, Role.SECURITY, Place.NATION.path());
        AccountEntry second = register.find("second.admin").orElseThrow();
        act("/accounts/" + second.id() + "/closing");
        assertThat(register.find("second.admin").orElseThrow().disabled()).isTrue();
    }

    @Test
    @DisplayName("填错的都说在哪里、怎么改，什么也不建")
    void saysWhatIsWrongWithAnAccount() throws Exception {
        refuseAccount("", "某", "COUNTY_CLERK", "东城区", "登录名用小写字母");
        refuseAccount("a", "某", "COUNTY_CLERK", "东城区", "登录名用小写字母");
        refuseAccount("x".repeat(41), "某", "COUNTY_CLERK", "东城区", "登录名用小写字母");
        refuseAccount("ok.name", " ", "COUNTY_CLERK", "东城区", "请填使用人姓名");
        refuseAccount("ok.name", "某", "ELDER", "东城区", "请选一个角色");
        refuseAccount("ok.name", "某", "NOBODY", "东城区", "请选一个角色");
        refuseAccount("ok.name", "某", "COUNTY_CLERK", "没有的地方", "没有这个名称或代码的县区");
        refuseAccount("ok.name", "某", "TOWNSHIP", "东城区", "没有这个名称或代码的乡镇、街道");
        refuseAccount("ok.name", "某", "COUNTY_CLERK", "", "没有这个名称或代码的县区");
        create("taken.name", "COUNTY_CLERK", "东城区");
        refuseAccount("taken.name", "某", "COUNTY_CLERK", "东城区", "这个登录名已有人用");
        assertThat(register.find("ok.name")).isEmpty();
    }

    @Test
    @DisplayName("只有安全管理能管账号，系统管理、安全审计也不能")
    void onlyTheAdministratorKeepsAccounts() throws Exception {
        for (Role role : List.of(Role.COUNTY_CHIEF, Role.CITY, Role.VILLAGE, Role.ADMINISTRATOR, Role.AUDITOR)) {
            web.perform(get("/accounts").with(as.desk(role, "C0G0801"))).andExpect(status().isForbidden());
            web.perform(post("/accounts").with(as.desk(role, "C0G0801")).with(csrf()))
                    .andExpect(status().isForbidden());
        }
        web.perform(get("/accounts/" + java.util.UUID.randomUUID()).session(administrator))
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("三员分立：三种管理岗位各用一个账号，不与其他岗位同属一人；自己的账号不能自己加岗位、发口令")
    void theThreeAdministratorsStandAlone() throws Exception {
        create("zhao.one", "COUNTY_CLERK", "东城区");
        create("qian.two", "AUDITOR", "");
        for (String role : List.of("ADMINISTRATOR", "SECURITY", "AUDITOR")) {
            refuseDesk("zhao.one", role, "", "三员分立");
        }
        refuseDesk("qian.two", "ADMINISTRATOR", "", "三员分立");
        refuseDesk("qian.two", "COUNTY_CLERK", "东城区", "三员分立");
        String own = as.account(Role.SECURITY, Place.NATION.path());
        refuseDesk(own, "COUNTY_FINANCE", "东城区", "不能给自己的账号");
        AccountEntry self = register.find(own).orElseThrow();
        act("/accounts/" + self.id() + "/password");
        assertThat(register.find(own).orElseThrow().temporary()).isFalse();
        assertThat(register.find("zhao.one").orElseThrow().desks()).hasSize(1);
    }

    @Test
    @DisplayName("安全审计可以是全机的，也可以是一个市、一个县的；乡镇没有")
    void anAuditorHasAPlace() throws Exception {
        create("audit.all", "AUDITOR", "");
        create("audit.county", "AUDITOR", "东城区");
        assertThat(register.find("audit.all").orElseThrow().desks().getFirst().place())
                .isEqualTo(Place.NATION);
        assertThat(register.find("audit.county")
                        .orElseThrow()
                        .desks()
                        .getFirst()
                        .place()
                        .level())
                .isEqualTo(PlaceLevel.COUNTY);
        refuseAccount("audit.town", "某", "AUDITOR", "没有的街道", "没有这个名称或代码的县区");
    }

    private void refuseDesk(String account, String role, String place, String sentence) throws Exception {
        AccountEntry entry = register.find(account).orElseThrow();
        web.perform(post("/accounts/" + entry.id() + "/desks")
                        .session(administrator)
                        .with(csrf())
                        .param("role", role)
                        .param("place", place))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(sentence)));
    }

    @Test
    @DisplayName("列表按登录名或姓名开头查；查不到就说没有")
    void findsAccounts() throws Exception {
        create("find.me", "COUNTY_CLERK", "东城区");
        web.perform(get("/accounts").session(administrator).param("q", "find"))
                .andExpect(content().string(containsString("find.me")))
                .andExpect(content().string(containsString("北京市 / 东城区")));
        web.perform(get("/accounts").session(administrator).param("q", "%"))
                .andExpect(content().string(containsString("没有以“%”开头")));
        web.perform(get("/accounts").session(administrator).param("page", "abc").param("q", "find"))
                .andExpect(status().isOk());
    }

    @Test
    @DisplayName("已有账号的正式机器，启动时不再报首个口令")
    void theConsoleNamesNoPasswordOnceThereAreAccounts() {
        assertThat(announcements.stream().flatMap(one -> one.lines().stream()))
                .noneMatch(line -> line.contains("首次登录"));
    }

    private String create(String name, String role, String place) throws Exception {
        MvcResult result = web.perform(
                        post("/accounts").session(administrator).with(csrf()).params(form(name, "李娜", role, place)))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        return Objects.requireNonNull(result.getFlashMap().get("password")).toString();
    }

    private void refuseAccount(String name, String person, String role, String place, String sentence)
            throws Exception {
        web.perform(post("/accounts").session(administrator).with(csrf()).params(form(name, person, role, place)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(sentence)))
                .andExpect(content().string(containsString("value=\"" + name + "\"")));
    }

    private static org.springframework.util.MultiValueMap<String, String> form(
            String name, String person, String role, String place) {
        org.springframework.util.MultiValueMap<String, String> form =
                new org.springframework.util.LinkedMultiValueMap<>();
        form.add("name", name);
        form.add("person", person);
        form.add("role", role);
        form.add("place", place);
        return form;
    }

    private void act(String address, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).session(administrator).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        web.perform(request).andExpect(status().is3xxRedirection());
    }

    private MockHttpSession signIn(String account, String password) throws Exception {
        MockHttpSession session = new MockHttpSession();
        web.perform(post("/sign-in")
                        .session(session)
                        .param("account", account)
                        .param("password", password)
                        .with(csrf()))
                .andExpect(status().isFound());
        return session;
    }

    private static MockHttpServletRequestBuilder change(MockHttpSession session, String present, String wanted) {
        return post("/password")
                .session(session)
                .with(csrf())
                .param("present", present)
                .param("wanted", wanted)
                .param("again", wanted);
    }

    private void refuse(MockHttpSession session, String present, String wanted, String again, String sentence)
            throws Exception {
        web.perform(post("/password")
                        .session(session)
                        .with(csrf())
                        .param("present", present)
                        .param("wanted", wanted)
                        .param("again", again))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(sentence)))
                .andExpect(content().string(not(containsString("value=\"" + wanted))));
    }
}
