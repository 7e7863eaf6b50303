package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Role;
import org.sangyu.testing.TestDatabases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "sangyu.phone.per-phone=3")
@DisplayName("老人和家属用手机号登录")
class PhoneE2ETest extends Walk {

    private static final String DAUGHTER = "13900001111";

    @Autowired
    FieldCipher cipher;

    @Value("${sangyu.db.url}")
    String url;

    @Value("${sangyu.data}")
    Path data;

    private Outbox outbox;

    @BeforeEach
    void openOutbox() {
        outbox = new Outbox(data);
    }

    @Test
    @DisplayName("本人：号码、验证码，就到自己的页面；号码没登记的人看到的一样，也没有短信")
    void anElderSignsInByTelephone(Page page) throws Exception {
        Person elder = people(1).getFirst();
        page.setViewportSize(360, 740);
        asks(page, elder.phone());
        assertThat(page.locator("main").innerText()).contains("如果这个号码登记过");
        types(page, outbox.nextCode());
        chooses(page, elder.name());
        assertThat(page.url()).endsWith("/me");
        assertThat(page.locator(".who").innerText()).contains(elder.name());
        page.navigate(address("/elders"));
        assertThat(page.locator("h1").innerText()).doesNotContain("老年人");

        asks(page, "13911112222");
        assertThat(page.locator("main").innerText()).contains("如果这个号码登记过");
        types(page, "123456");
        assertThat(page.locator(".wrong").innerText()).contains("验证码不对");
        asks(page, elder.phone());
        types(page, outbox.nextCode());
        assertThat(outbox.to("13911112222")).isZero();
    }

    @Test
    @DisplayName("女儿：老人签了字，就能看老人的页面，不能看别人的；老人一收回，下一次点击就出来")
    void aDaughterLooksUntilTheElderTakesItBack(Page page) throws Exception {
        Person elder = people(1).getFirst();
        signIn(page, account(Role.COUNTY_CLERK));
        open(page, "/elders/" + elder.id() + "/consents");
        page.fill("[name=person]", "李芳");
        page.fill("[name=relation]", "女儿");
        page.check("[name=purposes][value=LOOK]");
        press(page, "登记");
        says(page, "须登记受托人的 11 位手机号", "请写到哪天为止");
        assertThat(page.inputValue("[name=person]")).isEqualTo("李芳");
        page.fill("[name=phone]", DAUGHTER);
        page.fill("[name=last]", "2099-12-31");
        press(page, "登记");
        says(page, "李芳（女儿）", "139****1111", "看老年人的页面", "有效");

        asks(page, DAUGHTER);
        types(page, outbox.nextCode());
        assertThat(page.url()).endsWith("/me");
        assertThat(page.locator(".who").innerText()).contains(elder.name());
        page.getByText("谁看过我的资料").click();
        says(page, "登记了您的授权");
        assertThat(page.navigate(address("/me/consents")).status()).isEqualTo(403);
        assertThat(page.navigate(address("/elders/" + elder.id())).status()).isEqualTo(403);

        Page her = page.context()
                .browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("zh-CN"))
                .newPage();
        asks(her, elder.phone());
        types(her, outbox.nextCode());
        chooses(her, elder.name());
        her.getByText("我委托了谁").click();
        look(her);
        says(her, "李芳（女儿）");
        her.getByText("不再委托").click();
        settle(her);
        says(her, "您没有委托别人");
        her.context().close();

        page.navigate(address("/me"));
        assertThat(page.url()).contains("/sign-in");
        asks(page, DAUGHTER);
        assertThat(outbox.to(DAUGHTER)).isEqualTo(1);
    }

    @Test
    @DisplayName("邻居到窗口代办：申请上写着凭哪天为止的授权；没有授权的也照实写")
    void aNeighbourAppliesWithTheConsent(Page page) throws Exception {
        List<Person> oldest = people("born", 2);
        signIn(page, account(Role.COUNTY_CLERK));
        applies(page, oldest.getFirst(), "周邻居（邻居）");
        assertThat(applicants(oldest.getFirst())).containsExactly("亲属 周邻居（邻居）（没有登记授权）");

        Person elder = oldest.getLast();
        open(page, "/elders/" + elder.id() + "/consents");
        page.fill("[name=person]", "周邻居");
        page.fill("[name=relation]", "邻居");
        page.check("[name=given][value=SPOKEN]");
        page.fill("[name=last]", "2099-12-31");
        press(page, "登记");
        says(page, "口头同意须写见证人");
        page.fill("[name=witness]", "村主任");
        press(page, "登记");
        says(page, "口头，有人见证，见证人 村主任", "到窗口代办申请");
        applies(page, elder, "周邻居（邻居）");
        assertThat(applicants(elder)).containsExactly("亲属 周邻居（邻居）（老年人已授权代办，到 2099-12-31）");
    }

    private void applies(Page page, Person elder, String name) {
        open(page, "/enrolments/apply?elder=" + elder.id());
        page.selectOption("[name=applicant]", "RELATIVE");
        page.fill("[name=applicantName]", name);
        page.locator("form[action='/enrolments/apply'] button.primary").click();
        settle(page);
    }

    private List<String> applicants(Person elder) throws SQLException {
        List<String> applicants = new java.util.ArrayList<>();
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select applicant from benefits.enrolment where elder = '" + elder.id() + "'")) {
            while (rows.next()) {
                applicants.add(rows.getString(1));
            }
        }
        return applicants;
    }

    @Test
    @DisplayName("别人用我的号码要了很多次，我的验证码照样有效；错五次要重新发；登录过的浏览器另算次数")
    void aStrangerWhoAsksKeepsNobodyOut(Page page) throws Exception {
        Person elder = people(3).get(1);
        asks(page, elder.phone());
        String mine = outbox.nextCode();
        Page stranger = page.context()
                .browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("zh-CN"))
                .newPage();
        for (int i = 0; i < 2; i++) {
            asks(stranger, elder.phone());
            outbox.nextCode();
        }
        for (int i = 0; i < 5; i++) {
            types(stranger, "000000".equals(mine) ? "000001" : "000000");
        }
        types(stranger, mine);
        assertThat(stranger.locator("main").innerText()).contains("请重新发一个");
        asks(stranger, elder.phone());
        assertThat(stranger.locator("main").innerText()).contains("发得太勤了");
        stranger.context().close();
        types(page, mine);
        chooses(page, elder.name());
        assertThat(page.url()).endsWith("/me");

        page.context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("SANGYU"));
        asks(page, elder.phone());
        types(page, outbox.nextCode());
        chooses(page, elder.name());
        assertThat(page.url()).endsWith("/me");
    }

    private void asks(Page page, String phone) {
        page.context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("SANGYU"));
        page.navigate(address("/sign-in/phone"));
        look(page);
        page.fill("#phone", phone);
        page.press("#phone", "Enter");
        look(page);
    }

    private void types(Page page, String code) {
        if (page.locator("#code").count() == 1) {
            page.fill("#code", code);
            page.press("#code", "Enter");
            look(page);
        }
    }

    /** One telephone often serves several. */
    private void chooses(Page page, String name) {
        if (page.url().endsWith("/who")) {
            page.getByText(name + " 本人").first().click();
            settle(page);
        }
    }

    private record Person(UUID id, String name, String phone) {}

    /** People of the first county whose own telephone is known. */
    private List<Person> people(int many) throws SQLException {
        return people("id", many);
    }

    private List<Person> people(String order, int many) throws SQLException {
        List<Person> people = new java.util.ArrayList<>();
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id, name, phone_enc from registry.elder e where phone_enc is not null and died is null"
                                + " and place like (select place || '%' from access.desk_grant g join access.account a"
                                + " on a.id = g.account where a.name = '"
                                + account(Role.COUNTY_CLERK).account()
                                + "' limit 1) order by " + order + " limit " + many)) {
            while (rows.next()) {
                people.add(new Person(
                        rows.getObject("id", UUID.class),
                        rows.getString("name"),
                        cipher.decrypt(FieldCipher.Field.PHONE, rows.getBytes("phone_enc"))));
            }
        }
        assertThat(people).hasSize(many);
        return people;
    }
}
