package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sangyu.shared.Role;

/**
 * The second county of the town does a month's work with the keyboard alone, so that every page has something to show;
 * what is there only for a moment is shown at that moment.
 */
final class CountyAtWork {

    private static final Charset GBK = Charset.forName("GBK");
    private static final int ECHOED = 6;
    private static final int PEOPLE_ON_A_LIST = 5;

    /** Marks what the keyboard has to reach next: the control itself, or what opens the part in which it hides. */
    private static final String NEXT = """
            one => {
                document.querySelectorAll('[data-next]').forEach(other => other.removeAttribute('data-next'));
                let closed = null;
                for (let at = one.closest('details'); at; at = at.parentElement.closest('details')) if (!at.open) closed = at;
                (closed ? closed.querySelector(':scope > summary') : one).setAttribute('data-next', '');
                return !!closed;
            }""";

    private static final String LEFT = "() => !document.documentElement.hasAttribute('data-left')";

    /** Looks at a page, in both languages, as it stands now. */
    interface Show {
        void show(String path);
    }

    private final Walk town;
    private final Page page;
    private final Show show;
    private final Path folder;

    CountyAtWork(Walk town, Page page, Show show, Path folder) {
        this.town = town;
        this.page = page;
        this.show = show;
        this.folder = folder;
    }

    /** From the first proposal to people in receipt. */
    void enrols() {
        as(Role.COUNTY_CLERK).at("/enrolments").press("form[action='/enrolments/compare'] button");
        at("/enrolments/unclaimed").press("form[action='/enrolments/unclaimed/compare'] button");
        as(Role.VILLAGE);
        show.show("/");
        show.show("/enrolments");
        everybody("PROPOSED", "CHECK");
        as(Role.TOWNSHIP);
        show.show("/");
        everybody("VILLAGE_CHECKED", "REVIEW");
        as(Role.COUNTY_CLERK).everybody("TOWNSHIP_REVIEWED", "APPROVE");
        as(Role.COUNTY_REVIEWER);
        show.show("/enrolments/accounts");
        at("/enrolments/accounts").check("[name=all]").press("form[action='/enrolments/accounts/confirm'] button");
        as(Role.COUNTY_CLERK).at("/enrolments?status=ACTIVE");
        show.show(first("#rows tbody a[href^='/enrolments/']"));
    }

    /** A month from its opening to the bank's answer, which is shown before it is read; its path. */
    String pays() throws IOException {
        String cycle = opens();
        show.show(cycle);
        press("form[action$='/compute'] button");
        at(cycle);
        show.show(cycle);
        press("form[action$='/freeze'] button");
        agrees(cycle);
        as(Role.COUNTY_CHIEF).at("/policies/settings").press("form[action='/policies/settings'] button");
        as(Role.COUNTY_FINANCE).at(cycle);
        show.show(cycle);
        press("form[action$='/release'] button");
        answers(cycle);
        at(cycle);
        show.show(first("#returns a"));
        show.show(cycle);
        for (String part : List.of("/lines", "/lines?show=FAILED", "/changes", "/versions?older=1&newer=1", "/print")) {
            show.show(cycle + part);
        }
        return cycle;
    }

    private String opens() {
        as(Role.COUNTY_CLERK).at("/cycles").check("[name=benefit]").press("form[action='/cycles'] button.primary");
        return here();
    }

    private void agrees(String cycle) {
        as(Role.COUNTY_REVIEWER).at(cycle).press("form[action$='/review'] button");
        as(Role.COUNTY_CHIEF).at(cycle).press("form[action$='/approve'] button");
        as(Role.COUNTY_FINANCE).at(cycle).press("form[action$='/authorise'] button");
    }

    /** Somebody who was paid had died before; what was paid too much is asked back with the next month. */
    void asksBack(String cycle) {
        as(Role.COUNTY_FINANCE).at(cycle).press("form[action$='/reconcile'] button");
        as(Role.COUNTY_CLERK).at("/cycles/payments");
        String elder = first("main tbody a[href^='/elders/'], main tbody a[href*='/enrolments/']");
        at(elder);
        String person = elder.startsWith("/elders/") ? elder : first("main a[href^='/elders/']");
        at(person + "/facts/new?kind=LIFE");
        page.locator("[name=life]").selectOption("DIED");
        page.fill("[name=from]", "2026-01-15");
        press("main form button.primary");
        String next = opens();
        press("form[action$='/compute'] button");
        at(next).press("form[action$='/freeze'] button");
        agrees(next);
        at(next).press("form[action$='/release'] button");
        at("/recoveries");
        show.show(first("main tbody a[href^='/recoveries/']"));
        show.show(next + "/changes?kind=ENDED");
    }

    /** A messy roster, its columns, its rows, what waits for a hand. */
    void takesIn() {
        as(Role.COUNTY_CLERK).at("/imports");
        Download download = page.waitForDownload(
                () -> page.locator("a[href='/demo/roster.xlsx']").click());
        Path roster = folder.resolve("花名册.xlsx");
        download.saveAs(roster);
        at("/imports");
        page.setInputFiles("#file", roster);
        press("form[action='/imports'] button.primary");
        show.show(here());
        press("#start-name");
        page.locator("#intake .badge.ok").waitFor();
        String intake = here();
        show.show(intake);
        show.show(intake + "/rows");
    }

    /** A list of another department, who is on it, and an answer that is sent back because nothing was written. */
    void compares() throws IOException {
        as(Role.COUNTY_CLERK).at("/elders?cols=born");
        Path list = folder.resolve("死亡名单.csv");
        Files.writeString(
                list,
                page.locator("main tbody tr").all().stream()
                        .limit(PEOPLE_ON_A_LIST)
                        .map(row -> row.locator("th a").innerText() + ","
                                + row.locator("td.nowrap").first().innerText() + ",2026-01-20")
                        .collect(Collectors.joining("\n", "姓名,出生日期,死亡日期\n", "\n王无名,1931-02-03,2026-01-20\n")));
        at("/comparisons");
        page.locator("[name=source]").selectOption("FUNERAL");
        page.locator("[name=kind]").selectOption("DEATHS");
        page.fill("[name=extracted]", "2026-01-31");
        page.setInputFiles("#file", list);
        press("form[action^='/comparisons'] button.primary");
        show.show(here());
        at("/comparisons/checks").check("[name=who]").press("form[action$='/match'] button.primary");
        at("/comparisons/checks?outcome=DIED")
                .press("form[action^='/comparisons/']:not([action$='/match']) button.primary");
        assertThat(page.locator("main .errors a").count()).isEqualTo(2);
        Barriers.none(page);
    }

    /** What another region's values would mean here. */
    void tries() {
        as(Role.COUNTY_CLERK)
                .at("/policies/simulations/new")
                .check("[name=like]:not([value=upload])")
                .press("form[action='/policies/simulations'] button.primary");
        town.waitForJobs();
        at("/policies/simulations");
        String simulation = first("main tbody a, main li a[href^='/policies/simulations/']");
        show.show(simulation);
        show.show(simulation + "/people");
        show.show(simulation + "/publication");
    }

    /** A setting of the county's own, proposed and waiting for a second person. */
    void decidesItself() throws IOException {
        Path scan = folder.resolve("scan.png");
        page.screenshot(new Page.ScreenshotOptions().setPath(scan));
        as(Role.COUNTY_CLERK).at("/policies/own/new?kind=SETTING&subject=self_care_from_level");
        page.fill("[name=title]", "关于试行有关标准的通知");
        page.fill("[name=issuer]", "区民政局、区财政局");
        page.fill("[name=clause]", "第二条");
        page.fill("[name=words]", "能力等级的起点，按本通知执行。");
        page.setInputFiles("#scan", scan);
        press("form[action='/policies/own'] button.primary");
        at("/policies/own");
        show.show(first("main a[href^='/policies/own/']:not([href*='new']):not([href*='zip'])"));
    }

    private void answers(String cycle) throws IOException {
        at(cycle);
        Download download = page.waitForDownload(
                () -> page.locator("#files a[href^='/files/']").first().click());
        Path sent = folder.resolve("sent.txt");
        download.saveAs(sent);
        List<String> lines = Files.readAllLines(sent, GBK);
        List<String> answer = new ArrayList<>(List.of(lines.getFirst()));
        for (String line : lines.subList(1, lines.size())) {
            String echoed = String.join("|", List.of(line.split("\\|")).subList(0, ECHOED));
            answer.add(echoed + (answer.size() % 5 == 1 ? "|失败|账户已销户|" : "|成功||20260601"));
        }
        Path back = folder.resolve("回盘.txt");
        Files.write(back, answer, GBK);
        at(cycle);
        page.locator("input[name=answer]").first().setInputFiles(back);
        press("form:has(input[name=answer]) button");
        show.show(here());
        press("form[action$='/columns'] button.primary");
    }

    private void everybody(String status, String verb) {
        at("/enrolments?status=" + status).check("[name=all]").press("button[name=verb][value=" + verb + "]");
    }

    CountyAtWork as(Role role) {
        town.signIn(page, town.elsewhere(role));
        return this;
    }

    private CountyAtWork at(String path) {
        page.navigate(town.address(path));
        town.settle(page);
        return this;
    }

    private CountyAtWork check(String box) {
        reach(box);
        page.keyboard().press("Space");
        return this;
    }

    /** Presses a button, also one that is asked once more, and waits until what it began is done. */
    void press(String button) {
        reach(button);
        page.evaluate("() => document.documentElement.setAttribute('data-left', '')");
        page.keyboard().press("Enter");
        page.waitForFunction(LEFT);
        town.settle(page);
        town.waitForJobs();
    }

    /** Goes to a control with the keyboard alone, opening on the way what hides it. */
    private void reach(String control) {
        Locator wanted = page.locator(control).first();
        while (Boolean.TRUE.equals(wanted.evaluate(NEXT))) {
            Walk.tabTo(page, "[data-next]");
            page.keyboard().press("Enter");
        }
        Walk.tabTo(page, "[data-next]");
    }

    private String here() {
        return page.url().substring(town.address("").length()).replaceAll("\\?.*", "");
    }

    String first(String link) {
        return page.locator(link).first().getAttribute("href");
    }
}
