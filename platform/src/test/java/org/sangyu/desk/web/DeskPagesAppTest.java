package org.sangyu.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sangyu.access.internal.SignedInAs;
import org.sangyu.desk.internal.OfficePages;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Role;
import org.sangyu.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@AppTest
@Import(SignedInAs.class)
@DisplayName("工作台")
class DeskPagesAppTest {

    private static final String COUNTY = "C0G0801";
    private static final String OTHER_COUNTY = "C0G0802";
    private static final String NOBODY = "0190a8e0-0000-7000-8000-000000000001";

    @Autowired
    MockMvc web;

    @Autowired
    SignedInAs as;

    @ParameterizedTest
    @MethodSource("office")
    @DisplayName("每个岗位都有首页：整页一次，htmx 只要内容一次")
    void opensHomeForEveryDesk(Role role) throws Exception {
        web.perform(get("/").with(as.desk(role, COUNTY)))
                .andExpect(status().isOk())
                .andExpect(header().string("Vary", containsString("HX-Request")))
                .andExpect(content().string(containsString("<!doctype html>")))
                .andExpect(content().string(containsString("等我办的")));
        web.perform(get("/").with(as.desk(role, COUNTY)).header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<!doctype html>"))))
                .andExpect(content().string(containsString("等我办的")));
    }

    private static Stream<Role> office() {
        return Role.office().stream();
    }

    @Test
    @DisplayName("老年人一登录就是大字页")
    void takesAnElderToTheirOwnPage() throws Exception {
        ElderId elder = ElderId.parse(NOBODY);
        web.perform(get("/").with(as.elder(elder, COUNTY + "001001"))).andExpect(redirectedUrl("/me"));
    }

    @Test
    @DisplayName("语言跟着地址走，记住一年；不认识的语言不理会")
    void speaksTheLanguageAskedFor() throws Exception {
        web.perform(get("/?lang=en").with(as.desk(Role.COUNTY_CLERK, COUNTY)))
                .andExpect(header().string("Set-Cookie", containsString("lang=en")))
                .andExpect(content().string(containsString("Waiting for me")));
        web.perform(get("/?lang=xx").with(as.desk(Role.COUNTY_CLERK, COUNTY)))
                .andExpect(content().string(containsString("等我办的")));
    }

    @Test
    @DisplayName("查找：超长、空白、特殊字符都有回答，原样显示但不当作页面代码")
    void answersAnySearch() throws Exception {
        for (String text :
                new String[] {"", "   ", "王".repeat(5_000), "%_'\"\\", "<script>alert(1)</script>", "𠮷".repeat(81)}) {
            web.perform(get("/search").param("q", text).with(as.desk(Role.COUNTY_CLERK, COUNTY)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("<script>alert"))));
        }
        web.perform(get("/search").param("q", "发放").with(as.desk(Role.COUNTY_CLERK, COUNTY)))
                .andExpect(content().string(containsString("href=\"/cycles\"")));
    }

    @Test
    @DisplayName("查找也找得到待遇、政策文件和菜单以下的页面")
    void findsBenefitsDocumentsAndPages() throws Exception {
        searchFinds("高龄", "href=\"/policies/advanced-age-allowance\"");
        searchFinds("advanced age", "href=\"/policies/advanced-age-allowance\"");
        searchFinds("清单", "href=\"/policies/documents/basic-service-list-2023\"");
        searchFinds("追缴", "href=\"/recoveries\"");
        searchFinds("导入", "href=\"/imports\"");
    }

    private void searchFinds(String text, String link) throws Exception {
        web.perform(get("/search").param("q", text).with(as.desk(Role.COUNTY_CLERK, COUNTY)))
                .andExpect(content().string(containsString(link)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ELDER", "RELATIVE"},
            mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("查得到的页面，每个岗位都打得开")
    void opensEveryPageThatTheSearchOffers(Role role) throws Exception {
        for (OfficePages.OfficePage page : OfficePages.of(role)) {
            web.perform(get(page.href()).with(as.desk(role, COUNTY)))
                    .andExpect(result -> assertThat(result.getResponse().getStatus())
                            .as(role + " " + page.href())
                            .isEqualTo(200));
        }
    }

    @Test
    @DisplayName("办事电话：错了在旁边说，填的还在；存好后回到本页")
    void storesTheTelephone() throws Exception {
        web.perform(post("/contacts")
                        .with(as.desk(Role.TOWNSHIP, COUNTY + "001"))
                        .with(csrf())
                        .param("office", "测试镇民政所")
                        .param("telephone", "打不通"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"telephone-error\"")))
                .andExpect(content().string(containsString("value=\"测试镇民政所\"")))
                .andExpect(content().string(containsString("value=\"打不通\"")));
        web.perform(post("/contacts")
                        .with(as.desk(Role.TOWNSHIP, COUNTY + "001"))
                        .with(csrf())
                        .param("office", "测试镇民政所")
                        .param("telephone", "０３９３—１２３４５６７"))
                .andExpect(redirectedUrl("/contacts"));
        web.perform(get("/contacts").with(as.desk(Role.TOWNSHIP, COUNTY + "001")))
                .andExpect(content().string(containsString("value=\"0393-1234567\"")));
        web.perform(get("/contacts").with(as.desk(Role.TOWNSHIP, OTHER_COUNTY + "001")))
                .andExpect(content().string(not(containsString("0393-1234567"))));
    }

    @Test
    @DisplayName("两个人同时改：后一个看到两边，什么也不丢")
    void showsBothVersionsOfAStaleEdit() throws Exception {
        String township = COUNTY + "002";
        web.perform(save(township, "甲", "0393-1111111", 0)).andExpect(redirectedUrl("/contacts"));
        web.perform(save(township, "乙", "0393-2222222", 0))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("0393-1111111")))
                .andExpect(content().string(containsString("0393-2222222")))
                .andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
        web.perform(save(township, "乙", "0393-2222222", 1)).andExpect(redirectedUrl("/contacts"));
        web.perform(save(township, "丙", "0393-3333333", 9)).andExpect(status().isConflict());
    }

    @Test
    @DisplayName("不认识的老年人、外地的老年人，都说没有")
    void knowsNoForeignElder() throws Exception {
        web.perform(get("/elders/" + NOBODY + "/plain").with(as.desk(Role.VILLAGE, COUNTY + "001001")))
                .andExpect(status().isNotFound());
        web.perform(get("/elders/not-an-id/plain").with(as.desk(Role.VILLAGE, COUNTY + "001001")))
                .andExpect(status().isBadRequest());
    }

    private org.springframework.test.web.servlet.RequestBuilder save(
            String place, String office, String telephone, long version) {
        return post("/contacts")
                .with(as.desk(Role.TOWNSHIP, place))
                .with(csrf())
                .param("office", office)
                .param("telephone", telephone)
                .param("version", String.valueOf(version));
    }
}
