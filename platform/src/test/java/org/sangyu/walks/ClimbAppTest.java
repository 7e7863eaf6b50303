package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.Accounts;
import org.sangyu.access.DemoAccount;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.testing.TestDatabases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Somebody with an account, or with none, who tries to get where they do not belong. */
@DisplayName("想越权的人")
class ClimbAppTest extends Town {

    /** Which table an address speaks of, by its beginning. */
    private static final Map<String, String> THINGS = Map.of(
            "/elders/{id}", "registry.elder",
            "/jobs/{id}", "jobs.job",
            "/imports/{id}", "registry.intake",
            "/enrolments/{id", "benefits.enrolment",
            "/policies/simulations/{id", "policy.simulation");

    @Autowired
    Accounts accounts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    org.sangyu.shared.Files files;

    @Value("${sangyu.db.url}")
    String url;

    private Place ours;
    private Place theirs;

    @BeforeEach
    void twoCounties() {
        ours = county(elsewhere(Role.COUNTY_CLERK));
        theirs = county(account(Role.COUNTY_CLERK));
        assertThat(ours).isNotEqualTo(theirs);
    }

    @Test
    @DisplayName("没有登录：每个地址都要先登录，每张表单都不收")
    void aStrangerGetsNowhere() {
        Visitor stranger = Visitor.stranger(address(""));
        List<String> open = new ArrayList<>();
        for (String address : addresses("GET")) {
            Visitor.Answer answer = stranger.get(address);
            boolean asked = answer.status() == 302 && answer.location().contains("/sign-in");
            if (!asked && !address.startsWith("/sign-in") && !address.startsWith("/api/")) {
                open.add(address + " " + answer.status());
            }
        }
        for (String address : addresses("POST")) {
            Visitor.Answer answer = stranger.post(address, Map.of());
            boolean asked = answer.status() == 302 && answer.location().contains("/sign-in");
            if (!asked && !address.startsWith("/sign-in") && !address.startsWith("/api/")) {
                open.add("POST " + address + " " + answer.status());
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    @DisplayName("别的网站替人提交的表单没有防伪令牌，一张也不收")
    void aFormWithoutATokenIsRefused() {
        Visitor clerk = Visitor.withCookie(
                address(""),
                Visitor.signedIn(address(""), account(Role.COUNTY_CLERK)).cookie());
        List<String> taken = new ArrayList<>();
        for (String address : addresses("POST")) {
            int status = clerk.post(address, Map.of()).status();
            if (status != 403 && !address.startsWith("/api/")) {
                taken.add(address + " " + status);
            }
        }
        assertThat(taken).isEmpty();
    }

    @Test
    @DisplayName("外县的编号一概答没有：打不开，也改不了；本县的打得开")
    void anotherCountysIdIsNotFound() throws SQLException {
        Visitor clerk = Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CLERK));
        Visitor rightful = Visitor.signedIn(address(""), account(Role.COUNTY_CLERK));
        List<String> opened = new ArrayList<>();
        Map<String, Integer> own = new LinkedHashMap<>();
        for (Map.Entry<String, String> thing : THINGS.entrySet()) {
            String id = someId(thing.getValue());
            if (id.isEmpty()) {
                continue;
            }
            for (String method : List.of("GET", "POST")) {
                for (String pattern : new Sitemap(routes)
                        .patterns(method).stream()
                                .filter(one -> one.startsWith(thing.getKey()))
                                .toList()) {
                    String address = Sitemap.filled(pattern, id);
                    int status = (method.equals("GET") ? clerk.get(address) : clerk.post(address, Map.of())).status();
                    boolean incomplete = method.equals("POST") && status == 400;
                    if (status != 404 && status != 403 && !incomplete) {
                        opened.add(method + " " + address + " " + status);
                    }
                }
            }
            own.put(
                    thing.getKey(),
                    rightful.get(thing.getKey().replaceAll("\\{id}?", id)).status());
        }
        assertThat(opened).isEmpty();
        assertThat(own).containsEntry("/elders/{id}", 200).containsEntry("/jobs/{id}", 200);
    }

    @Test
    @DisplayName("地址里换个写法绕不过去")
    void otherSpellingsOfAnAddressLeadNowhere() {
        Visitor clerk = Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CLERK));
        for (String address : List.of(
                "/accounts",
                "/accounts/",
                "/accounts;a=b",
                "/Accounts",
                "/%61ccounts",
                "//accounts",
                "/elders/..;/accounts",
                "/elders/%2e%2e/accounts",
                "/elders/..%2faccounts",
                "/ledger",
                "/assets/../accounts",
                "/assets/..%2faccounts",
                "/assets/..%2f..%2fapplication.yaml",
                "/assets/%2e%2e/application.yaml",
                "/webjars/..%2f..%2fapplication.yaml",
                "/files/..%2f..%2fkeys%2ffield-1.key")) {
            Visitor.Answer answer = clerk.get(address);
            assertThat(answer.status()).as(address).isIn(400, 403, 404);
            assertThat(answer.body()).as(address).doesNotContain("spring:", "datasource");
        }
        assertThat(clerk.get("/accounts", "X-Original-URL", "/elders", "X-Rewrite-URL", "/elders")
                        .status())
                .isEqualTo(403);
        assertThat(clerk.get("/elders", "X-HTTP-Method-Override", "POST", "X-Forwarded-Prefix", "/accounts")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("范围写在请求里也没用：地方只能收窄，不能换成别处")
    void aPlaceInTheRequestOnlyNarrows() {
        Visitor clerk = Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CLERK));
        String mine = clerk.get("/elders").body();
        String other = clerk.get("/elders?place=" + theirs.path()).body();
        assertThat(mine).contains("<tbody>").contains("/elders/");
        assertThat(Pattern.compile("/elders/[0-9a-f-]{36}\"").matcher(other).find())
                .as("people of " + theirs.path())
                .isFalse();
        Visitor.Answer registered = clerk.post(
                "/elders",
                Map.of(
                        "name", "越界人",
                        "born", "1940-01-01",
                        "idNumber", "",
                        "place", theirs.path(),
                        "scope", theirs.path(),
                        "county", theirs.path(),
                        "role", "ADMINISTRATOR"));
        assertThat(registered.status()).isNotEqualTo(500);
        assertThat(count("select count(*) from registry.elder where name = '越界人' and place like '" + theirs.path()
                        + "%'"))
                .isZero();
    }

    @Test
    @DisplayName("表单里多塞的字段不算数：新账号还是一次性口令、还是那一个岗位")
    void fieldsThatTheFormDoesNotHaveChangeNothing() {
        Visitor security = Visitor.signedIn(address(""), account(Role.SECURITY));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("account", "climber");
        form.put("name", "climber");
        form.put("person", "攀登者");
        form.put("role", "AUDITOR");
        form.put("place", "");
        form.put("temporary", "false");
        form.put("demonstration", "true");
        form.put("secret", "x");
        form.put("id", "00000000-0000-0000-0000-000000000001");
        form.put("desks[0].role", "SECURITY");
        form.put("desks[0].place", "C");
        security.post("/accounts", form);
        assertThat(count(
                        "select count(*) from access.account where name = 'climber' and (not temporary or demonstration"
                                + " or secret = 'x' or id = '00000000-0000-0000-0000-000000000001')"))
                .isZero();
        assertThat(count("select count(*) from access.desk_grant g join access.account a on a.id = g.account"
                        + " where a.name = 'climber' and g.role <> 'AUDITOR'"))
                .isZero();
    }

    @Test
    @DisplayName("岗位是别人的，换不过去")
    void anotherPersonsDeskCannotBeTaken() {
        Visitor village = Visitor.signedIn(address(""), elsewhere(Role.VILLAGE));
        String desk = text("select g.id from access.desk_grant g join access.account a on a.id = g.account where"
                + " g.role = 'SECURITY' limit 1");
        village.post("/desks", Map.of("desk", desk, "id", desk));
        assertThat(village.get("/accounts").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("系统管理、安全管理、安全审计看不到任何老年人：查找、列表、编号都没有")
    void administratorsSeeNoPeople() {
        String of = " from registry.elder where died is null and place >= '" + theirs.path() + "' and place < '"
                + theirs.end() + "' order by id limit 1";
        String name = text("select name" + of);
        String id = text("select id" + of);
        String query = java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Visitor.signedIn(address(""), account(Role.COUNTY_CLERK))
                        .get("/search?q=" + query)
                        .body())
                .contains("/elders/");
        for (Role role : List.of(Role.ADMINISTRATOR, Role.SECURITY, Role.AUDITOR)) {
            Visitor visitor = Visitor.signedIn(address(""), account(role));
            assertThat(visitor.get("/search?q=" + query).body()).as(role.name()).doesNotContain("/elders/");
            assertThat(visitor.get("/elders").status()).isEqualTo(403);
            assertThat(visitor.get("/elders/" + id).status()).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("导出的名单写明谁在何时导出、留痕封存到哪里；三员拿到编号也下载不了")
    void exportsCarryWhoAndWhenAndAreNotForAdministrators() throws java.io.IOException {
        DemoAccount clerk = account(Role.COUNTY_CLERK);
        Visitor here = Visitor.signedIn(address(""), clerk);
        here.post("/elders/export", Map.of());
        waitForJobs();
        String sha = text("select sha256 from files.file where account = '" + clerk.account()
                + "' and media_type like '%sheet' order by stored_at desc limit 1");
        assertThat(here.get("/files/" + sha).status()).isEqualTo(200);
        for (Role role : List.of(Role.ADMINISTRATOR, Role.SECURITY, Role.AUDITOR)) {
            assertThat(Visitor.signedIn(address(""), account(role))
                            .get("/files/" + sha)
                            .status())
                    .as(role.name())
                    .isEqualTo(404);
        }
        StringBuilder all = new StringBuilder();
        java.nio.file.Path copy = java.nio.file.Files.createTempFile("export-", ".xlsx");
        try (var stored = files.open(sha)) {
            java.nio.file.Files.copy(stored, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        try (var zip = new java.util.zip.ZipFile(copy.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                all.append(
                        new String(zip.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        assertThat(org.springframework.web.util.HtmlUtils.htmlUnescape(all.toString()))
                .contains(clerk.person() + "（" + clerk.account() + "）")
                .contains("导出，仅限本职工作使用")
                .containsPattern("留痕封存到 [0-9]+ [0-9a-f]{64}");
    }

    @Test
    @DisplayName("每一页都带着防护头，会话的曲奇脚本读不到")
    void headersAreOnEveryPage() throws java.io.IOException, InterruptedException {
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(address("/sign-in")))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    private List<String> addresses(String method) {
        return new Sitemap(routes)
                .patterns(method).stream()
                        .map(pattern -> Sitemap.filled(pattern, "0190a8e0-0000-7000-8000-000000000002"))
                        .toList();
    }

    private Place county(DemoAccount clerk) {
        return accounts.listDesks(clerk.account()).getFirst().place().at(PlaceLevel.COUNTY);
    }

    /** Something of the other county; empty when there is none of its kind. */
    private String someId(String table) {
        return text("select coalesce((select id::text from " + table + " where place >= '" + theirs.path()
                + "' and place < '" + theirs.end() + "' order by id limit 1), '')");
    }

    private long count(String question) {
        return Long.parseLong(text(question));
    }

    private String text(String question) {
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
