package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.DemoAccount;
import org.sangyu.shared.Role;

@DisplayName("一位老人的页面")
class ElderE2ETest extends Walk {

    private static final int LEAST_TARGET = 60;
    private static final int PHONE = 360;
    private static final int PHONE_HEIGHT = 740;

    /** Everything on the page that breaks a rule for the elder version, with what was measured. */
    private static final String BREAKS_A_RULE = """
        () => {
            const light = colour => colour.match(/[0-9.]+/g).slice(0, 3).map(one => one / 255)
                .map(one => one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
                .reduce((sum, one, i) => sum + one * [0.2126, 0.7152, 0.0722][i], 0);
            const ground = one => {
                for (; one; one = one.parentElement) {
                    const colour = getComputedStyle(one).backgroundColor;
                    if (!/, 0\\)$|transparent/.test(colour)) return colour;
                }
                return 'rgb(255, 255, 255)';
            };
            const found = [];
            for (const one of document.querySelectorAll('body *')) {
                const own = [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
                if (!own || !one.getClientRects().length) continue;
                const style = getComputedStyle(one), size = parseFloat(style.fontSize), said = one.textContent.trim().slice(0, 20);
                if (size < 18) found.push(said + ': ' + style.fontSize);
                const line = parseFloat(style.lineHeight) / size;
                if (one.closest('main') && !one.matches('h1, .amount') && line < 1.5) found.push(said + ': line ' + line);
                const pair = [light(style.color), light(ground(one))].sort((a, b) => b - a);
                const contrast = (pair[0] + 0.05) / (pair[1] + 0.05);
                if (contrast < 7) found.push(said + ': contrast ' + contrast.toFixed(1));
            }
            for (const one of document.querySelectorAll('a, button, input, summary')) {
                const box = one.getBoundingClientRect();
                if (box.width && (box.width < 60 || box.height < 60)) found.push(one.textContent.trim() + ': target ' + box.width + 'x' + box.height);
            }
            return found;
        }\
        """;

    private static final String ALWAYS = """
        () => [...document.querySelectorAll('.always > *')].filter(one => one.getClientRects().length)
            .map(one => one.getBoundingClientRect()).map(box => [box.left, box.top, box.width, box.height].map(Math.round).join(' ')).join('; ')\
        """;

    private static final String MAIN_TEXT =
            "() => Math.max(...[...document.querySelectorAll('main p:not(.amount)')].map(one =>"
                    + " parseFloat(getComputedStyle(one).fontSize)))";
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

    @Test
    @DisplayName("谁看过我的资料：谁打开过、谁看过完整号码、为什么，本人都看得到；别人的看不到")
    void readsWhoLooked(Page page) {
        DemoAccount clerk = account(Role.COUNTY_CLERK);
        DemoAccount elder = account(Role.ELDER);
        signIn(page, clerk);
        openElder(page, elder.person());
        Locator line = page.locator("#timeline ol.timeline li a", new Page.LocatorOptions().setHasText("身份"));
        line.first().click();
        look(page);
        page.locator("summary", new Page.LocatorOptions().setHasText("查看完整")).click();
        page.fill("[name=reason]", "核对户口本");
        press(page, "查看");

        page.setViewportSize(PHONE, PHONE_HEIGHT);
        signIn(page, elder);
        page.getByText("谁看过我的资料").click();
        settle(page);
        Barriers.none(page);
        Barriers.notTooWide(page);
        assertThat((List<?>) page.evaluate(BREAKS_A_RULE)).isEmpty();
        assertThat(page.locator("main").innerText()).contains(clerk.person(), "打开了资料", "查看了完整号码", "理由：核对户口本");
        signIn(page, clerk);
        openElder(page);
        String another = page.url();
        signIn(page, elder);
        assertThat(page.navigate(another + "/plain/looked").status()).isEqualTo(403);
    }

    private void openElder(Page page) {
        openElder(page, FIRST_OF_THE_CAST);
    }

    private void openElder(Page page, String name) {
        open(page, "/elders");
        page.fill("#list-q", name);
        page.press("#list-q", "Enter");
        look(page);
        page.locator("tbody th a").first().click();
        look(page);
        assertThat(page.locator("h1").innerText()).isEqualTo(name);
    }

    @Test
    @DisplayName("大字页合国家要求：字不小于 18、能放大到 30 以上，行距、对比、按钮够大，一列，两个按钮总在原处")
    void keepsTheNationalRules(Page page) {
        page.setViewportSize(PHONE, PHONE_HEIGHT);
        signIn(page, account(Role.ELDER));
        List<Object> places = new ArrayList<>();
        for (int size = 1; size <= 4; size++) {
            for (int item = 1; item <= 2; item++) {
                page.navigate(address("/me?size=" + size + "&item=" + item));
                settle(page);
                Barriers.notTooWide(page);
                assertThat((List<?>) page.evaluate(BREAKS_A_RULE))
                        .as(page.url())
                        .isEmpty();
                places.add(page.evaluate(ALWAYS));
            }
        }
        assertThat(places).as("place of the two buttons").containsOnly(places.getFirst());
        assertThat(((Number) page.evaluate(MAIN_TEXT)).doubleValue())
                .as("largest main text")
                .isGreaterThanOrEqualTo(30);
    }

    @Test
    @DisplayName("不合要求的页面量得出来")
    void aBrokenRuleIsMeasured(Page page) {
        page.setContent(
                "<html><body style='background:#fff'><main id='main' style='color:#777;font-size:16px;line-height:1.2'>"
                        + "<p>字</p></main><a class='big' href='/' style='color:#000'>小</a></body></html>");
        assertThat(page.evaluate(BREAKS_A_RULE).toString()).contains("16px", "line 1.2", "contrast 4.5", "target");
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
