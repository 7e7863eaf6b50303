package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.Accounts;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.internal.SignedInAs;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.ListTaken;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.testing.TestDatabases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever stood in a list that left the house is told so; nobody else is. */
@DisplayName("名单带出去，名单里的人查得到")
class ListTakenAppTest extends Town {

    @Autowired
    Accounts accounts;

    @Autowired
    SignedInAs as;

    @Autowired
    ListTaken lists;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Value("${sangyu.db.url}")
    String url;

    /** Somebody whose village is not known stands at the township or county. */
    private static final int TOWNSHIP_PATH = "C0G0807001".length();

    private DemoAccount clerk;
    private Place county;
    private Place village;
    private String inside;
    private String outside;

    @BeforeEach
    void twoVillages() {
        clerk = elsewhere(Role.COUNTY_CLERK);
        county = accounts.listDesks(clerk.account()).getFirst().place();
        village = new Place(text("select min(place) from registry.elder where " + in(county)
                + " and died is null and length(place) > " + TOWNSHIP_PATH));
        inside = text("select id from registry.elder where place = '" + village.path() + "' and died is null limit 1");
        outside = text("select id from registry.elder where " + in(county) + " and place <> '" + village.path()
                + "' and died is null limit 1");
    }

    @Test
    @DisplayName("老年人看到：谁在何时导出了多少人的名单；不在名单里的人看不到")
    void theElderIsToldOfTheListAndNobodyElse() {
        int before = lists(looked(inside));
        int elsewhere = lists(looked(outside));
        export(Map.of("place", village.path()));
        String people =
                text("select count(*) from registry.elder where place = '" + village.path() + "' and died is null");
        assertThat(looked(inside)).contains("导出了人员名单", clerk.person() + "（", "名单里有 " + people + " 人，您是其中一位");
        assertThat(lists(looked(inside))).isEqualTo(before + 1);
        assertThat(lists(looked(outside))).isEqualTo(elsewhere);
    }

    @Test
    @DisplayName("本村、本县的经办人替老年人看时也看得到，名单外的那位没有")
    void whoeverReadsItToThemSeesTheSame() {
        Visitor here = Visitor.signedIn(address(""), clerk);
        String insider = "/elders/" + inside + "/plain/looked";
        String outsider = "/elders/" + outside + "/plain/looked";
        int before = lists(here.get(insider).body());
        int elsewhere = lists(here.get(outsider).body());
        export(Map.of("place", village.path()));
        assertThat(lists(here.get(insider).body())).isEqualTo(before + 1);
        assertThat(lists(here.get(outsider).body())).isEqualTo(elsewhere);
    }

    @Test
    @DisplayName("外县的岗位、名单外的老年人、没有岗位的程序，一行也读不到；写不进别处的人，写了改不了")
    void aStrangersDeskReadsNothing() {
        UUID run = export(Map.of("place", village.path()));
        Place other = accounts.listDesks(account(Role.COUNTY_CLERK).account())
                .getFirst()
                .place();
        assertThat(other).isNotEqualTo(county);
        Desk stranger = Desk.of("stranger", "外县", Role.COUNTY_CLERK, other);
        assertThat(rows(stranger, run)).isEqualTo("0 0");
        assertThat(rows(elder(outside), run)).isEqualTo("0 0");
        assertThat(rows(elder(inside), run)).isEqualTo("1 1");
        assertThat(transaction.<Long>execute(status -> jdbc.sql("select count(*) from access.list_people")
                        .query(Long.class)
                        .single()))
                .isZero();
        ListTaken.People people = new ListTaken.People();
        people.add(new ElderId(UUID.fromString(inside)), village);
        assertThatThrownBy(
                        () -> CurrentDesk.run(stranger, () -> lists.keep(UUID.randomUUID(), "registry.export", people)))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() ->
                        jdbc.sql("update access.list_people set people = '{}'").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("delete from access.list_taken").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    @DisplayName("谁都在两次名单里，就有两条；同一份名单里出现两回，只算一个人")
    void eachListOnceAndEachPersonOnce() {
        int before = lists(looked(inside));
        export(Map.of("place", village.path()));
        export(Map.of("place", village.path()));
        assertThat(lists(looked(inside))).isEqualTo(before + 2);
        ListTaken.People people = new ListTaken.People();
        people.add(new ElderId(UUID.fromString(inside)), village);
        people.add(new ElderId(UUID.fromString(inside)), village);
        people.add(null, village);
        assertThat(people.all()).hasSize(1);
    }

    @Test
    @DisplayName("应享未享的名单带出去，里面的人也查得到")
    void listsOfBenefitsNameTheirPeopleToo() {
        Visitor here = Visitor.signedIn(address(""), clerk);
        here.post("/enrolments/unclaimed/compare", Map.of());
        waitForJobs();
        Visitor chief = Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CHIEF));
        for (String benefit : List.of("advanced-age-allowance", "hardship-support")) {
            chief.post("/enrolments/unclaimed/nobody", Map.of("benefit", benefit));
        }
        here.post("/enrolments/unclaimed/compare", Map.of());
        waitForJobs();
        here.post("/enrolments/unclaimed/export", Map.of("state", "ALL"));
        waitForJobs();
        String one = text("select p.people[1] from access.list_people p join access.list_taken t on t.run = p.run"
                + " where t.verb = 'benefits.export' limit 1");
        assertThat(looked(one)).contains("导出了待遇、发放名单", "您是其中一位");
        assertThat(text("select t.people = count(distinct elder) and t.people > 1 from access.list_taken t"
                        + " join access.list_people p on p.run = t.run, unnest(p.people) as elder"
                        + " where t.verb = 'benefits.export' group by t.run, t.people limit 1"))
                .isEqualTo("t");
    }

    /** What answers with a file and names nobody. */
    private static final Set<String> NAMES_NOBODY = Set.of(
            "/comparisons/template.xlsx",
            "/demo/receiving.xlsx",
            "/demo/roster.xlsx",
            "/imports/templates/{template}.xlsx",
            "/policies/compare.xlsx",
            "/policies/lists/{kind}/export.xlsx",
            "/policies/own/pack.zip",
            "/policies/simulations/{id}/book.xlsx",
            "/policies/simulations/{id}/publication/pack.zip");

    @Test
    @DisplayName("当场打印、下载的名单也留痕，名单里的人查得到；每个给文件的地址不是写明没有人名，就是留痕的")
    void papersHandedOutAtOnceAreWrittenDown() {
        Visitor here = Visitor.signedIn(address(""), clerk);
        String intake = text(
                "select r.intake from registry.intake_row r join registry.elder e on e.id = r.elder where e.place = '"
                        + village.path() + "' and e.died is null limit 1");
        String one = text(
                "select r.elder from registry.intake_row r join registry.elder e on e.id = r.elder where e.place = '"
                        + village.path() + "' and r.intake = '" + intake + "' limit 1");
        int before = lists(looked(one));
        assertThat(here.get("/imports/" + intake + "/answer.xlsx").status()).isEqualTo(200);
        assertThat(looked(one)).contains("下载了导入结果表");
        assertThat(lists(looked(one))).isEqualTo(before + 1);
        String printed = "select count(*) from access.audit_line where verb = 'benefits.print.roster' and account = '"
                + clerk.account() + "'";
        int lines = Integer.parseInt(text(printed));
        assertThat(here.get("/enrolments/roster.pdf").status()).isEqualTo(200);
        assertThat(Integer.parseInt(text(printed))).isEqualTo(lines + 1);
        Set<String> files = new TreeSet<>(new Sitemap(routes)
                .patterns("GET").stream()
                        .map(pattern -> Sitemap.VARIABLE.matcher(pattern).replaceAll("{$1}"))
                        .filter(pattern -> pattern.matches(".*\\.(pdf|xlsx|csv|zip)"))
                        .toList());
        files.removeAll(NAMES_NOBODY);
        assertThat(files)
                .as("each of these calls HandedOut")
                .containsExactly(
                        "/cycles/{id}/print/request.pdf",
                        "/cycles/{id}/print/roster.pdf",
                        "/cycles/{id}/print/summary.pdf",
                        "/enrolments/notices/{id}.pdf",
                        "/enrolments/roster.pdf",
                        "/enrolments/{id}/certificate.pdf",
                        "/imports/{id}/answer.xlsx",
                        "/recoveries/{id}/notice.pdf");
    }

    /** Takes a list and says which it became. */
    private UUID export(Map<String, String> query) {
        Visitor.signedIn(address(""), clerk).post("/elders/export", query);
        waitForJobs();
        return UUID.fromString(
                text("select run from access.list_taken where verb = 'registry.export' order by at desc limit 1"));
    }

    private static int lists(String page) {
        return page.split("您是其中一位", -1).length - 1;
    }

    /** What the elder reads under 'who looked', signed in under the own name. */
    private String looked(String elder) {
        String place = text("select place from registry.elder where id = '" + elder + "'");
        Visitor visitor = Visitor.stranger(address(""));
        visitor.post(
                "/sign-in",
                Map.of(
                        "account",
                        as.elderAccount(new ElderId(UUID.fromString(elder)), place),
                        "password",
                        SignedInAs.PASSWORD));
        return visitor.get("/me/looked").body();
    }

    private Desk elder(String id) {
        return new Desk("elder", "老人", Role.ELDER, village, Scope.of(List.of(new ElderId(UUID.fromString(id)))));
    }

    /** How many rows of a list in both tables this desk sees. */
    private String rows(Desk desk, UUID run) {
        String which = "run = '" + run + "'";
        return CurrentDesk.call(
                desk,
                () -> transaction.execute(status -> jdbc.sql("select (select count(*) from access.list_people where "
                                + which + ") || ' ' || (select count(*) from access.list_taken where " + which + ")")
                        .query(String.class)
                        .single()));
    }

    private static String in(Place place) {
        return "place >= '" + place.path() + "' and place < '" + place.end() + "'";
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
