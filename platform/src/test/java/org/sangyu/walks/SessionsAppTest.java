package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.Sangyu;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.DemoAccounts;
import org.sangyu.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@AppTest
@TestPropertySource(properties = {"sangyu.demonstration=true", "sangyu.sign-in.sessions=2"})
@DisplayName("登录的会话")
class SessionsAppTest {

    @LocalServerPort
    int port;

    @Autowired
    DemoAccounts demonstration;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConfigurableEnvironment environment;

    @Test
    @DisplayName("登录在一个进程上的人，在另一个进程上照样是他本人")
    void anotherProcessKnowsWhoIsSignedIn() {
        Visitor here = Visitor.signedIn(base(port), account(0));
        try (ConfigurableApplicationContext other = another()) {
            Visitor there = here.at(base(other.getEnvironment().getRequiredProperty("local.server.port", int.class)));
            assertThat(there.get("/").status()).isEqualTo(200);
            assertThat(there.get("/").body()).contains(account(0).person());
            there.post("/sign-out", Map.of());
            assertThat(here.get("/").location()).endsWith("/sign-in");
        }
    }

    @Test
    @DisplayName("只许在两处登录时，第三处登录让最早的一处退出，并说明原因")
    void thirdBrowserSignsTheFirstOneOut() {
        Visitor first = Visitor.signedIn(base(port), account(1));
        Visitor second = Visitor.signedIn(base(port), account(1));
        assertThat(first.get("/").status()).isEqualTo(200);
        Visitor third = Visitor.signedIn(base(port), account(1));
        assertThat(first.get("/").location()).endsWith("/sign-in?elsewhere");
        assertThat(second.get("/").status()).isEqualTo(200);
        assertThat(third.get("/").status()).isEqualTo(200);
        assertThat(first.get("/sign-in?elsewhere").body()).contains("这个账号在别处登录了");
    }

    @Test
    @DisplayName("登录前的会话编号登录后作废：别人塞进来的编号没有用")
    void sessionFromBeforeTheSignInIsWorthNothingAfter() {
        Visitor planted = Visitor.stranger(base(port));
        String before = planted.cookie();
        planted.signIn(account(2));
        assertThat(planted.cookie()).isNotEqualTo(before);
        assertThat(Visitor.withCookie(base(port), before).get("/").location()).endsWith("/sign-in");
    }

    @Test
    @DisplayName("一分钟内再看一页，会话一个字也不写")
    void secondPageWithinAMinuteWritesNothing() {
        Visitor visitor = Visitor.signedIn(base(port), account(2));
        visitor.get("/");
        String before = stamps(account(2).account());
        visitor.get("/");
        visitor.get("/places");
        assertThat(stamps(account(2).account())).isEqualTo(before);
    }

    @Test
    @DisplayName("会话里若被放进别的类，当作没有：不执行，也不挡住本人，至多要重新登录")
    void foreignClassInASessionCountsAsNotThere() {
        Visitor visitor = Visitor.signedIn(base(port), account(1));
        jdbc.sql("""
                        insert into access.session_attributes
                        select primary_id, 'planted', :bytes from access.session where principal_name = :name""")
                .param("bytes", foreign())
                .param("name", account(1).account())
                .update();
        assertThat(visitor.get("/").status()).isEqualTo(200);
        jdbc.sql("update access.session_attributes set attribute_bytes = :bytes"
                        + " where attribute_name = 'SPRING_SECURITY_CONTEXT'")
                .param("bytes", foreign())
                .update();
        assertThat(visitor.get("/").location()).endsWith("/sign-in");
        assertThat(Visitor.signedIn(base(port), account(1)).get("/").status()).isEqualTo(200);
    }

    private static byte[] foreign() {
        return new org.springframework.core.serializer.support.SerializingConverter()
                .convert(new javax.swing.event.EventListenerList());
    }

    private String stamps(String account) {
        return jdbc.sql("select string_agg(xmin::text, ',' order by primary_id) from access.session"
                        + " where principal_name = :name")
                .param("name", account)
                .query(String.class)
                .single();
    }

    /** A second process on the same database, as far as this one can be. */
    private ConfigurableApplicationContext another() {
        return new SpringApplicationBuilder(Sangyu.class)
                .properties("server.port=0")
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(environment.getPropertySources().get("fresh")))
                .run("--server.port=0");
    }

    private DemoAccount account(int number) {
        return demonstration.listAll().get(number);
    }

    private static String base(int port) {
        return "http://127.0.0.1:" + port;
    }
}
