package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sangyu.access.Accounts;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a field gets that does not belong there: said beside the field, and nothing typed is lost. */
@DisplayName("填错的表单")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadFormsAppTest extends Town {

    private static final String LONG = "长".repeat(201);
    private static final String GONE = "0190a8e0-0000-7000-8000-000000000001";

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Visitor clerk;
    private String elder;
    private String foreigner;

    @BeforeAll
    void signIn() {
        everybodyIsIn();
        clerk = visitor(Role.COUNTY_CLERK);
        elder = someElder(
                accounts.listDesks(elsewhere(Role.COUNTY_CLERK).account()).getFirst());
        foreigner = someElder(
                accounts.listDesks(account(Role.COUNTY_CLERK).account()).getFirst());
    }

    private Visitor visitor(Role role) {
        return Visitor.signedIn(address(""), elsewhere(role));
    }

    private String someElder(Desk desk) {
        return CurrentDesk.call(
                desk,
                () -> java.util.Objects.requireNonNull(transaction.<String>execute(
                        status -> jdbc.sql("select id from registry.elder order by place desc, id limit 1")
                                .query(UUID.class)
                                .single()
                                .toString())));
    }

    @ParameterizedTest
    @CsvSource({
        "name,",
        "name,LONG",
        "born,2026-13-45",
        "born,3026-01-01",
        "born,昨天",
        "sex,X",
        "idNumber,12345",
        "idNumber,996401194602300001",
        "idNumber,996401194602030001",
        "registered,没有这个地方",
        "phone,打不通",
        "phone,LONG",
        "address,LONG",
        "evidence,LONG"
    })
    @DisplayName("登记老人：错在哪一栏就在哪一栏说，别的都还在")
    void registering(String field, String value) {
        Map<String, String> form = new HashMap<>(Map.of(
                "name",
                "错填人",
                "born",
                "1946-02-03",
                "sex",
                "F",
                "registered",
                "竹阳街道大同社区",
                "phone",
                "",
                "idNumber",
                ""));
        String typed = value == null ? "" : value.equals("LONG") ? LONG : value;
        form.put(field, typed);
        refused(clerk.post("/elders", form), field, typed);
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENCE,at,没有这个地方",
        "RESIDENCE,at,",
        "RESIDENCE,residence,HOUSE",
        "HOUSEHOLD,remark,LONG",
        "HOUSEHOLD,arrangement,9",
        "CONTACT,phone,12",
        "CONTACT,phone,",
        "TAG,tag,RICH",
        "TAG,reviewer,LONG",
        "TAG,from,2026-02-30",
        "TAG,last,不知道",
        "TAG,source,GOSSIP",
        "TAG,evidence,LONG",
        "ABILITY,level,5",
        "ABILITY,from,",
        "LTCI,grade,-1",
        "ACCOUNT,number,12ab",
        "ACCOUNT,holder,",
        "ACCOUNT,bank,LONG",
        "LIFE,life,ALIVE?",
        "LIFE,from,2026-1-32",
        "RECEIPT,amount,-5",
        "RECEIPT,amount,1.234",
        "RECEIPT,benefit,",
        "INSTITUTION,institution,LONG"
    })
    @DisplayName("登记一件事：错在哪一栏就在哪一栏说，别的都还在")
    void recordingAFact(String kind, String field, String value) {
        String typed = value == null ? "" : value.equals("LONG") ? LONG : value;
        Map<String, String> form = new HashMap<>(Map.of(
                "factKind",
                kind,
                "version",
                "1",
                "source",
                "DESK",
                "evidence",
                "一张纸",
                "tag",
                "LIVING_ALONE",
                "at",
                "竹阳街道大同社区"));
        form.put(field, typed);
        refused(clerk.post("/elders/" + elder + "/facts", form), field, typed);
    }

    /** Status 422, the sentence at the field, the field named in the sum above, what was typed still there. */
    private static void refused(Visitor.Answer answer, String field, String typed) {
        assertThat(answer.status()).as(field + "=" + typed).isEqualTo(422);
        assertThat(answer.body())
                .as(field)
                .contains("id=\"" + field + "-error\"")
                .contains("href=\"#" + field + "\"");
        String short_ = typed.length() > 20 ? typed.substring(0, 20) : typed;
        boolean choice = answer.body().contains("<select id=\"" + field + "\"");
        assertThat(choice || answer.body().contains(short_))
                .as("what was typed is there: " + typed)
                .isTrue();
    }

    @Test
    @DisplayName("两个人同时改同一位老人：后一个看到两边，什么也不丢，选了自己的就算数")
    void staleEdit() {
        Map<String, String> form =
                new HashMap<>(Map.of("factKind", "TAG", "tag", "DEMENTIA", "source", "VILLAGE", "evidence", "入户所见"));
        form.put("version", "999999");
        Visitor.Answer stale = clerk.post("/elders/" + elder + "/facts", form);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("入户所见", "name=\"tag\" value=\"DEMENTIA\"", "name=\"version\"");
        String version = stale.body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        form.put("version", version);
        assertThat(clerk.post("/elders/" + elder + "/facts", form).location()).endsWith("/elders/" + elder);

        form.put("version", "-3");
        assertThat(clerk.post("/elders/" + elder + "/facts", form).status()).isEqualTo(409);
        form.put("version", "x");
        assertThat(clerk.post("/elders/" + elder + "/facts", form).status()).isEqualTo(409);
    }

    @Test
    @DisplayName("外地的人和事都说没有，看不出有没有")
    void anotherPlaceIsNotThere() {
        List<String> wrong = new ArrayList<>();
        for (String path :
                List.of("", "/entitlements", "/timeline", "/plain", "/facts/new?kind=TAG", "/facts/" + GONE)) {
            Visitor.Answer theirs = clerk.get("/elders/" + foreigner + path);
            Visitor.Answer nobody = clerk.get("/elders/" + GONE + path);
            if (theirs.status() != 404 || nobody.status() != 404) {
                wrong.add(path + " " + theirs.status() + " " + nobody.status());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(clerk.post("/elders/" + foreigner + "/facts", Map.of("factKind", "TAG"))
                        .status())
                .isEqualTo(404);
        assertThat(clerk.post("/enrolments/apply", Map.of("elder", foreigner)).status())
                .isEqualTo(404);
        assertThat(clerk.get("/enrolments/apply?elder=" + foreigner).status()).isEqualTo(404);
        String place = accounts.listDesks(account(Role.COUNTY_CLERK).account())
                .getFirst()
                .place()
                .path();
        assertThat(clerk.get("/elders?place=" + place).status()).isEqualTo(404);
        assertThat(clerk.get("/enrolments?place=" + place).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("申请、公示、暂缓、成批办理：缺的、错的都有一句话")
    void enrolmentForms() {
        Visitor.Answer nameless = clerk.post(
                "/enrolments/apply",
                Map.of("elder", elder, "benefit", "advanced-age-allowance", "applicant", "RELATIVE"));
        refused(nameless, "applicantName", "");
        refused(clerk.post("/enrolments/apply", Map.of("elder", elder, "benefit", "no-such-benefit")), "benefit", "");
        for (String days : List.of("", "0", "91", "-1", "三天", "99999999999")) {
            Visitor.Answer answer = clerk.post("/enrolments/notices", Map.of("benefit", "x", "days", days));
            assertThat(answer.status()).as("days " + days).isIn(422, 404);
        }
        Visitor chief = visitor(Role.COUNTY_CHIEF);
        assertThat(chief.post("/enrolments/holds/decide", Map.of("id", "", "reason", ""))
                        .status())
                .isEqualTo(422);
        assertThat(chief.post("/enrolments/holds/decide", Map.of("id", GONE, "reason", LONG + LONG + LONG))
                        .status())
                .isEqualTo(422);
        assertThat(clerk.post("/enrolments/act", Map.of("verb", "APPROVE")).status())
                .isEqualTo(422);
        assertThat(clerk.post("/enrolments/act", Map.of("verb", "APPROVE", "id", ""))
                        .status())
                .isEqualTo(422);
        assertThat(clerk.post("/enrolments/act", Map.of("verb", "REFUSE", "id", GONE, "why", " "))
                        .status())
                .isEqualTo(422);
        assertThat(clerk.post("/enrolments/act", Map.of("verb", "PAY")).status())
                .isEqualTo(400);
        assertThat(clerk.post("/enrolments/act", Map.of("verb", "CHECK", "id", GONE))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"back,-1", "back,两个月", "notice,-5", "notice,9999", "answer,x", "why,''", "why,LONG"})
    @DisplayName("办理设置：错在哪一栏就在哪一栏说")
    void settings(String field, String value) {
        Map<String, String> form = new HashMap<>(Map.of(
                "benefit", "advanced-age-allowance", "mode", "PAID_HERE", "way", "PROPOSED", "first", "FROM_REACHED"));
        form.putAll(Map.of("back", "0", "notice", "0", "answer", "10", "why", "会议纪要", "version", "0"));
        form.put(field, value.equals("LONG") ? LONG + LONG + LONG : value);
        Visitor.Answer answer = visitor(Role.COUNTY_CHIEF).post("/enrolments/settings", form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"" + field + "-advanced-age-allowance-error\"");
    }

    @Test
    @DisplayName("用英文的人看到英文的说明")
    void speaksTheReadersLanguage() {
        Visitor.Answer answer =
                clerk.post("/elders", List.of(Map.entry("name", "")), "Accept-Language", "en-GB,en;q=0.8");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("<html lang=\"en\">").doesNotContain("必填");
        assertThat(clerk.get("/elders/" + GONE, "Accept-Language", "en").body()).contains("<html lang=\"en\">");
    }
}
