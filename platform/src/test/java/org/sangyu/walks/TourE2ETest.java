package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.access.Accounts;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.internal.SignedInAs;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Every page of the route table is looked at in both languages, and leaves pictures for a person in an {@link Album}. */
@DisplayName("每一页都看过")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TourE2ETest extends Walk {

    private static final int ZOOMED = 683;
    private static final List<String> LANGUAGES = List.of("zh", "en");

    /** What is no page of its own: papers, workbooks, files, and the chips that the list of people fetches. */
    private static final List<String> NO_PAGE =
            List.of(".pdf", ".xlsx", ".zip", "/files/{", "/error", "/elders/filters", "/clause");

    private static final List<String> OF_THE_CLERK = List.of(
            "/",
            "/search?q=王",
            "/elders",
            "/elders?q=nobody",
            "/elders?sort=-age&age=80",
            "/elders/new",
            "/elders/sources?kind=RESIDENCE",
            "/imports",
            "/imports/parked",
            "/enrolments?status=ALL",
            "/enrolments/apply",
            "/enrolments/apply?text=王",
            "/enrolments/accounts",
            "/enrolments/holds",
            "/enrolments/unclaimed",
            "/enrolments/unclaimed/people?state=ALL",
            "/enrolments/mirrored",
            "/enrolments/deliveries",
            "/enrolments/notices",
            "/enrolments/settings",
            "/cycles",
            "/cycles/totals",
            "/cycles/payments",
            "/cycles/settings",
            "/recoveries",
            "/comparisons",
            "/comparisons/checks",
            "/comparisons/unseen",
            "/places",
            "/places?q=大",
            "/places/1",
            "/policies",
            "/policies/advanced-age-allowance",
            "/policies/hardship-support",
            "/policies/documents",
            "/policies/settings",
            "/policies/compare",
            "/policies/compare?benefit=advanced-age-allowance",
            "/policies/lists/missing?region=all",
            "/policies/lists/targets",
            "/policies/lists/history",
            "/policies/own",
            "/policies/own/new?kind=AMOUNT&subject=advanced-age-allowance",
            "/policies/own/new?kind=SETTING&subject=self_care_from_level",
            "/policies/simulations",
            "/policies/simulations/new",
            "/policies/simulations/edit",
            "/jobs",
            "/contacts",
            "/followed",
            "/password",
            "/no-such-page",
            "/desks",
            "/desks/cover",
            "/desks/viewing");

    private static final List<String> MISSING = List.of("/no-such-page");

    private static final List<String> OF_A_PERSON = List.of(
            "",
            "/entitlements",
            "/timeline",
            "/plain",
            "/plain/looked",
            "/consents",
            "/assignments",
            "/facts/new?kind=TAG",
            "/facts/new?kind=RESIDENCE");

    /** Pages that list something, and say so when there is nothing. */
    private static final List<String> WITH_NOBODY = List.of(
            "/",
            "/search?q=王",
            "/elders",
            "/imports",
            "/imports/parked",
            "/enrolments",
            "/enrolments/accounts",
            "/enrolments/holds",
            "/enrolments/unclaimed",
            "/enrolments/unclaimed/people",
            "/enrolments/mirrored",
            "/enrolments/deliveries",
            "/enrolments/notices",
            "/cycles",
            "/cycles/totals",
            "/cycles/payments",
            "/recoveries",
            "/comparisons",
            "/comparisons/checks",
            "/comparisons/unseen",
            "/policies/own",
            "/policies/simulations",
            "/jobs",
            "/followed",
            "/contacts");

    /** The same with ten thousand people. */
    private static final List<String> WITH_A_CROWD = List.of(
            "/",
            "/search?q=古丽",
            "/elders",
            "/elders?sort=-age&page=2",
            "/imports",
            "/enrolments",
            "/enrolments?status=PROPOSED",
            "/enrolments/unclaimed/people?state=ALL",
            "/jobs");

    private final RequestMappingHandlerMapping routes;
    private final Accounts accounts;
    private final Regions regions;
    private final SignedInAs as;
    private final Album album = Album.begin(Path.of("target"));

    @TempDir
    private Path folder;

    private final List<String> faults = new ArrayList<>();
    private String state = "normal";

    private final Path data;

    @Autowired
    TourE2ETest(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes,
            Accounts accounts,
            Regions regions,
            SignedInAs as,
            @Value("${sangyu.data}") Path data) {
        this.routes = routes;
        this.data = data;
        this.accounts = accounts;
        this.regions = regions;
        this.as = as;
    }

    @Test
    @DisplayName("两种语言，没有障碍；放大一倍、在手机上都不用左右移动；每个地址都留下图片")
    void everyPageIsSeen(Page page) throws IOException {
        CountyAtWork county = new CountyAtWork(this, page, path -> show(page, path), folder);
        signedOut(page);
        nobodyIsThereYet(page);
        state = "normal";
        county.enrols();
        String cycle = county.pays();
        papers(page, cycle);
        county.takesIn();
        county.tries();
        county.decidesItself();
        county.asksBack(cycle);
        county.compares();
        county.as(Role.COUNTY_CLERK);
        OF_THE_CLERK.forEach(path -> show(page, path));
        onePerson(page, county);
        Guide guide = new Guide(
                county,
                page,
                path -> show(page, path),
                title -> inspect(page, album.title(state, title), LANGUAGES.getFirst()),
                this::address);
        HouseTour house = new HouseTour(guide);
        house.keepsHouse(
                accounts.listDesks(elsewhere(Role.COUNTY_CLERK).account())
                        .getFirst()
                        .place(),
                regions);
        house.keepsAccounts();
        house.reads();
        OutsideTour outside = new OutsideTour(guide);
        outside.isAssigned();
        outside.assesses();
        outside.answersACall();
        outside.hasAHome();
        WaysIn ways = new WaysIn(guide);
        ways.provesTwice();
        ways.looksAt(elsewhere(Role.COUNTY_CLERK).account());
        county.as(Role.ELDER);
        show(page, "/me");
        show(page, "/me?item=2&size=4");
        show(page, "/me/looked");
        show(page, "/me/purposes");
        show(page, "/me/consents");
        ways.trusts(account(Role.COUNTY_CLERK), account(Role.ELDER).person(), this);
        county.as(Role.ELDER);
        show(page, "/me/consents");
        ways.byTelephone(new Outbox(data));
        tenThousand(page, county);
        album.finish();
        unseen().forEach(route -> faults.add(route + " has no picture"));
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("有障碍的页面查得出来")
    void aBarrierIsFound(Page page) {
        page.setContent("<html><body><img src='x.png'><input><p style='width:3000px'>宽</p></body></html>");
        assertThat(Barriers.find(page).toString()).contains("image-alt", "label", "html-has-lang");
        assertThatThrownBy(() -> Barriers.notTooWide(page)).isInstanceOf(AssertionError.class);
    }

    private void signedOut(Page page) {
        page.context().clearCookies();
        show(page, "/sign-in");
    }

    /** A county beside the second one, with the same policies and no people at all. */
    private void nobodyIsThereYet(Page page) {
        Place full = accounts.listDesks(elsewhere(Role.COUNTY_CLERK).account())
                .getFirst()
                .place();
        PlaceInfo empty = regions.children(full.at(PlaceLevel.CITY), 0, 2).stream()
                .filter(one -> !one.place().equals(full))
                .findFirst()
                .orElseThrow();
        String account = as.account(Role.COUNTY_CLERK, empty.place().path());
        signIn(page, new DemoAccount(account, "", Role.COUNTY_CLERK, "", SignedInAs.PASSWORD));
        state = "empty";
        WITH_NOBODY.forEach(path -> show(page, path));
    }

    /** Long names and full lists, in a county that has worked a month. */
    private void tenThousand(Page page, CountyAtWork county) throws IOException {
        state = "crowded";
        county.as(Role.COUNTY_CLERK);
        Place here = accounts.listDesks(elsewhere(Role.COUNTY_CLERK).account())
                .getFirst()
                .place();
        new Crowd(this, page, regions).comesTo(here, folder);
        WITH_A_CROWD.forEach(path -> show(page, path));
        for (String list : List.of("/elders", "/enrolments?status=PROPOSED")) {
            page.navigate(address(list));
            show(page, county.first("main tbody a[href^='" + list.replaceAll("[?].*", "") + "/']"));
        }
    }

    /** What is printed: the office's forms, and pages as the browser prints them. */
    private void papers(Page page, String cycle) {
        for (String paper : List.of("roster", "summary", "request")) {
            album.keep(
                    paper + ".pdf",
                    page.request()
                            .get(address(cycle + "/print/" + paper + ".pdf"))
                            .body());
        }
        for (String path : List.of("/elders", cycle, "/policies/advanced-age-allowance", "/policies/compare")) {
            page.navigate(address(path));
            settle(page);
            album.keep("print " + path + ".pdf", page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
        }
    }

    private void onePerson(Page page, CountyAtWork county) {
        page.navigate(address("/elders?sort=-age"));
        String elder = county.first("tbody th a");
        OF_A_PERSON.forEach(part -> show(page, elder + part));
        page.navigate(address(elder));
        settle(page);
        county.press("form[action='/followed'] button");
        show(page, elder);
        show(page, "/followed");
        show(page, "/");
        page.navigate(address(elder));
        settle(page);
        String fact = county.first("#timeline a[href*='/facts/'], main a[href*='/facts/']:not([href*='new'])");
        show(page, fact);
        show(page, fact + "/correct");
        page.navigate(address("/jobs"));
        show(page, county.first("main a[href^='/jobs/']"));
    }

    private void show(Page page, String path) {
        String title = album.title(state, path);
        for (String language : LANGUAGES) {
            Response answer = page.navigate(address(path + (path.contains("?") ? "&" : "?") + "lang=" + language));
            settle(page);
            if (answer.status() >= 400 != MISSING.contains(path)) {
                faults.add(title + " answers " + answer.status());
            }
            inspect(page, title, language);
        }
        album.seen(path.replaceAll("\\?.*", ""));
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("lang"));
    }

    private void inspect(Page page, String title, String language) {
        page.setViewportSize(Album.Size.DESK.width, Album.Size.DESK.height);
        if (state.equals("normal")) {
            note(title, language, Barriers.find(page));
            page.setViewportSize(ZOOMED, Album.Size.DESK.height);
            note(title, language + " zoomed", Barriers.tooWide(page));
            page.setViewportSize(Album.Size.DESK.width, Album.Size.DESK.height);
        }
        album.take(page, title, language, Album.Size.DESK);
        page.setViewportSize(Album.Size.PHONE.width, Album.Size.PHONE.height);
        note(title, language + " on a phone", Barriers.tooWide(page));
        album.take(page, title, language, Album.Size.PHONE);
        page.setViewportSize(Album.Size.DESK.width, Album.Size.DESK.height);
    }

    private void note(String title, String how, List<?> found) {
        found.forEach(one -> faults.add(title + " " + how + ": " + one));
    }

    /** The pages of the route table that nobody has looked at. */
    private List<String> unseen() {
        List<PathPattern> patterns = routes.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPathPatternsCondition() == null
                        ? java.util.stream.Stream.<PathPattern>of()
                        : info.getPathPatternsCondition().getPatterns().stream())
                .sorted()
                .toList();
        Set<String> seen =
                album.paths().stream().map(path -> closest(patterns, path)).collect(Collectors.toSet());
        return patterns.stream()
                .map(PathPattern::getPatternString)
                .filter(pattern -> NO_PAGE.stream().noneMatch(pattern::contains))
                .filter(pattern -> !seen.contains(pattern))
                .toList();
    }

    private static String closest(List<PathPattern> patterns, String path) {
        return patterns.stream()
                .filter(pattern -> pattern.matches(PathContainer.parsePath(path)))
                .findFirst()
                .map(PathPattern::getPatternString)
                .orElse("");
    }
}
