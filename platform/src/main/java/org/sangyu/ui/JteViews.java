package org.sangyu.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.AbstractTemplateView;
import org.springframework.web.servlet.view.AbstractUrlBasedView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Renders a view name such as {@code registry/web/elders} with JTE: precompiled, or from the sources in development. */
@Configuration
class JteViews {

    private static final String PACKAGE = "org.sangyu";

    /** Development reads templates from {@code sangyu.templates}. */
    @Bean
    TemplateEngine templateEngine(@Value("${sangyu.templates:}") String sources) {
        return sources.isEmpty()
                ? TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE)
                : fromSources(Path.of(sources), Path.of("jte-classes"));
    }

    /** Compiles each template when it is first shown, into the very package of the build: the same names are in reach. */
    static TemplateEngine fromSources(Path sources, Path classes) {
        return TemplateEngine.create(
                new DirectoryCodeResolver(sources), classes, ContentType.Html, new WithoutPrecompiled(), PACKAGE);
    }

    /** Everything of the program but its precompiled templates, which would win over those just changed. */
    private static final class WithoutPrecompiled extends ClassLoader {

        WithoutPrecompiled() {
            super(JteViews.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(PACKAGE)
                    && name.substring(name.lastIndexOf('.') + 1).matches("Jte.+Generated(\\$.*)?")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    @Bean
    ViewResolver jteViewResolver(TemplateEngine engine) {
        UrlBasedViewResolver resolver = new UrlBasedViewResolver() {
            @Override
            protected Class<?> requiredViewClass() {
                return JteView.class;
            }

            @Override
            protected AbstractUrlBasedView instantiateView() {
                return new JteView(engine);
            }
        };
        resolver.setViewClass(JteView.class);
        resolver.setSuffix(".jte");
        resolver.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return resolver;
    }

    private static final class JteView extends AbstractTemplateView {

        private final TemplateEngine engine;

        JteView(TemplateEngine engine) {
            this.engine = engine;
            setExposeSpringMacroHelpers(false);
        }

        @Override
        public boolean checkResource(Locale locale) {
            return engine.hasTemplate(template());
        }

        @Override
        protected void renderMergedTemplateModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response) throws Exception {
            Utf8ByteOutput output = new Utf8ByteOutput();
            engine.render(template(), model, output);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }

        private String template() {
            String url = getUrl();
            if (url == null) {
                throw new IllegalStateException("a view without a template");
            }
            return url;
        }
    }
}
