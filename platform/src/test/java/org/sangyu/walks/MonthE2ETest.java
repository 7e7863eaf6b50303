package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.access.DemoAccount;
import org.sangyu.shared.Role;

@DisplayName("一个月的发放，从核算到办结")
class MonthE2ETest extends Walk {

    private static final Charset GBK = Charset.forName("GBK");
    private static final int ECHOED = 6;

    @TempDir
    private Path folder;

    private String cycle = "";

    @Test
    @DisplayName("经办核算锁定、复核、审批、财务批准发放并报盘；退票换账户由另一人确认后重发；对账、办结，累计等于到账")
    void aMonthThroughFourPeoplesHands(Page page, Page other) throws IOException {
        someAreEnrolled(page);
        opens(page);
        twoPagesOfOnePersonCannotBothCompute(page, other);
        step(page, Role.COUNTY_CLERK, "freeze");
        papersArePrinted(page);
        theSamePersonReviewsNothing(page);
        holdsOneAndTakesItBack(page);
        step(page, Role.COUNTY_REVIEWER, "review");
        step(page, Role.COUNTY_CHIEF, "approve");
        step(page, Role.COUNTY_FINANCE, "authorise");
        says(page, "还没有由具名人员确认");
        settingsAreConfirmed(page);
        step(page, Role.COUNTY_FINANCE, "release");
        List<String> sent = bankFile(page, 0);
        nobodyElseHasTheFile(page, other);

        answers(page, sent, 0);
        says(page, "失败", "账户已销户");
        step(page, Role.COUNTY_FINANCE, "reconcile");
        says(page, "每笔付款都有结果，可以办结");
        anotherAccountForWhoWasRefused(page);
        step(page, Role.COUNTY_FINANCE, "retry");
        List<String> again = bankFile(page, 1);
        assertThat(again).hasSize(2);
        assertThat(again.getLast()).contains("6228480000000000018");
        step(page, Role.COUNTY_FINANCE, "reconcile");
        says(page, "没有办：还有 1 笔付款没有结果");
        answers(page, again, 1);

        step(page, Role.COUNTY_FINANCE, "reconcile");
        step(page, Role.COUNTY_FINANCE, "close");
        says(page, "已办结");
        open(page, "/cycles/totals");
        says(page, sum(sent.subList(1, sent.size())));
    }

    private void someAreEnrolled(Page page) {
        signIn(page, account(Role.COUNTY_CLERK));
        goes(page, "/enrolments");
        press(page, "按月核对");
        waitForJobs();
        for (String[] hand : new String[][] {
            {"VILLAGE", "PROPOSED", "CHECK"},
            {"TOWNSHIP", "VILLAGE_CHECKED", "REVIEW"},
            {"COUNTY_CLERK", "TOWNSHIP_REVIEWED", "APPROVE"}
        }) {
            signIn(page, account(Role.valueOf(hand[0])));
            goes(page, "/enrolments?status=" + hand[1]);
            page.locator("[name=all]").check();
            page.locator("button[name=verb][value=" + hand[2] + "]").click();
            settle(page);
            waitForJobs();
        }
        signIn(page, account(Role.COUNTY_REVIEWER));
        open(page, "/enrolments/accounts");
        page.locator("[name=all]").check();
        press(page, "确认账户");
        waitForJobs();
    }

    private void opens(Page page) {
        signIn(page, account(Role.COUNTY_CLERK));
        open(page, "/cycles");
        page.locator("form[action='/cycles'] button.primary").click();
        look(page);
        says(page, "等县区经办核算");
        cycle = page.url().substring(address("").length());
    }

    private void twoPagesOfOnePersonCannotBothCompute(Page page, Page other) {
        signIn(other, account(Role.COUNTY_CLERK));
        open(other, cycle);
        page.locator("form[action$='/compute'] button").click();
        settle(page);
        waitForJobs();
        other.locator("form[action$='/compute'] button").click();
        look(other);
        says(other, "没有办", "您打开时", "已建立", "现在", "已核算");
        open(page, cycle);
        says(page, "增减变动表", "此前没有批次，全部为新增");
        page.locator("tr.sum a").first().click();
        look(page);
        says(page, "周岁");
    }

    private void papersArePrinted(Page page) {
        open(page, cycle + "/print");
        for (String paper : new String[] {"roster", "summary", "request"}) {
            var answer = page.request().get(address(cycle + "/print/" + paper + ".pdf"));
            assertThat(answer.status()).as(paper).isEqualTo(200);
            assertThat(new String(answer.body(), 0, 4, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF");
        }
        Visitor auditor = Visitor.signedIn(address(""), account(Role.AUDITOR));
        assertThat(auditor.get("/ledger?lang=zh").body()).contains("打印了发放清册", "打印了发放汇总表", "打印了用款申请");
    }

    private void theSamePersonReviewsNothing(Page page) {
        open(page, cycle);
        assertThat(page.locator("form[action$='/review'], form[action$='/approve'], form[action$='/authorise']")
                        .count())
                .as("steps of other desks")
                .isZero();
    }

    private void holdsOneAndTakesItBack(Page page) {
        signIn(page, account(Role.COUNTY_REVIEWER));
        open(page, cycle + "/lines?show=PAYABLE");
        page.locator("input[data-row]").first().check();
        page.fill("#note", "家属来电，待核");
        press(page, "暂缓所选");
        says(page, "已暂缓 1 条明细", "家属来电，待核");
        page.locator("input[data-row]").first().check();
        press(page, "解除所选的复核暂缓");
        says(page, "已解除 1 条暂缓");
    }

    private void settingsAreConfirmed(Page page) {
        signIn(page, account(Role.COUNTY_CHIEF));
        open(page, "/policies/settings");
        assertThat(main(page)).doesNotContain("hardship-support", "PROPOSED", "FROM_REACHED");
        press(page, "确认本机设置");
    }

    /** The lines of one of the cycle's files, the head first. */
    private List<String> bankFile(Page page, int file) throws IOException {
        signIn(page, account(Role.COUNTY_FINANCE));
        goes(page, cycle);
        Locator link = page.locator("#files a[href^='/files/']").nth(file);
        Download download = page.waitForDownload(link::click);
        Path kept = folder.resolve("file" + file + ".txt");
        download.saveAs(kept);
        return Files.readString(kept, GBK).lines().toList();
    }

    private void nobodyElseHasTheFile(Page page, Page other) {
        String file = page.locator("#files a[href^='/files/']").first().getAttribute("href");
        assertThat(page.request().get(address(file)).status()).isEqualTo(200);
        for (DemoAccount stranger : List.of(
                account(Role.COUNTY_CLERK),
                account(Role.COUNTY_CHIEF),
                account(Role.CITY),
                elsewhere(Role.COUNTY_FINANCE))) {
            signIn(other, stranger);
            assertThat(other.request().get(address(file)).status())
                    .as(stranger.account())
                    .isEqualTo(404);
        }
        assertThat(other.request().get(address(cycle)).status())
                .as("another county's cycle")
                .isEqualTo(404);
    }

    /** The bank says yes to all but the first payment of the first file. */
    private void answers(Page page, List<String> sent, int file) throws IOException {
        List<String> answer = new ArrayList<>(List.of(sent.getFirst()));
        for (String line : sent.subList(1, sent.size())) {
            String echoed = String.join("|", List.of(line.split("\\|")).subList(0, ECHOED));
            boolean refused = file == 0 && answer.size() == 1;
            answer.add(echoed + (refused ? "|失败|账户已销户|" : "|成功||20260601"));
        }
        Path back = folder.resolve("answer" + file + ".txt");
        Files.write(back, answer, GBK);
        signIn(page, account(Role.COUNTY_FINANCE));
        goes(page, cycle);
        Locator form = page.locator("details.more:has(input[name=answer])").nth(file);
        form.locator("summary").click();
        form.locator("input[name=answer]").setInputFiles(back);
        form.locator("button").click();
        if (file == 0) {
            look(page);
            says(page, "第一次读这种回盘", "退票 1 笔", "读不懂 0 行");
            page.locator("form[action$='/columns'] button.primary").click();
        }
        settle(page);
        waitForJobs();
        goes(page, cycle);
        page.locator("#returns a").first().click();
        look(page);
        says(page, "登记结果 " + (sent.size() - 1), "待核对 0");
    }

    private void anotherAccountForWhoWasRefused(Page page) {
        signIn(page, account(Role.COUNTY_CLERK));
        open(page, cycle + "/lines?show=FAILED");
        page.locator("table.data tbody a").first().click();
        look(page);
        page.locator("main a[href^='/enrolments/']").first().click();
        look(page);
        Locator form = page.locator("form[action$='/account']").first();
        page.locator("details:has(form[action$='/account']) > summary").first().click();
        form.locator("[name=holder]").fill(page.locator("h1").innerText().split(" ")[0]);
        form.locator("[name=bank]").fill("另一家银行");
        form.locator("[name=number]").fill("6228 4800 0000 0000 018");
        form.locator("[name=accountWhy]").fill("退票，换账户");
        form.locator("button").click();
        look(page);
        says(page, "待另一人确认");
        signIn(page, account(Role.COUNTY_REVIEWER));
        open(page, "/enrolments/accounts");
        page.locator("[name=id]").first().check();
        press(page, "确认账户");
        waitForJobs();
    }

    /** Takes one step of the cycle at a desk, and comes back to the cycle's page. */
    private void step(Page page, Role role, String verb) {
        signIn(page, account(role));
        goes(page, cycle);
        Locator asked = page.locator("details.confirm:has(form[action$='/" + verb + "']) > summary");
        if (asked.count() > 0) {
            asked.click();
        }
        page.locator("form[action$='/" + verb + "'] button").click();
        look(page);
        waitForJobs();
        if (!page.url().endsWith("/" + verb)) {
            open(page, cycle);
        }
    }

    /** Goes to a page that is looked at elsewhere. */
    private void goes(Page page, String path) {
        page.navigate(address(path));
        settle(page);
    }

    private static String sum(List<String> lines) {
        long fen = lines.stream()
                .mapToLong(line -> Long.parseLong(line.split("\\|")[ECHOED - 1].replace(".", "")))
                .sum();
        return "%,d.%02d".formatted(fen / 100, fen % 100);
    }
}
