package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.Sangyu;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.DemoAccounts;
import org.sangyu.shared.FieldCipher;
import org.sangyu.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
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
    FieldCipher cipher;

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
    @DisplayName("会话里若被放进别的类，即使加密得对，也不还原、不执行，当作没有；本人重新登录就好")
    void foreignClassInASessionIsNeverMade() {
        byte[] bytes = new SerializingConverter().convert(new Trap());
        assertThat(new DeserializingConverter().convert(bytes)).isInstanceOf(Trap.class);
        assertThat(Trap.sprung).as("a trap that works").isTrue();
        Trap.sprung = false;

        Visitor visitor = Visitor.signedIn(base(port), account(1));
        jdbc.sql("update access.session_attributes set attribute_bytes = :bytes"
                        + " where attribute_name = 'SPRING_SECURITY_CONTEXT'")
                .param(
                        "bytes",
                        cipher.encrypt(
                                FieldCipher.Field.SECRET, Base64.getEncoder().encodeToString(bytes)))
                .update();
        assertThat(visitor.get("/").location()).endsWith("/sign-in");
        assertThat(Trap.sprung).isFalse();
        assertThat(Visitor.signedIn(base(port), account(1)).get("/").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("会话里不加密的内容不认，数据库里也读不出是谁")
    void whatIsNotEncryptedCountsAsNotThere() {
        Visitor visitor = Visitor.signedIn(base(port), account(1));
        assertThat(jdbc.sql("select count(*) from access.session_attributes"
                                + " where position(convert_to(:person, 'UTF8') in attribute_bytes) > 0")
                        .param("person", account(1).person())
                        .query(Long.class)
                        .single())
                .isZero();
        jdbc.sql("update access.session_attributes set attribute_bytes = :bytes"
                        + " where attribute_name = 'SPRING_SECURITY_CONTEXT'")
                .param("bytes", new SerializingConverter().convert("plain"))
                .update();
        assertThat(visitor.get("/").location()).endsWith("/sign-in");
    }

    /** Shows whether it was made. */
    private static final class Trap implements Serializable {

        private static final long serialVersionUID = 1L;
        private static boolean sprung;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            sprung = true;
        }
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
