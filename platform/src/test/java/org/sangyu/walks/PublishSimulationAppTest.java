package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.internal.SignedInAs;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DisplayName("把测算过的草案付诸施行")
class PublishSimulationAppTest extends Town {

    private static final String COUNTY = "410902";
    private static final Pattern SIMULATION = Pattern.compile("/policies/simulations/([0-9a-f-]{36})\"");
    private static final Pattern OWN = Pattern.compile("/policies/own/([0-9a-f-]{36})\"");
    private static final byte[] SCAN = "%PDF-1.4 scan".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private MockMvc web;

    @Autowired
    private SignedInAs as;

    @Autowired
    private Regions regions;

    @Test
    @DisplayName("改过的金额由一人附文件提出，本人不能确认，第二人确认后自起始日施行")
    void anEditedAmountIsPutInForceByTwoPersons() throws Exception {
        String simulation = edited();
        assertThat(body(simulation, clerk())).contains("把草案付诸施行");
        String page = simulation + "/publication";
        assertThat(body(page, clerk())).contains("80—89 岁：50.00 元/月", "80—89 岁：61.00 元/月");
        assertThat(body(page + "?lang=en", clerk()))
                .contains("Put the draft into force", "Amounts that can be proposed");
        assertThat(send(page, true, "").andReturn().getResponse().getContentAsString())
                .contains("至少勾选一项待遇");
        assertThat(send(page, false, "advanced-age-allowance")
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("value=\"某通知\"", "checked");
        send(page, true, "advanced-age-allowance").andExpect(redirectedUrl("/policies/own"));
        waitForJobs();
        String own = "/policies/own/" + first(OWN, body("/policies/own", clerk()));
        web.perform(post(own + "/agree").with(clerk()).with(csrf()));
        assertThat(body(own, clerk())).doesNotContain("badge ok");
        assertThat(body("/policies/simulations/edit", clerk())).contains("value=\"50.00\"");
        web.perform(post(own + "/agree").with(chief()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(body("/policies/simulations/edit", clerk())).contains("value=\"61.00\"");
        assertThat(body(page, clerk())).contains("没有可以施行的");
    }

    @Test
    @DisplayName("本机录入写不出来的，打成政策文件夹，并说明怎么办")
    void whatCannotBeEnteredBecomesAFolder() throws Exception {
        web.perform(post("/policies/simulations")
                        .with(clerk())
                        .with(csrf())
                        .param("like", "511724")
                        .param("first", "2027-01")
                        .param("last", "2027-01"))
                .andExpect(status().is3xxRedirection());
        waitForJobs();
        String page = newest() + "/publication";
        assertThat(body(page, clerk())).contains("要改政策文件夹的", "本地现在没有这项待遇的标准", "pack check");
        Set<String> names = new HashSet<>();
        byte[] zip = web.perform(get(page + "/pack.zip").with(clerk()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).contains("pack.yaml", "benefits/hardship-support/amount.yaml");
        RequestPostProcessor finance = as.desk(Role.COUNTY_FINANCE, county());
        web.perform(get(page).with(finance)).andExpect(status().isNotFound());
        web.perform(post(page).with(finance).with(csrf())).andExpect(status().isNotFound());
    }

    private String edited() throws Exception {
        web.perform(post("/policies/simulations/edit")
                        .with(clerk())
                        .with(csrf())
                        .param("from", "")
                        .param("age.advanced-age-allowance.0", "80")
                        .param("advanced-age-allowance.0", "61.00")
                        .param("age.advanced-age-allowance.1", "90")
                        .param("advanced-age-allowance.1", "100.00")
                        .param("age.advanced-age-allowance.2", "100")
                        .param("advanced-age-allowance.2", "300.00"))
                .andExpect(status().is3xxRedirection());
        waitForJobs();
        return newest();
    }

    private String newest() throws Exception {
        return "/policies/simulations/" + first(SIMULATION, body("/policies/simulations", clerk()));
    }

    private ResultActions send(String page, boolean scan, String benefit) throws Exception {
        MockMultipartHttpServletRequestBuilder form = multipart(page);
        if (scan) {
            form.file(new MockMultipartFile("scan", "通知.pdf", "application/pdf", SCAN));
        }
        return web.perform(form.param("benefit", benefit)
                .param("from", LocalDate.of(2035, 1, 1).toString())
                .param("title", "某通知")
                .param("issuer", "某局")
                .param("clause", "第一条")
                .param("words", "八十周岁以上每月六十一元")
                .with(clerk())
                .with(csrf()));
    }

    private String body(String address, RequestPostProcessor who) throws Exception {
        return web.perform(get(address).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private RequestPostProcessor clerk() {
        return as.desk(Role.COUNTY_CLERK, county());
    }

    private RequestPostProcessor chief() {
        return as.desk(Role.COUNTY_CHIEF, county());
    }

    private String county() {
        return regions.findByCode(COUNTY, LocalDate.of(2026, 1, 1))
                .orElseThrow()
                .place()
                .path();
    }
}
