package org.sangyu.access.internal;

import jakarta.servlet.DispatcherType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.Session;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions in PostgreSQL: a restart signs nobody out, and any process of an installation can answer.
 *
 * <p>What is stored is encrypted, and read back only as the few classes that belong into a session; anything else counts
 * as not there, so that after an upgrade somebody signs in anew at worst.
 */
@Configuration
@EnableSpringHttpSession
class Sessions {

    private static final String COOKIE = "SANGYU";

    private static final String KNOWN = String.join(
            ";",
            "java.base/*",
            "java.sql/*",
            "org.springframework.security.**",
            "org.springframework.web.servlet.FlashMap",
            "org.springframework.util.**",
            "org.sangyu.access.internal.SignedIn",
            "org.sangyu.access.internal.PhoneChallenge",
            "org.sangyu.ui.Notice",
            "maxdepth=30",
            "!*");

    private static final ObjectInputFilter FILTER = ObjectInputFilter.Config.createFilter(KNOWN);

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /** A page opened within a minute (60 000 ms) of the last one writes nothing. */
    private static final String TOUCH = """
        with fresh(session_id, at, inactive, expiry, principal, id) as (
            values (?::text, ?::bigint, ?::int, ?::bigint, ?::text, ?::text))
        update %TABLE_NAME% s set session_id = f.session_id, last_access_time = f.at,
            max_inactive_interval = f.inactive, expiry_time = f.expiry, principal_name = f.principal
        from fresh f where s.primary_id = f.id and (s.session_id <> f.session_id
            or s.last_access_time < f.at - 60000 or s.max_inactive_interval <> f.inactive
            or s.principal_name is distinct from f.principal)
        """;

    @Bean
    JdbcIndexedSessionRepository keptSessions(DataSource database, SignInRules rules, FieldCipher cipher) {
        TransactionTemplate alone = new TransactionTemplate(new JdbcTransactionManager(database));
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcIndexedSessionRepository kept = new JdbcIndexedSessionRepository(new JdbcTemplate(database), alone);
        kept.setTableName("access.session");
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(kept);
        kept.setUpdateSessionQuery(TOUCH);
        kept.setDefaultMaxInactiveInterval(rules.idle());
        kept.setConversionService(conversion(cipher));
        return kept;
    }

    @Bean
    @Primary
    LenientSessions<?> lenientSessions(JdbcIndexedSessionRepository keptSessions) {
        return LenientSessions.over(keptSessions);
    }

    @Bean
    FilterRegistrationBean<LenientSessions<?>> aroundSessions(LenientSessions<?> lenientSessions) {
        FilterRegistrationBean<LenientSessions<?>> registered = new FilterRegistrationBean<>(lenientSessions);
        registered.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        registered.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return registered;
    }

    /** Pages, forwards within a page and the error page see the same session. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(SessionRepositoryFilter<?> filter) {
        FilterRegistrationBean<SessionRepositoryFilter<?>> registered = new FilterRegistrationBean<>(filter);
        registered.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        registered.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registered;
    }

    @Bean
    CookieSerializer sessionCookie(LenientSessions<?> lenientSessions) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return lenientSessions.kept(cookie);
    }

    @Bean
    SpringSessionBackedSessionRegistry<? extends Session> sessionRegistry(JdbcIndexedSessionRepository sessions) {
        return new SpringSessionBackedSessionRegistry<>(sessions);
    }

    private static GenericConversionService conversion(FieldCipher cipher) {
        GenericConversionService both = new GenericConversionService();
        Converter<byte[], @Nullable Object> opened = stored -> read(stored, cipher);
        both.addConverter(Object.class, byte[].class, value -> sealed(value, cipher));
        both.addConverter(byte[].class, Object.class, opened);
        return both;
    }

    /** A one-time password or a number shown on the next page is never in clear in the database. */
    private static byte[] sealed(Object value, FieldCipher cipher) {
        byte[] bytes = Objects.requireNonNull(new SerializingConverter().convert(value));
        return cipher.encrypt(Field.SECRET, Base64.getEncoder().encodeToString(bytes));
    }

    /** Empty for what does not belong into a session, or comes from a version that stored it otherwise. */
    private static @Nullable Object read(byte[] stored, FieldCipher cipher) {
        try (ObjectInputStream objects = new ObjectInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(cipher.decrypt(Field.SECRET, stored))))) {
            objects.setObjectInputFilter(FILTER);
            return objects.readObject();
        } catch (IOException | ClassNotFoundException | IllegalStateException unreadable) {
            LOG.warn("a part of a session is left out: {}", unreadable.getMessage());
            return null;
        }
    }
}
