package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

@DisplayName("数据库一时连不上时的会话")
class LenientSessionsTest {

    private final Stored stored = new Stored();
    private final LenientSessions<MapSession> lenient = LenientSessions.over(stored);
    private final SessionRepositoryFilter<MapSession> filter = new SessionRepositoryFilter<>(lenient);

    LenientSessionsTest() {
        CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();
        cookies.setCookieSerializer(lenient.kept(new DefaultCookieSerializer()));
        filter.setHttpSessionIdResolver(cookies);
    }

    @Test
    @DisplayName("报错的页面要一个会话，也不换掉浏览器手里的那个：连上以后还是登录着的")
    void theErrorPageNeverReplacesTheSession() throws Exception {
        stored.away = true;
        assertThat(cookieAfter(DispatcherType.ERROR)).isNull();
        assertThat(stored.sessions).isEmpty();
        stored.away = false;
        assertThat(cookieAfter(DispatcherType.ERROR)).isNotNull();
        assertThat(stored.sessions).hasSize(1);
    }

    @Test
    @DisplayName("普通页面读不到会话就是失败，不当作没有登录")
    void anOtherPageFails() {
        stored.away = true;
        assertThatThrownBy(() -> cookieAfter(DispatcherType.REQUEST))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    private Cookie cookieAfter(DispatcherType type) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
        request.setDispatcherType(type);
        request.setCookies(new Cookie("SESSION", "dW5rbm93bg=="));
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterChain page =
                (asked, answer) -> ((HttpServletRequest) asked).getSession().setAttribute("token", "x");
        lenient.doFilter(request, response, (asked, answer) -> filter.doFilter(asked, answer, page));
        return response.getCookie("SESSION");
    }

    /** Sessions in memory that can be out of reach. */
    private static final class Stored implements FindByIndexNameSessionRepository<MapSession> {

        private final Map<String, MapSession> sessions = new HashMap<>();
        private boolean away;

        @Override
        public MapSession createSession() {
            return new MapSession();
        }

        @Override
        public void save(MapSession session) {
            sessions.put(session.getId(), session);
        }

        @Override
        public MapSession findById(String id) {
            if (away) {
                throw new DataAccessResourceFailureException("away");
            }
            return sessions.get(id);
        }

        @Override
        public void deleteById(String id) {
            sessions.remove(id);
        }

        @Override
        public Map<String, MapSession> findByIndexNameAndIndexValue(String name, String value) {
            return Map.of();
        }
    }
}
