package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.DemoAccount;
import org.sangyu.shared.Role;

@DisplayName("一位老人的页面")
class ElderE2ETest extends Walk {

    private static final int LEAST_TARGET = 60;
    private static final String FIRST_OF_THE_CAST = "王秀英";

    @Test
    @DisplayName("找到老人：能享受什么、为什么，全部经过在一条线上；点开一件见依据")
    void showsWhatAndWhyAndOneLine(Page page) {
        signIn(page, account(Role.COUNTY_CLERK));
        openElder(page);
        Locator can = page.locator("section", new Page.LocatorOptions().setHasText("能享受什么"));
        can.getByText("高龄津贴").first().waitFor();
        assertThat(can.innerText()).contains("应享受", "元/月", "《");
        Locator line = page.locator("#timeline ol.timeline li");
        line.first().waitFor();
        assertThat(line.count()).isGreaterThan(3);
        look(page);
        line.locator("a", new Locator.LocatorOptions().setHasText("身份")).first().click();
        look(page);
        says(page, "来源", "录入");
        page.locator("summary, a.button").first().focus();
        openElder(page);
        page.locator("details.more > summary.button").click();
        Barriers.none(page);
        page.locator("details.more li a").nth(2).click();
        look(page);
        press(page, "保存");
        assertThat(page.locator(".errors, .notice").count()).isPositive();
    }

    @Test
    @DisplayName("大字页：一句话、一个数、一个理由、下一步；字能放大，按钮够大，永远有人可打电话")
    void readsInLargeType(Page page) {
        DemoAccount town = account(Role.TOWNSHIP);
        signIn(page, town);
        open(page, "/contacts");
        page.fill("#office", "民政办");
        page.fill("#telephone", "0393-1234567");
        page.locator("main button.primary").click();
        look(page);

        signIn(page, account(Role.COUNTY_CLERK));
        openElder(page);
        page.getByText("大字页").click();
        large(page);
        page.setViewportSize(360, 740);
        signIn(page, account(Role.ELDER));
        assertThat(page.url()).endsWith("/me");
        large(page);
        page.getByText("字大些").click();
        large(page);
        page.getByText("下一项").click();
        large(page);
        page.getByText("English").click();
        large(page);
        page.navigate(address("/elders"));
        assertThat(page.locator("h1").innerText()).doesNotContain("Elders");
    }

    private void openElder(Page page) {
        open(page, "/elders");
        page.fill("#list-q", FIRST_OF_THE_CAST);
        page.press("#list-q", "Enter");
        look(page);
        page.locator("tbody th a").first().click();
        look(page);
        assertThat(page.locator("h1").innerText()).isEqualTo(FIRST_OF_THE_CAST);
    }

    private void large(Page page) {
        settle(page);
        Barriers.none(page);
        Barriers.notTooWide(page);
        assertThat(page.locator("a.call").getAttribute("href")).isEqualTo("tel:03931234567");
        for (Locator target : page.locator("a.big:visible, button.big:visible").all()) {
            assertThat(target.boundingBox().height).as(target.innerText()).isGreaterThanOrEqualTo(LEAST_TARGET);
            assertThat(target.boundingBox().width).as(target.innerText()).isGreaterThanOrEqualTo(LEAST_TARGET);
        }
        Object small =
                page.evaluate("() => [...document.querySelectorAll('main *')].filter(one => one.textContent.trim()"
                        + " && parseFloat(getComputedStyle(one).fontSize) < 18).length");
        assertThat(((Number) small).intValue()).as("text below 18 px").isZero();
    }
}
