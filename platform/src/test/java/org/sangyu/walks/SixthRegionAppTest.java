package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.DemoAccounts;
import org.sangyu.jobs.Job;
import org.sangyu.jobs.JobBoard;
import org.sangyu.regions.PlaceChanges;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.testing.AppTest;
import org.sangyu.testing.Desks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A sixth region with nothing but files: from 75, four bands, paid by the quarter. */
@DisplayName("虚构的第六个地区，从导入到发放，不改一行程序")
@AppTest
@TestPropertySource(
        properties = {"sangyu.demonstration=true", "sangyu.demo.people=false", "sangyu.places=410902001001"})
class SixthRegionAppTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final String ALLOWANCE = "advanced-age-allowance";
    private static final Pattern COLUMN = Pattern.compile("<select id=\"(c\\d+)\"(.*?)</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern FINGERPRINT = Pattern.compile("name=\"fingerprint\" value=\"([^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("href=\"(/files/[^\"]+)\"");
    private static final Pattern RETURN = Pattern.compile("action=\"(/cycles/[^\"]+/returns)[?\"]");
    private static final List<String> PAGES = List.of(
            "/",
            "/elders",
            "/imports",
            "/enrolments",
            "/enrolments/accounts",
            "/enrolments/holds",
            "/enrolments/mirrored",
            "/enrolments/deliveries",
            "/enrolments/unclaimed",
            "/enrolments/unclaimed/people",
            "/cycles",
            "/cycles/totals",
            "/cycles/payments",
            "/policies",
            "/policies/" + ALLOWANCE,
            "/policies/settings",
            "/policies/lists/missing",
            "/policies/documents/nowhere-1");

    private static final Pattern CHECK_VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    @TempDir
    private static Path folder;

    @Autowired
    private Regions regions;

    @Autowired
    private PlaceChanges changes;

    @Autowired
    private DemoAccounts accounts;

    @Autowired
    private JobBoard jobs;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private String cycle = "";

    @DynamicPropertySource
    static void packs(DynamicPropertyRegistry properties) {
        String packs = SixthRegion.packs(folder).toString();
        properties.add("sangyu.packs", () -> packs);
    }

    @Test
    @DisplayName("花名册收下，75 周岁起四档，核对、逐级确认、与公安比对、按季度发放、回盘、办结，每一页都打得开")
    void goesTheWholeWay() {
        SixthRegion sixth = new SixthRegion(regions, changes, this::waitForJobs);
        List<PlaceInfo> places = sixth.places();
        sixth.desks(accounts, places);
        takesTheRoster();
        decides();
        enrols();
        anotherDepartmentErrs();
        paysAQuarter();
        everyPageOpens(places.get(2));
    }

    private void takesTheRoster() {
        LocalDate day = YearMonth.now(clock).atEndOfMonth();
        List<String> lines = new ArrayList<>(List.of("姓名,性别,出生日期,乡镇（街道）,村（社区）,开户银行,银行账号,开户人"));
        lines.add(person("赵七四", day.minusYears(75).plusDays(1), 1));
        lines.add(person("钱七五", day.minusYears(75), 2));
        lines.add(person("孙八十", day.minusYears(80), 3));
        lines.add(person("李九五", day.minusYears(95), 4));
        lines.add(person("周百十", day.minusYears(110), 5));
        Visitor clerk = visitor(Role.COUNTY_CLERK);
        byte[] csv = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        String columns = goes(clerk.upload("/imports", Visitor.Upload.of("名册.csv", csv)));
        Map<String, String> form = new LinkedHashMap<>(Map.of("template", "ROSTER"));
        Matcher column = COLUMN.matcher(clerk.get(columns).body());
        while (column.find()) {
            Matcher chosen = CHOSEN.matcher(column.group(2));
            form.put(column.group(1), chosen.find() ? chosen.group(1) : "");
        }
        goes(clerk.post(columns.replace("/columns", "/start"), form));
        waitForJobs();
    }

    private static String person(String name, LocalDate born, int number) {
        return String.join(
                ",",
                name,
                "女",
                born.toString(),
                SixthRegion.TOWNSHIP,
                SixthRegion.VILLAGE,
                "乌有银行",
                "62220000000000" + (10 + number),
                name);
    }

    private void decides() {
        Visitor clerk = visitor(Role.COUNTY_CLERK);
        assertThat(elder(clerk, "赵七四")).contains("74 周岁").doesNotContain("10.00");
        assertThat(elder(clerk, "钱七五")).contains("10.00", "乌有省高龄津贴办法", "第三条");
        assertThat(elder(clerk, "孙八十")).contains("40.50");
        assertThat(elder(clerk, "李九五")).contains("90.00");
        assertThat(elder(clerk, "周百十")).contains("1,000.00");
    }

    private static String elder(Visitor clerk, String name) {
        Matcher found = Pattern.compile("href=\"(/elders/[0-9a-f-]{36})\"[^>]*>[^<]*" + name)
                .matcher(clerk.get("/elders").body());
        assertThat(found.find()).as(name).isTrue();
        return clerk.get(found.group(1) + "/entitlements").body();
    }

    private void enrols() {
        goes(visitor(Role.COUNTY_CLERK).post("/enrolments/compare", Map.of()));
        waitForJobs();
        act(Role.VILLAGE, "PROPOSED", "CHECK");
        act(Role.TOWNSHIP, "VILLAGE_CHECKED", "REVIEW");
        act(Role.COUNTY_CLERK, "TOWNSHIP_REVIEWED", "APPROVE");
        goes(visitor(Role.COUNTY_REVIEWER).post("/enrolments/accounts/confirm", Map.of("all", "true")));
        waitForJobs();
        assertThat(visitor(Role.COUNTY_CLERK).get("/enrolments?status=ACTIVE").body())
                .contains("钱七五", "孙八十", "李九五", "周百十")
                .doesNotContain("赵七四");
    }

    private void act(Role role, String status, String verb) {
        goes(visitor(role).post("/enrolments/act", Map.of("status", status, "verb", verb, "all", "true")));
        waitForJobs();
    }

    /** Public security says that somebody died who lives: suspended at once, paid on when the village saw her. */
    private void anotherDepartmentErrs() {
        YearMonth month = YearMonth.now(clock);
        String table = "姓名,身份证号,出生日期,死亡日期\n孙八十,,%s,%s\n外地人,,1935-02-03,%s\n"
                .formatted(month.atEndOfMonth().minusYears(80), month.atDay(1), month.atDay(1));
        Visitor clerk = visitor(Role.COUNTY_CLERK);
        String list = goes(clerk.upload(
                "/comparisons?source=PUBLIC_SECURITY&kind=DEATHS&extracted=" + LocalDate.now(clock),
                Visitor.Upload.of("死亡名单.csv", table.getBytes(StandardCharsets.UTF_8))));
        waitForJobs();
        String rows = clerk.get(list).body();
        assertThat(rows).contains("疑似同一人", "本县查无");
        goes(clerk.post(
                first(Pattern.compile("action=\"(/comparisons/[0-9a-f-]{36}/2/match)\""), rows),
                Map.of(
                        "version", first(CHECK_VERSION, rows),
                        "who", first(Pattern.compile("name=\"who\" value=\"([0-9a-f-]{36})\""), rows))));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> clerk.get("/enrolments?status=SUSPENDED").body().contains("孙八十"));
        Visitor village = visitor(Role.VILLAGE);
        assertThat(village.get("/").body()).contains("/comparisons/checks");
        goes(village.post(
                list + "/2",
                Map.of(
                        "version",
                        first(CHECK_VERSION, village.get("/comparisons/checks").body()),
                        "verdict",
                        "WRONG",
                        "note",
                        "上午见到本人")));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> clerk.get("/enrolments?status=ACTIVE").body().contains("孙八十"));
    }

    private void paysAQuarter() {
        Visitor chief = visitor(Role.COUNTY_CHIEF);
        goes(chief.post(
                "/policies/settings",
                Map.of(
                        "fingerprint",
                        first(FINGERPRINT, chief.get("/policies/settings").body()))));
        YearMonth month = YearMonth.now(clock);
        cycle = goes(visitor(Role.COUNTY_CLERK)
                .post(
                        "/cycles",
                        Map.of(
                                "benefit", ALLOWANCE,
                                "first", month.toString(),
                                "last", month.plusMonths(2).toString())));
        step(Role.COUNTY_CLERK, "compute");
        assertThat(visitor(Role.COUNTY_CLERK).get(cycle).body()).contains("3,421.50", "死亡：公安，名单截至", "迁出：从未比对");
        step(Role.COUNTY_CLERK, "freeze");
        step(Role.COUNTY_REVIEWER, "review");
        step(Role.COUNTY_CHIEF, "approve");
        step(Role.COUNTY_FINANCE, "authorise");
        step(Role.COUNTY_FINANCE, "release");
        theBankAnswers();
        step(Role.COUNTY_FINANCE, "reconcile");
        step(Role.COUNTY_FINANCE, "close");
        assertThat(visitor(Role.COUNTY_CLERK).get("/cycles/totals").body()).contains("3,421.50");
    }

    private void theBankAnswers() {
        Visitor finance = visitor(Role.COUNTY_FINANCE);
        String page = finance.get(cycle).body();
        String sent = finance.get(first(FILE, page)).body();
        StringBuilder answer = new StringBuilder("头\r\n");
        sent.lines()
                .skip(1)
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> answer.append("%s|%s|x|x|x|%s|成功||\r\n".formatted(cells[0], cells[1], cells[5])));
        String columns = goes(finance.upload(
                first(RETURN, page),
                "answer",
                Visitor.Upload.of("回盘.txt", answer.toString().getBytes(GBK))));
        goes(finance.post(columns, Map.of()));
        waitForJobs();
    }

    private void step(Role role, String verb) {
        Visitor visitor = visitor(role);
        String version = first(VERSION, visitor.get(cycle).body());
        goes(visitor.post(cycle + "/" + verb, Map.of("version", version, "format", "bank")));
        waitForJobs();
    }

    private void everyPageOpens(PlaceInfo county) {
        Visitor clerk = visitor(Role.COUNTY_CLERK);
        List<String> pages = new ArrayList<>(PAGES);
        pages.add("/places/" + county.id());
        pages.add(cycle);
        pages.add(cycle + "/lines");
        pages.add(cycle + "/print");
        for (String page : pages) {
            assertThat(clerk.get(page).status()).as(page).isEqualTo(200);
        }
        assertThat(clerk.get("/policies").body()).contains("乌有");
    }

    private static String first(Pattern pattern, String body) {
        Matcher found = pattern.matcher(body);
        assertThat(found.find()).as("%s in %s", pattern, body).isTrue();
        return found.group(1);
    }

    private static String goes(Visitor.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        return answer.location().replaceFirst("^https?://[^/]+", "");
    }

    private Visitor visitor(Role role) {
        DemoAccount account = accounts.listAll().stream()
                .filter(one -> one.role() == role
                        && !(role == Role.COUNTY_REVIEWER && one.account().endsWith("chief")))
                .findFirst()
                .orElseThrow();
        return Visitor.signedIn("http://127.0.0.1:" + port, account);
    }

    private void waitForJobs() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Desks.at(
                                Role.ADMINISTRATOR,
                                Place.NATION.path(),
                                () -> jobs.list(Scope.of(Place.NATION), null, 200))
                        .stream()
                        .allMatch(job -> job.state().isOver()));
        List<Job> failed = Desks.at(
                        Role.ADMINISTRATOR, Place.NATION.path(), () -> jobs.list(Scope.of(Place.NATION), null, 200))
                .stream()
                .filter(job -> job.state().name().equals("FAILED"))
                .toList();
        assertThat(failed).isEmpty();
    }
}
