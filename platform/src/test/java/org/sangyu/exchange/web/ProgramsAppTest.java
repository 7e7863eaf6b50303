package org.sangyu.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.exchange.internal.ApiLimits;
import org.sangyu.exchange.internal.Vendors;
import org.sangyu.exchange.internal.Vendors.Admitted;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.cli.Main;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Role;
import org.sangyu.testing.AppTest;
import org.sangyu.testing.Desks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@AppTest
@DisplayName("别的程序来问")
class ProgramsAppTest {

    private static final String DECISIONS = "/api/v1/decisions";
    private static final String PEOPLE = """
            [{"id":"a","born":"1935-03-02","sex":"F","registered":"410902001001","tags":[{"tag":"EXTREME_HARDSHIP",\
            "area":"URBAN","from":"2018-05-01"}],"receives":[{"benefit":"hardship-support","from":"2020-01-01"}]},
             {"id":"b","born":"1921-05-31","registered":"410902001001","died":"2021-05-03"},
             {"id":"c","born":"1960-01-01","resides":"511724001001"}]""";
    private static final int TRIES = 40;

    private final JsonMapper mapper = new JsonMapper();

    @Autowired
    MockMvc web;

    @Autowired
    Vendors vendors;

    @Autowired
    ApiLimits limits;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    @DisplayName("答复与命令行 decide 相同，只多出以分计的金额")
    void answersAsTheCommandLineDoes(@TempDir Path folder) throws Exception {
        Path facts = Files.writeString(folder.resolve("facts.json"), "{\"people\":" + PEOPLE + "}");
        OutputStream out = new ByteArrayOutputStream();
        List<String> arguments =
                List.of("decide", "--region", "410902", "--month", "2021-05", "--facts", facts.toString());
        assertThat(Main.run(arguments, out, new PrintStream(OutputStream.nullOutputStream()), clock))
                .isZero();
        JsonNode answer = mapper.readTree(ask(token(), PEOPLE).getContentAsString(StandardCharsets.UTF_8));
        answer.findParents("amountFen").forEach(decision -> {
            if (decision.get("amount").isString()) {
                assertThat(decision.get("amount").asString().replace(".", ""))
                        .isEqualTo("%03d".formatted(decision.get("amountFen").asLong()));
            }
            ((ObjectNode) decision).remove(List.of("amountFen", "beforeFen"));
        });
        assertThat(answer.get("people"))
                .isEqualTo(mapper.readTree(out.toString()).get("people"));
    }

    @Test
    @DisplayName("未到起始日、截止日次日、已收回、从未有过的令牌：同样的 401，一个字节都不差，花的时间也差不多")
    void badTokensLookAlike() throws Exception {
        LocalDate today = LocalDate.now(clock);
        Admitted taken = admit(null, today, null);
        act(() -> vendors.revoke(vendors.find(taken.id()).orElseThrow()));
        List<String> tokens = List.of(
                admit(null, today.plusDays(1), null).token(),
                admit(null, today.minusDays(9), today).token(),
                taken.token(),
                "sy_" + "x".repeat(43),
                "");
        List<String> answers = new java.util.ArrayList<>();
        for (String token : tokens) {
            MockHttpServletResponse answer = ask(token, PEOPLE);
            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"sangyu\"");
            answers.add(answer.getContentAsString());
        }
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(median(taken.token())).isLessThan(5 * median("sy_" + "y".repeat(43)));
        assertThat(median("sy_" + "z".repeat(43))).isLessThan(5 * median(taken.token()));
    }

    @Test
    @DisplayName("起始日当天、截止日当天都有效")
    void theFirstAndTheLastDayCount() throws Exception {
        LocalDate today = LocalDate.now(clock);
        assertThat(ask(admit(null, today, today.plusDays(1)).token(), PEOPLE).getStatus())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("令牌限定的地区：本级与其下可问，上级与旁边不可问")
    void aTokenCountsForItsRegion() throws Exception {
        String token = admit(new RegionCode("4109"), LocalDate.now(clock), null).token();
        assertThat(question(token, "4109").getStatus()).isEqualTo(200);
        assertThat(question(token, "410902001").getStatus()).isEqualTo(200);
        assertThat(question(token, "41").getStatus()).isEqualTo(403);
        assertThat(question(token, "410800").getStatus()).isEqualTo(403);
    }

    @Test
    @DisplayName("人数在上限之下、正好、超出一人")
    void countsPeople() throws Exception {
        String token = token();
        assertThat(ask(token, people(0)).getStatus()).isEqualTo(200);
        assertThat(ask(token, people(limits.people())).getStatus()).isEqualTo(200);
        assertThat(ask(token, people(limits.people() + 1)).getStatus()).isEqualTo(413);
    }

    @Test
    @DisplayName("不建会话，不发 Cookie；登录页面的会话问不了，令牌也打不开页面")
    void programsAndPagesAreApart() throws Exception {
        String token = token();
        MockHttpServletResponse answer = ask(token, PEOPLE);
        assertThat(answer.getHeader("Set-Cookie")).isNull();
        assertThat(answer.getHeader("Sangyu-Packs")).isNotBlank();
        web.perform(get("/vendors").header("Authorization", "Bearer " + token)).andExpect(redirectedUrl("/sign-in"));
        web.perform(post("/vendors").header("Authorization", "Bearer " + token)).andExpect(status().isForbidden());
        web.perform(post(DECISIONS)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnauthorized());
        web.perform(get("/api/v1/openapi.yaml")).andExpect(status().isOk());
        web.perform(get("/api")).andExpect(status().isUnauthorized());
    }

    @Test
    @DisplayName("深套的、残缺的、乱写的内容：400，不是 500")
    void garbageIsRefused() throws Exception {
        String token = token();
        List<String> garbage = List.of(
                "[".repeat(5_000),
                "{\"a\":".repeat(5_000),
                "null",
                "\"x\"",
                "[1]",
                "{}{}",
                "{\"region\":null,\"month\":7,\"people\":{}}",
                "{\"region\":\"410902\",\"month\":\"2021-05\",\"people\":[null,1,{}]}",
                "{\"region\":\"410902\",\"month\":\"2021-05\",\"people\":[{\"id\":\"a\",\"born\":\"1935-03-02\"},"
                        + "{\"id\":\"a\",\"born\":\"1935-03-02\"}]}",
                "\u0000",
                "{\"region\":\"410902\",\"region\":\"410902\",\"month\":\"2021-05\",\"people\":[]}");
        for (String body : garbage) {
            MockHttpServletResponse answer = send(token, body);
            assertThat(answer.getStatus())
                    .as(body.substring(0, Math.min(60, body.length())))
                    .isEqualTo(400);
            assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        }
    }

    @Test
    @DisplayName("只存令牌的散列；问题内容哪里都不留")
    void keepsNothingOfAQuestion() throws Exception {
        Admitted vendor = admit(null, LocalDate.now(clock), null);
        long lines = ledger();
        ask(vendor.token(), PEOPLE);
        assertThat(ledger()).isEqualTo(lines);
        String row = jdbc.sql("select v::text from exchange.vendor v where id = :id")
                .param("id", vendor.id())
                .query((found, number) -> String.valueOf(found.getString(1)))
                .single();
        assertThat(row).doesNotContain(vendor.token(), vendor.token().substring(3));
        assertThat(vendors.find(vendor.id()).orElseThrow().lastUsed()).isNotNull();
    }

    private long ledger() {
        return CurrentDesk.call(
                Desks.of(Role.ADMINISTRATOR, "C"),
                () -> jdbc.sql("select coalesce(max(n_tup_ins), 0) from pg_stat_user_tables where schemaname = 'access'"
                                + " and relname = 'audit_line'")
                        .query(Long.class)
                        .single());
    }

    private long median(String token) throws Exception {
        long[] times = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            ask(token, PEOPLE);
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return times[TRIES / 2];
    }

    private static String people(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"id\":\"p" + number + "\",\"born\":\"1935-03-02\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private MockHttpServletResponse question(String token, String region) throws Exception {
        return send(token, "{\"region\":\"" + region + "\",\"month\":\"2021-05\",\"people\":[]}");
    }

    private MockHttpServletResponse ask(String token, String people) throws Exception {
        return send(token, "{\"region\":\"410902\",\"month\":\"2021-05\",\"people\":" + people + "}");
    }

    private MockHttpServletResponse send(String token, String body) throws Exception {
        MockHttpServletRequestBuilder request =
                post(DECISIONS).contentType(MediaType.APPLICATION_JSON).content(body.getBytes(StandardCharsets.UTF_8));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return web.perform(request).andReturn().getResponse();
    }

    private String token() {
        return admit(null, LocalDate.now(clock), null).token();
    }

    private Admitted admit(@Nullable RegionCode region, LocalDate from, @Nullable LocalDate to) {
        Vendors.Wanted wanted = new Vendors.Wanted("测试 " + UUID.randomUUID(), region, from, to);
        return CurrentDesk.call(Desks.of(Role.ADMINISTRATOR, "C"), () -> vendors.admit(wanted));
    }

    private static void act(Runnable work) {
        Desks.act(Role.ADMINISTRATOR, "C", work);
    }
}
