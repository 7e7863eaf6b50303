package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.Role;
import org.sangyu.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

@AppTest
@Import(SignedInAs.class)
@DisplayName("登录与岗位")
class SignInAppTest {

    private static final String COUNTY = "C0G0801";

    @Autowired
    MockMvc web;

    @Autowired
    SignedInAs as;

    @Test
    @DisplayName("没有登录只见登录页")
    void sendsStrangersToTheSignInPage() throws Exception {
        web.perform(get("/")).andExpect(redirectedUrl("/sign-in"));
        web.perform(get("/elders")).andExpect(redirectedUrl("/sign-in"));
        web.perform(get("/sign-in"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("账号")));
    }

    @Test
    @DisplayName("会话断开后 htmx 的请求让整页去登录")
    void movesTheWholePageWhenHtmxAsksWithoutASession() throws Exception {
        web.perform(get("/elders").header("HX-Request", "true"))
                .andExpect(status().isNoContent())
                .andExpect(header().string("HX-Redirect", "/sign-in"));
    }

    @Test
    @DisplayName("口令不对与账号不存在，回答一样；已填账号还在")
    void saysNotWhichOfTheTwoWasWrong() throws Exception {
        String known = as.account(Role.COUNTY_CLERK, COUNTY);
        for (String account : new String[] {known, "nobody.here"}) {
            web.perform(signIn(account, "wrong")).andExpect(forwardedUrl("/sign-in/refused"));
        }
        web.perform(post("/sign-in/refused")
                        .param("account", known)
                        .param("password", "wrong")
                        .with(csrf()))
                .andExpect(status().isUnauthorized())
                .andExpect(content().string(containsString("账号或口令不对")))
                .andExpect(content().string(containsString("value=\"" + known + "\"")))
                .andExpect(content().string(not(containsString("wrong"))));
    }

    @Test
    @DisplayName("登录后回到原来要去的页面")
    void goesWhereThePersonWanted() throws Exception {
        MockHttpSession session = new MockHttpSession();
        web.perform(get("/desks").session(session)).andExpect(redirectedUrl("/sign-in"));
        web.perform(signIn(as.account(Role.COUNTY_CLERK, COUNTY), SignedInAs.PASSWORD)
                        .session(session))
                .andExpect(header().string("Location", endsWith("/desks?continue")));
    }

    @Test
    @DisplayName("没有防伪标记的表单不收")
    void refusesAFormWithoutItsToken() throws Exception {
        web.perform(post("/desks")
                        .with(as.desk(Role.COUNTY_CLERK, COUNTY))
                        .param("desk", UUID.randomUUID().toString()))
                .andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("别人的岗位换不过去，只说没有")
    void neverActsAtAnothersDesk() throws Exception {
        web.perform(post("/desks")
                        .with(as.desk(Role.COUNTY_CLERK, COUNTY))
                        .with(csrf())
                        .param("desk", UUID.randomUUID().toString()))
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("换岗位点一下就换")
    void changesTheDeskWithOneClick() throws Exception {
        String account = as.account(Role.COUNTY_CHIEF, COUNTY);
        as.alsoAt(account, Role.COUNTY_REVIEWER, COUNTY);
        MockHttpSession session = new MockHttpSession();
        web.perform(signIn(account, SignedInAs.PASSWORD).session(session)).andExpect(status().isFound());
        String page = web.perform(get("/desks").session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page.indexOf("县区审批")).isLessThan(page.indexOf("县区复核"));
        String other = page.replaceAll("(?s).*?name=\"desk\" value=\"([0-9a-f-]{36})\".*", "$1");
        web.perform(post("/desks").session(session).with(csrf()).param("desk", other))
                .andExpect(redirectedUrl("/"));
        page = web.perform(get("/desks").session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page.indexOf("县区复核")).isLessThan(page.indexOf("县区审批"));
    }

    @Test
    @DisplayName("不是本岗位的页面不给看，没有的页面说没有")
    void refusesOtherDesksWorkAndUnknownAddresses() throws Exception {
        web.perform(get("/me").with(as.desk(Role.COUNTY_CLERK, COUNTY))).andExpect(status().isForbidden());
        web.perform(get("/nowhere").with(as.desk(Role.COUNTY_CLERK, COUNTY))).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("页面不许内联脚本，不许被嵌入，不留缓存")
    void sendsStrictHeaders() throws Exception {
        web.perform(get("/sign-in"))
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self';")))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder signIn(
            String account, String password) {
        return post("/sign-in")
                .param("account", account)
                .param("password", password)
                .with(csrf());
    }
}
