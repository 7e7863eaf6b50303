package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.Accounts;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.internal.SignedInAs;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An administrator who looks at somebody's pages, over every address there is. */
@DisplayName("代看时，每个地址都试一遍")
class LookingAppTest extends Town {

    private static final Pattern CODE = Pattern.compile("(\\d{4}) (\\d{4})</p>");

    private final Sitemap sitemap;

    @Autowired
    SignedInAs as;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    LookingAppTest(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.sitemap = new Sitemap(routes);
    }

    @Test
    @DisplayName("什么表单都交不上去，什么文件都拿不走，看得到的都是写明代看的页面")
    void nothingChangesAndNothingLeaves() {
        DemoAccount clerk = elsewhere(Role.COUNTY_CLERK);
        Visitor support = looking(clerk);
        List<String> wrong = new ArrayList<>();
        for (String pattern : sitemap.patterns("POST")) {
            String address = real(pattern, clerk);
            boolean his = address.equals("/view-as/end") || address.startsWith("/sign-in");
            if (!his && support.post(address, Map.of()).status() != 403) {
                wrong.add("POST " + address);
            }
        }
        int pages = 0;
        for (String pattern : sitemap.patterns("GET")) {
            String address = real(pattern, clerk);
            Visitor.Answer answer = support.get(address);
            boolean page =
                    answer.status() == 200 && answer.isPage() && answer.body().contains("<html");
            pages += page ? 1 : 0;
            if (answer.status() >= 500
                    || answer.status() == 200 && !answer.isPage()
                    || page && !address.startsWith("/sign-in") && !answer.body().contains("正在代看")) {
                wrong.add("GET " + address + " → " + answer.status() + " " + answer.type());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(support.get("/enrolments/roster.pdf").body()).contains("代看时不能提交、下载");
        assertThat(pages).as("pages of the desk that were really shown").isGreaterThan(20);
        assertThat(support.post("/view-as/end", Map.of()).location()).endsWith("/view-as");
        assertThat(support.get("/elders").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("老年人看得到：管理员代看时打开了资料，为什么；不算在经办人头上")
    void theElderReadsWhoLooked() {
        DemoAccount clerk = elsewhere(Role.COUNTY_CLERK);
        UUID elder = someElder(clerk, 4);
        String before = looked(elder, clerk);
        Visitor support = looking(clerk);
        assertThat(support.get("/elders/" + elder).status()).isEqualTo(200);
        support.post("/view-as/end", Map.of());
        String after = looked(elder, clerk);
        assertThat(after)
                .contains(account(Role.ADMINISTRATOR).person(), "名单打不开")
                .isNotEqualTo(before);
        assertThat(Visitor.signedIn(address(""), account(Role.AUDITOR))
                        .get("/ledger?lang=zh")
                        .body())
                .contains("代看 " + clerk.person(), "代看账号 " + clerk.account())
                .doesNotContain("viewing ");
        assertThat(count(after, clerk.person() + "（")).isEqualTo(count(before, clerk.person() + "（"));
    }

    private static int count(String page, String name) {
        return page.split(Pattern.quote(name), -1).length;
    }

    /** The administrator, at the pages of somebody who has just told a code. */
    private Visitor looking(DemoAccount person) {
        String page = Visitor.signedIn(address(""), person)
                .post("/desks/viewing", Map.of())
                .body();
        Matcher code = CODE.matcher(page);
        assertThat(code.find()).as("a code is drawn").isTrue();
        Visitor support = Visitor.signedIn(address(""), account(Role.ADMINISTRATOR));
        Visitor.Answer begun = support.post(
                "/view-as",
                Map.of("account", person.account(), "code", code.group(1) + code.group(2), "reason", "名单打不开"));
        assertThat(begun.status()).isEqualTo(302);
        return support;
    }

    private String real(String pattern, DemoAccount clerk) {
        return Sitemap.filled(
                pattern.replace("/places/{id}", "/places/1"),
                someElder(clerk, 3).toString());
    }

    private String looked(UUID elder, DemoAccount clerk) {
        String place = atDesk(clerk, "select place from registry.elder where id = '" + elder + "'", String.class);
        Visitor visitor = Visitor.stranger(address(""));
        visitor.post(
                "/sign-in",
                Map.of("account", as.elderAccount(new ElderId(elder), place), "password", SignedInAs.PASSWORD));
        return visitor.get("/me/looked").body();
    }

    private UUID someElder(DemoAccount clerk, int number) {
        return atDesk(
                clerk,
                "select id from registry.elder where died is null order by place, id limit 1 offset " + number,
                UUID.class);
    }

    private <T> T atDesk(DemoAccount clerk, String question, Class<T> type) {
        return CurrentDesk.call(
                accounts.listDesks(clerk.account()).getFirst(),
                () -> java.util.Objects.requireNonNull(transaction.<T>execute(
                        status -> jdbc.sql(question).query(type).single())));
    }
}
