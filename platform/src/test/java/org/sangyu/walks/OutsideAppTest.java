package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.Accounts;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.internal.SignedInAs;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.testing.TestDatabases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Desks outside the office: each sees what it is for, and nothing else of anybody. */
@TestPropertySource(properties = "sangyu.hotline.per-hour=9")
@DisplayName("民政之外的岗位")
class OutsideAppTest extends Town {

    private static final int PER_HOUR = 9;

    /** Addresses that may answer something else than 'not allowed', besides those of everybody's own account. */
    private static final Map<Role, List<String>> OPEN = Map.of(
            Role.VISITOR, List.of("/visits", "/policies"),
            Role.ASSESSOR, List.of("/visits", "/policies"),
            Role.LIAISON, List.of("/imports", "/policies"),
            Role.HOTLINE, List.of("/hotline", "/policies"),
            Role.INSTITUTION_HEAD, List.of(),
            Role.INSTITUTION_STAFF, List.of(),
            Role.PROVIDER_HEAD, List.of(),
            Role.PROVIDER_WORKER, List.of(),
            Role.VOLUNTEER, List.of());

    private static final List<String> OWN =
            List.of("/desks", "/password", "/second-factor", "/sign-in", "/sign-out", "/api");

    @Autowired
    Accounts accounts;

    @Autowired
    SignedInAs as;

    @Autowired
    FieldCipher cipher;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Value("${sangyu.db.url}")
    String url;

    @Test
    @DisplayName("每个地址都试：没点名的一概 403；点名的地址，没分派的人、别人的导入一概 404")
    void everyRouteIsTried() {
        Person elder = people(elsewhere(Role.COUNTY_CLERK), 1).getFirst();
        UUID intake = UUID.fromString(text("select id from registry.intake where place like '"
                + county(elsewhere(Role.COUNTY_CLERK)).path() + "%' limit 1"));
        List<String> wrong = new ArrayList<>();
        OPEN.forEach((role, open) -> {
            Visitor visitor = Visitor.signedIn(address(""), elsewhere(role));
            for (String method : List.of("GET", "POST")) {
                for (String pattern : new Sitemap(routes).patterns(method)) {
                    if (OWN.stream().anyMatch(pattern::startsWith)) {
                        continue;
                    }
                    UUID id = pattern.startsWith("/imports/{") ? intake : elder.id();
                    String address = Sitemap.filled(pattern, id.toString());
                    int status =
                            (method.equals("GET") ? visitor.get(address) : visitor.post(address, Map.of())).status();
                    if (!expected(pattern, method, open).contains(status)) {
                        wrong.add(role + " " + method + " " + address + " " + status);
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static Set<Integer> expected(String pattern, String method, List<String> open) {
        if (pattern.equals("/")) {
            return Set.of(method.equals("GET") ? 200 : 403, method.equals("GET") ? 302 : 403);
        }
        boolean named = open.stream().anyMatch(one -> pattern.equals(one) || pattern.startsWith(one + "/"));
        if (!named) {
            return Set.of(403);
        }
        boolean ofSomething = pattern.startsWith("/imports/{") || pattern.startsWith("/visits/{");
        return ofSomething ? Set.of(404, 400, 403) : Set.of(200, 302, 400, 403, 404, 422);
    }

    @Test
    @DisplayName("没有可办之事的岗位，首页用一句话说明白；每个岗位的首页都打得开")
    void eachHomeSaysWhatItIs() {
        Map<Role, String> homes = new LinkedHashMap<>();
        homes.put(Role.VISITOR, "/visits");
        homes.put(Role.ASSESSOR, "/visits");
        homes.put(Role.HOTLINE, "/hotline");
        homes.put(Role.LIAISON, "/imports");
        homes.forEach((role, home) -> {
            Visitor visitor = Visitor.signedIn(address(""), elsewhere(role));
            assertThat(visitor.get("/").location()).as(role.name()).endsWith(home);
            assertThat(visitor.get(home).status()).as(role.name()).isEqualTo(200);
            assertThat(visitor.get(home).body()).doesNotContain("action=\"/search\"", "href=\"/elders\"");
        });
        for (Role role : List.of(
                Role.INSTITUTION_HEAD,
                Role.INSTITUTION_STAFF,
                Role.PROVIDER_HEAD,
                Role.PROVIDER_WORKER,
                Role.VOLUNTEER)) {
            assertThat(Visitor.signedIn(address(""), elsewhere(role)).get("/").body())
                    .as(role.name())
                    .contains("您的岗位已经设好")
                    .doesNotContain("action=\"/search\"", "href=\"/elders\"", "href=\"/policies\"");
        }
    }

    @Test
    @DisplayName("乡镇分派给走访人员的人，走访人员看得到、号码有遮盖、老人看得到谁看过；没分派的 404；结束了就看不到")
    void aVisitorSeesThoseAssigned() {
        DemoAccount clerk = account(Role.COUNTY_CLERK);
        List<Person> two = people(clerk, 2);
        Person mine = two.getFirst();
        Visitor visitor = Visitor.signedIn(address(""), account(Role.VISITOR));
        assertThat(visitor.get("/visits").body()).contains("现在没有分派给您的老年人");
        Visitor office = Visitor.signedIn(address(""), clerk);
        String desk = desk(account(Role.VISITOR));
        String today =
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
        assertThat(office.post("/elders/assignments", Map.of("id", mine.id().toString()))
                        .body())
                .contains(account(Role.VISITOR).person(), account(Role.ASSESSOR).person())
                .doesNotContain(elsewhere(Role.ASSESSOR).person());
        Map<String, String> form =
                Map.of("id", mine.id().toString(), "asked", "true", "desk", desk, "from", today, "last", "");
        assertThat(office.post("/elders/assignments", form).status()).isEqualTo(302);

        assertThat(visitor.get("/visits").body()).contains(mine.name()).contains("分派给您的 1 位");
        Visitor.Answer page = visitor.get("/visits/" + mine.id());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(mine.name()).doesNotContain(mine.phone(), mine.number(), "/facts/");
        assertThat(visitor.get("/visits/" + two.getLast().id()).status()).isEqualTo(404);
        assertThat(visitor.get("/elders/" + mine.id()).status()).isEqualTo(403);
        assertThat(Visitor.signedIn(address(""), account(Role.ASSESSOR))
                        .get("/visits/" + mine.id())
                        .status())
                .isEqualTo(404);
        assertThat(office.get("/elders/" + mine.id() + "/plain/looked").body())
                .contains(account(Role.VISITOR).person());

        String assignment = text("select id from registry.assignment where elder = '" + mine.id() + "'");
        String end = "/elders/" + mine.id() + "/assignments/" + assignment + "/end";
        assertThat(Visitor.signedIn(address(""), account(Role.VILLAGE))
                        .post(end, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CLERK))
                        .post(end, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(office.post(end, Map.of()).status()).isEqualTo(302);
        assertThat(visitor.get("/visits/" + mine.id()).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("分派要在以后、要选人；外县的老人和外县的岗位分派不了")
    void anAssignmentStaysInsideItsCounty() {
        Visitor office = Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CLERK));
        String foreign = people(account(Role.COUNTY_CLERK), 1).getFirst().id().toString();
        String own = people(elsewhere(Role.COUNTY_CLERK), 1).getFirst().id().toString();
        java.time.LocalDate today = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        String here = desk(elsewhere(Role.ASSESSOR));
        assertThat(office.post("/elders/assignments", assigned(own, desk(account(Role.ASSESSOR)), today))
                        .status())
                .isEqualTo(422);
        assertThat(office.post("/elders/assignments", assigned(own, here, today.minusDays(1)))
                        .status())
                .isEqualTo(422);
        assertThat(office.post("/elders/assignments", assigned(foreign, here, today))
                        .status())
                .isEqualTo(302);
        assertThat(text("select count(*) from registry.assignment where desk = '" + here + "'"))
                .isEqualTo("0");
        assertThat(office.post("/elders/assignments", assigned(own, here, today.plusDays(1)))
                        .status())
                .isEqualTo(302);
        assertThat(Visitor.signedIn(address(""), elsewhere(Role.ASSESSOR))
                        .get("/visits/" + own)
                        .status())
                .as("begins tomorrow")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("评估人员给分派的老人登记能力等级，来源只能是评估；走访人员登记不了；没分派的 404")
    void anAssessorRecordsAnAssessment() {
        DemoAccount assessor = account(Role.ASSESSOR);
        List<Person> people = people(account(Role.COUNTY_CLERK), 3);
        Person mine = people.get(1);
        java.time.LocalDate today = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        Visitor.signedIn(address(""), account(Role.COUNTY_CLERK))
                .post("/elders/assignments", assigned(mine.id().toString(), desk(assessor), today));
        Visitor visitor = Visitor.signedIn(address(""), assessor);
        String page = "/visits/" + mine.id() + "/assessment";
        assertThat(visitor.get("/visits/" + mine.id()).body()).contains(page);
        String version = visitor.get(page).body().replaceAll("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");
        Map<String, String> form = Map.of(
                "version", version, "level", "3", "from", today.minusDays(1).toString(), "source", "PUBLIC_SECURITY");
        assertThat(visitor.post("/visits/" + people.getLast().id() + "/assessment", form)
                        .status())
                .isEqualTo(404);
        assertThat(visitor.post(page, Map.of("version", version)).status()).isEqualTo(422);
        assertThat(visitor.post(page, form).location()).endsWith("/visits/" + mine.id());
        assertThat(text("select string_agg(source || level, ',') from registry.ability_fact where elder = '" + mine.id()
                        + "' and recorded_by = '" + assessor.account() + "'"))
                .isEqualTo("ASSESSMENT3");
        assertThat(Visitor.signedIn(address(""), account(Role.VISITOR))
                        .get(page)
                        .status())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(address(""), account(Role.VISITOR))
                        .post(page, form)
                        .status())
                .isEqualTo(403);
    }

    private static Map<String, String> assigned(String elder, String desk, java.time.LocalDate from) {
        return Map.of("id", elder, "asked", "true", "desk", desk, "from", from.toString(), "last", "");
    }

    @Test
    @DisplayName("热线：只认完整号码、要写事由；外县的号码和没有的号码一样答；一小时内次数有限")
    void aCallOpensOnePerson() {
        Person elder = people(account(Role.COUNTY_CLERK), 1).getFirst();
        Person foreign = people(elsewhere(Role.COUNTY_CLERK), 1).getFirst();
        Visitor hotline = Visitor.signedIn(address(""), account(Role.HOTLINE));
        assertThat(call(hotline, elder.number(), "").status()).isEqualTo(422);
        assertThat(call(hotline, elder.name(), "问高龄津贴").body()).contains("请填完整的身份证号");
        assertThat(call(hotline, elder.number().substring(14), "问高龄津贴").body()).contains("请填完整的身份证号");
        Visitor.Answer found = call(hotline, elder.number(), "问高龄津贴哪天发");
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body()).contains(elder.name()).doesNotContain(elder.number(), elder.phone(), "/facts/");
        assertThat(Visitor.signedIn(address(""), account(Role.COUNTY_CLERK))
                        .get("/elders/" + elder.id() + "/plain/looked")
                        .body())
                .contains(account(Role.HOTLINE).person(), "问高龄津贴哪天发");
        String elsewhere = call(hotline, foreign.number(), "问高龄津贴").body().replace(foreign.number(), "");
        String nowhere = call(hotline, "13900000000", "问高龄津贴").body().replace("13900000000", "");
        assertThat(elsewhere.replaceAll("value=\"[^\"]*\"|hx-headers='[^']*'", ""))
                .contains("没有找到这个号码")
                .isEqualTo(nowhere.replaceAll("value=\"[^\"]*\"|hx-headers='[^']*'", ""));
        for (int asked = 3; asked < PER_HOUR; asked++) {
            assertThat(call(hotline, "13900000001", "问高龄津贴").body()).contains("没有找到这个号码");
        }
        Visitor.Answer often = call(hotline, elder.number(), "问高龄津贴");
        assertThat(often.status()).isEqualTo(422);
        assertThat(often.body()).contains("最多查 9 个号码").doesNotContain(elder.name());
    }

    private static Visitor.Answer call(Visitor hotline, String number, String reason) {
        return hotline.post("/hotline", Map.of("number", number, "reason", reason));
    }

    @Test
    @DisplayName("联络员：以本部门的来源报送；只看得到本部门的导入，行里不说登记簿知道什么；别的部门 404")
    void aLiaisonDeliversForTheDepartment() {
        DemoAccount liaison = account(Role.LIAISON);
        Person elder = people(account(Role.COUNTY_CLERK), 1).getFirst();
        Visitor police = Visitor.signedIn(address(""), liaison);
        assertThat(police.get("/imports").body())
                .contains("name=\"source\" value=\"PUBLIC_SECURITY\"")
                .doesNotContain("ALREADY_RECEIVING");
        String roster = "姓名,身份证号,联系电话\n" + elder.name() + "," + elder.number() + ",13900003333\n另名," + elder.number()
                + ",\n错号,110101194001010000,\n";
        String intake = delivered(police, roster);
        waitForJobs();
        Visitor.Answer result = police.get(intake);
        assertThat(result.status()).isEqualTo(200);
        assertThat(result.body()).doesNotContain("/files/", "/imports/parked", "kind=CREATED");
        assertThat(police.get(intake + "/rows?kind=TAKEN").body()).doesNotContain("/elders/");
        assertThat(police.get(intake + "/rows?kind=CREATED").status()).isEqualTo(404);
        assertThat(police.get(intake + "/rows?kind=REFUSED").body()).contains("错号");
        assertThat(police.get(intake + "/answer.xlsx").status()).isEqualTo(200);
        assertThat(text("select count(*) from registry.contact_fact where elder = '" + elder.id()
                        + "' and source = 'PUBLIC_SECURITY'"))
                .isEqualTo("1");
        String place = county(account(Role.COUNTY_CLERK)).path();
        Visitor others = department("health", place);
        for (String part : List.of("", "/rows", "/answer.xlsx", "/columns")) {
            assertThat(others.get(intake + part).status()).as(part).isEqualTo(404);
        }
        assertThat(others.get("/imports").body()).doesNotContain("户籍.csv");
        assertThat(Visitor.signedIn(address(""), account(Role.COUNTY_CLERK))
                        .get(intake)
                        .body())
                .contains("公安名册");
    }

    @Test
    @DisplayName("没有来源的部门：首页说明白，报送不了")
    void aDepartmentWithoutSourcesDeliversNothing() {
        Visitor finance =
                department("finance", county(elsewhere(Role.COUNTY_CLERK)).path());
        assertThat(finance.get("/").body()).contains("目前没有要报送的名册来源");
        Visitor.Answer refused = finance.upload("/imports", csv("姓名,身份证号\n王一,\n"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(text("select count(*) from registry.intake where department = 'finance'"))
                .isEqualTo("0");
    }

    private String delivered(Visitor liaison, String roster) {
        Visitor.Answer uploaded = liaison.upload("/imports", csv(roster));
        assertThat(uploaded.status()).isEqualTo(302);
        String intake = uploaded.location().replaceFirst("https?://[^/]+", "").replace("/columns", "");
        assertThat(liaison.post(
                                intake + "/start",
                                Map.of("template", "ROSTER", "c0", "NAME", "c1", "ID_NUMBER", "c2", "PHONE"))
                        .status())
                .isEqualTo(302);
        return intake;
    }

    private static Visitor.Upload csv(String rows) {
        return Visitor.Upload.of("户籍.csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    private Visitor department(String department, String place) {
        String account = as.liaison(department, place);
        return Visitor.signedIn(address(""), new DemoAccount(account, "", Role.LIAISON, "", SignedInAs.PASSWORD));
    }

    private Place county(DemoAccount clerk) {
        return accounts.listDesks(clerk.account()).getFirst().place().at(PlaceLevel.COUNTY);
    }

    private String desk(DemoAccount account) {
        return text("select g.id from access.desk_grant g join access.account a on a.id = g.account where a.name = '"
                + account.account() + "'");
    }

    private record Person(UUID id, String name, String phone, String number) {}

    /** People of a clerk's county whose numbers are known, each number of one person only. */
    private List<Person> people(DemoAccount clerk, int many) {
        List<Person> people = new ArrayList<>();
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id, name, phone_enc, id_enc from registry.elder e where phone_enc"
                                + " is not null and id_enc is not null and died is null and place like '"
                                + county(clerk).path() + "%' order by id limit " + many)) {
            while (rows.next()) {
                people.add(new Person(
                        rows.getObject("id", UUID.class),
                        rows.getString("name"),
                        cipher.decrypt(Field.PHONE, rows.getBytes("phone_enc")),
                        cipher.decrypt(Field.ID_NUMBER, rows.getBytes("id_enc"))));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(people).hasSize(many);
        return people;
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
