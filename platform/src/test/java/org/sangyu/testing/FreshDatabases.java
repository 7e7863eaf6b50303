package org.sangyu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Finds {@link FreshDatabase} on a test class, also on the enclosing one, and points the context to a new database. */
public final class FreshDatabases implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        var found = TestContextAnnotationUtils.findAnnotationDescriptor(testClass, FreshDatabase.class);
        return found == null ? null : new Customizer(found.getRootDeclaringClass());
    }

    /** Equal only for the same class: so a context is never shared between two classes. */
    private record Customizer(Class<?> declaredOn) implements ContextCustomizer {

        /** Requests of {@code MockMvc} carry a session of their own; those over the port have the real ones. */
        private static final MockMvcBuilderCustomizer WITH_OWN_SESSIONS =
                builder -> builder.defaultRequest(MockMvcRequestBuilders.get("/")
                        .requestAttr(SessionRepositoryFilter.class.getName() + ".FILTERED", true));

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            Map<String, Object> properties = new HashMap<>(TestDatabases.fresh().properties());
            properties.put("sangyu.data", dataDirectory());
            // A demonstration only for the test that asks for one.
            properties.put(
                    "sangyu.demonstration", context.getEnvironment().getProperty("sangyu.demonstration", "false"));
            properties.put("sangyu.db.pool", "16");
            properties.put("sangyu.db.idle", "1");
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("fresh", properties));
            context.getBeanFactory().registerSingleton("ownSessions", WITH_OWN_SESSIONS);
        }

        private static String dataDirectory() {
            try {
                return TestDatabases.folder().toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
