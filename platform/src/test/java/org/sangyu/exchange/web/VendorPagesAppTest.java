package org.sangyu.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.internal.SignedInAs;
import org.sangyu.exchange.internal.Vendor;
import org.sangyu.exchange.internal.Vendors;
import org.sangyu.shared.Role;
import org.sangyu.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AppTest
@Import(SignedInAs.class)
@TestPropertySource(properties = "sangyu.places=110101")
@DisplayName("接入方令牌的页面")
class VendorPagesAppTest {

    @Autowired
    MockMvc web;

    @Autowired
    SignedInAs as;

    @Autowired
    Vendors vendors;

    @Test
    @DisplayName("令牌只在建立后显示一次；收回后不能再收回")
    void aTokenIsShownOnce() throws Exception {
        MvcResult made = send("甲公司", "110101", "2026-01-01", "2026-12-31").andReturn();
        String page = Objects.requireNonNull(made.getResponse().getRedirectedUrl());
        String token = (String) Objects.requireNonNull(made.getFlashMap().get("token"));
        assertThat(token).matches("sy_[A-Za-z0-9_-]{43}");
        web.perform(get(page).with(administrator()).flashAttr("token", token))
                .andExpect(content().string(containsString(token)));
        String later = body(page);
        assertThat(later).doesNotContain(token).contains("甲公司", "（110101）", "2026-01-01 至 2026-12-31", "从未使用");
        assertThat(body(page + "?lang=en")).contains("Take the token back", "Never");
        assertThat(body("/vendors")).contains("甲公司");
        Vendor vendor = vendors.list(0, 9).getFirst();
        assertThat(vendor.to()).isEqualTo(LocalDate.of(2027, 1, 1));
        web.perform(post(page + "/revocation").with(administrator()).with(csrf()))
                .andExpect(redirectedUrl(page));
        assertThat(body(page)).contains("已收回").doesNotContain("/revocation");
        assertThat(vendors.revoke(vendor)).isFalse();
    }

    @Test
    @DisplayName("没有名称、名称长 61 个字符、没有的地区、早于起始日的截止日：说清楚，填过的还在")
    void saysWhatIsWrong() throws Exception {
        refuse("", "", "2026-01-01", "", "写上名称，最多 60 个字符");
        refuse("长".repeat(61), "", "2026-01-01", "", "写上名称，最多 60 个字符");
        refuse("甲", "1101012", "2026-01-01", "", "行政区划代码是");
        refuse("甲", "999999", "2026-01-01", "", "没有代码为 999999 的地方");
        refuse("甲", "", "", "", "日期写作 2026-01-31");
        refuse("甲", "", "2026-02-30", "", "日期写作 2026-01-31");
        refuse("甲", "", "2026-01-02", "2026-01-01", "截止日早于起始日");
        send("长".repeat(60), "", "2026-01-01", "2026-01-01").andExpect(status().is3xxRedirection());
    }

    @Test
    @DisplayName("只有安全管理打得开；没有的接入方是 404")
    void onlyTheAdministrator() throws Exception {
        for (Role role : Role.values()) {
            if (role != Role.SECURITY && !role.isPersonal()) {
                RequestPostProcessor other = as.desk(role, "C0G0801");
                web.perform(get("/vendors").with(other)).andExpect(status().isForbidden());
                web.perform(post("/vendors").with(other).with(csrf())).andExpect(status().isForbidden());
            }
        }
        web.perform(get("/vendors/" + UUID.randomUUID()).with(administrator())).andExpect(status().isNotFound());
    }

    private void refuse(String name, String region, String first, String last, String said) throws Exception {
        send(name, region, first, last)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(said)))
                .andExpect(content().string(containsString("value=\"" + name + "\"")));
    }

    private ResultActions send(String name, String region, String first, String last) throws Exception {
        return web.perform(post("/vendors")
                .with(administrator())
                .with(csrf())
                .param("name", name)
                .param("region", region)
                .param("first", first)
                .param("last", last));
    }

    private String body(String address) throws Exception {
        return web.perform(get(address).with(administrator()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private RequestPostProcessor administrator() {
        return as.desk(Role.SECURITY, "C");
    }
}
