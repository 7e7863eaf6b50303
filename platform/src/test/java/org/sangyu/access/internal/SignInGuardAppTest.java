package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.testing.AppTest;
import org.sangyu.testing.Desks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AppTest
@Import(SignedInAs.class)
@DisplayName("猜口令与两步验证")
class SignInGuardAppTest {

    private static final String COUNTY = "C0G0801";
    private static final long STEP = 30;

    @Autowired
    MockMvc web;

    @Autowired
    SignedInAs as;

    @Autowired
    SignInGuard guard;

    @Autowired
    AccountRegister register;

    @Autowired
    LedgerReading ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    @DisplayName("同一地址错五次就锁，第四次还不锁；本人从别的地址照样进得来；安全管理员可以解除")
    void locksTheAddressAndNotTheOwner() throws Exception {
        String name = as.account(Role.COUNTY_FINANCE, COUNTY);
        for (int i = 0; i < 4; i++) {
            wrong(name, "10.0.0.1");
        }
        enter(name, SignedInAs.PASSWORD, "10.0.0.1");
        for (int i = 0; i < 5; i++) {
            wrong(name, "10.0.0.1");
        }
        String said = refused(name, SignedInAs.PASSWORD, "10.0.0.1");
        assertThat(said).contains("约 15 分钟后自动解除");
        enter(name, SignedInAs.PASSWORD, "10.0.0.2");
        assertThat(refused(name, SignedInAs.PASSWORD, "10.0.0.1")).contains("自动解除");

        MockHttpSession security =
                enter(as.account(Role.SECURITY, Place.NATION.path()), SignedInAs.PASSWORD, "10.0.0.9");
        String page = "/accounts/" + register.find(name).orElseThrow().id();
        web.perform(get(page).session(security)).andExpect(content().string(containsString("最近登录未成 5 次")));
        web.perform(post(page + "/unlocking").session(security).with(csrf())).andExpect(redirectedUrl(page));
        enter(name, SignedInAs.PASSWORD, "10.0.0.1");
    }

    @Test
    @DisplayName("许多地址一起猜，到三十次才全锁；没有的账号也一样锁，看不出有没有")
    void locksEverywhereAfterMany() throws Exception {
        for (String name : List.of(as.account(Role.COUNTY_CHIEF, COUNTY), "nobody.at.all")) {
            for (int i = 0; i < 29; i++) {
                guard.failed(name, "10.1.0." + i);
            }
            assertThat(guard.locked(name, "10.2.0.1")).isEmpty();
            guard.failed(name, "10.1.0.29");
            assertThat(guard.locked(name, "10.2.0.1")).isPresent();
            assertThat(refused(name, "x", "10.2.0.1")).contains("自动解除");
            guard.unlock(name);
            assertThat(guard.locked(name, "10.2.0.1")).isEmpty();
        }
    }

    @Test
    @DisplayName("口令满九十天须先改，差一天不用；所有登录、失败和退出都留痕")
    void anOldPasswordIsDue() throws Exception {
        String name = as.account(Role.VILLAGE, "C0G0801001001");
        age(name, 89);
        web.perform(get("/elders").session(enter(name, SignedInAs.PASSWORD, "10.3.0.1")))
                .andExpect(status().isOk());
        age(name, 91);
        MockHttpSession session = enter(name, SignedInAs.PASSWORD, "10.3.0.1");
        web.perform(get("/elders").session(session)).andExpect(redirectedUrl("/password"));
        web.perform(post("/sign-out").session(session).with(csrf())).andExpect(status().is3xxRedirection());
        age(name, 0);
        wrong(name, "10.3.0.1");
        assertThat(verbs(name)).contains("access.sign-in", "access.sign-in.refused", "access.sign-out");
    }

    @Test
    @DisplayName("启用两步验证：口令之后还要数字，不输数字哪里也去不了；数字只能用一次，备用码也是；可以停用")
    void asksForTheCode() throws Exception {
        String name = as.account(Role.COUNTY_REVIEWER, COUNTY);
        MockHttpSession session = enter(name, SignedInAs.PASSWORD, "10.4.0.1");
        String page = web.perform(get("/second-factor").session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
        aCodeHasTimeLeft();
        byte[] secret = Base32.decode(
                page.replaceAll("(?s).*?breakable\">([A-Z2-7 ]+)</p>.*", "$1").replace(" ", ""));
        web.perform(post("/second-factor").session(session).with(csrf()).param("code", "000000"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("密钥没有变")));
        MvcResult begun = web.perform(post("/second-factor")
                        .session(session)
                        .with(csrf())
                        .param("code", Totp.code(secret, step() - 1)))
                .andExpect(redirectedUrl("/second-factor"))
                .andReturn();
        List<?> recovery = (List<?>) Objects.requireNonNull(begun.getFlashMap().get("recovery"));
        assertThat(recovery).hasSize(10);

        MockHttpSession next = enter(name, SignedInAs.PASSWORD, "10.4.0.1");
        web.perform(get("/elders").session(next)).andExpect(redirectedUrl("/sign-in/code"));
        web.perform(post("/desks").session(next).with(csrf())).andExpect(redirectedUrl("/sign-in/code"));
        web.perform(code(next, Totp.code(secret, step() - 1))).andExpect(status().isUnprocessableContent());
        web.perform(code(next, Totp.code(secret, step()))).andExpect(redirectedUrl("/"));
        web.perform(get("/elders").session(next)).andExpect(status().isOk());

        String one = String.valueOf(recovery.getFirst());
        MockHttpSession lost = enter(name, SignedInAs.PASSWORD, "10.4.0.1");
        web.perform(code(lost, one)).andExpect(redirectedUrl("/"));
        MockHttpSession again = enter(name, SignedInAs.PASSWORD, "10.4.0.1");
        web.perform(code(again, one)).andExpect(status().isUnprocessableContent());

        String other = String.valueOf(recovery.get(1));
        web.perform(post("/second-factor/end").session(lost).with(csrf()).param("code", other))
                .andExpect(redirectedUrl("/second-factor"));
        web.perform(get("/elders").session(enter(name, SignedInAs.PASSWORD, "10.4.0.1")))
                .andExpect(status().isOk());
    }

    @Test
    @DisplayName("数字错五次，会话作废，要从口令重来")
    void wrongCodesLockToo() throws Exception {
        String name = as.account(Role.TOWNSHIP, "C0G0801001");
        byte[] secret = Totp.draw();
        jdbc.sql("update access.account set second_secret_enc = :secret where name = :name")
                .param("secret", secret)
                .param("name", name)
                .update();
        MockHttpSession session = enter(name, SignedInAs.PASSWORD, "10.5.0.1");
        for (int i = 0; i < 5; i++) {
            web.perform(code(session, "abcdefghjk" + i)).andExpect(status().isUnprocessableContent());
        }
        web.perform(code(session, "abcdefghjk")).andExpect(redirectedUrl("/sign-in?locked"));
        assertThat(session.isInvalid()).isTrue();
        assertThat(refused(name, SignedInAs.PASSWORD, "10.5.0.1")).contains("自动解除");
        guard.unlock(name);
        jdbc.sql("update access.account set second_secret_enc = null where name = :name")
                .param("name", name)
                .update();
    }

    /** What follows reckons with the code of this moment and the one before. */
    private void aCodeHasTimeLeft() {
        await().atMost(Duration.ofSeconds(STEP)).until(() -> clock.instant().getEpochSecond() % STEP < STEP / 2);
    }

    private long step() {
        return clock.instant().getEpochSecond() / STEP;
    }

    private void age(String name, int days) {
        jdbc.sql("update access.account set secret_since = now() - make_interval(days => :days) where name = :name")
                .param("days", days)
                .param("name", name)
                .update();
    }

    private List<String> verbs(String name) {
        return Desks.at(
                Role.AUDITOR,
                "C",
                () ->
                        ledger
                                .list(
                                        CurrentDesk.get().scope(),
                                        new LedgerReading.Sought(name, "", null, null, null),
                                        0,
                                        50)
                                .stream()
                                .map(line -> line.entry().verb())
                                .toList());
    }

    @Test
    @DisplayName("在别人没退出的浏览器里猜现在的口令，或猜验证码来停用两步验证：第五次还可以错，第六次就退出")
    void aSessionLeftOpenIsNoPlaceToGuess() throws Exception {
        for (String address : List.of("/password", "/second-factor/end")) {
            String name = as.account(address.equals("/password") ? Role.COUNTY_CHIEF : Role.COUNTY_REVIEWER, "C0G0806");
            MockHttpSession session = enter(name, SignedInAs.PASSWORD, "127.0.0.1");
            for (int i = 0; i < 5; i++) {
                web.perform(guess(address, session)).andExpect(status().isUnprocessableContent());
            }
            web.perform(guess(address, session)).andExpect(redirectedUrl("/sign-in?locked"));
            assertThat(session.isInvalid()).isTrue();
        }
    }

    private static MockHttpServletRequestBuilder guess(String address, MockHttpSession session) {
        return post(address)
                .session(session)
                .with(csrf())
                .param("present", "not this one")
                .param("wanted", "Another-one-2026")
                .param("again", "Another-one-2026")
                .param("code", "000000");
    }

    private void wrong(String name, String address) throws Exception {
        web.perform(signIn(name, "wrong", address)).andExpect(forwardedUrl("/sign-in/refused"));
    }

    private String refused(String name, String password, String address) throws Exception {
        MvcResult result = web.perform(signIn(name, password, address))
                .andExpect(forwardedUrl("/sign-in/refused"))
                .andReturn();
        Object minutes = result.getRequest().getAttribute(SignInRefused.MINUTES);
        MockHttpServletRequestBuilder page =
                post("/sign-in/refused").param("account", name).with(csrf());
        if (minutes != null) {
            page.requestAttr(SignInRefused.MINUTES, minutes);
        }
        return web.perform(page)
                .andExpect(status().isUnauthorized())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpSession enter(String name, String password, String address) throws Exception {
        MvcResult result = web.perform(signIn(name, password, address))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        return (MockHttpSession) Objects.requireNonNull(result.getRequest().getSession(false));
    }

    private static MockHttpServletRequestBuilder signIn(String name, String password, String address) {
        return post("/sign-in")
                .param("account", name)
                .param("password", password)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                });
    }

    private static MockHttpServletRequestBuilder code(MockHttpSession session, String code) {
        return post("/sign-in/code")
                .session(session)
                .with(csrf())
                .param("code", code)
                .with(request -> {
                    request.setRemoteAddr("10.4.0.1".equals(request.getRemoteAddr()) ? "10.4.0.1" : "10.5.0.1");
                    return request;
                });
    }
}
