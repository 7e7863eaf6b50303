package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks for barriers on a page as it stands in the browser: every rule of axe that WCAG 2.2 AA or good practice asks. */
final class Barriers {

    private static final String AXE = axe();
    private static final String FIND = """
            async () => (await axe.run({exclude: [['tbody tr:nth-child(n+5)']]}, {resultTypes: ['violations']})).violations.flatMap(rule =>
                rule.nodes.map(node => rule.id + ' (' + rule.impact + '): ' + node.html.slice(0, 160)
                    + (node.any.length + node.all.length ? ' | ' + [...node.any, ...node.all][0].message : '')))
            """;
    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth > document.documentElement.clientWidth
                ? [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right
                    > document.documentElement.clientWidth + 1 && !one.closest('.table-wrap, .menu')).slice(0, 3)
                    .map(one => one.outerHTML.slice(0, 120)).concat('scrolls sideways')
                : []
            """;

    private Barriers() {}

    /** Fails with every barrier found, each with the place where it stands. */
    static void none(Page page) {
        assertThat(find(page)).as(page.url()).isEmpty();
    }

    /** Every barrier found; of a table the first rows are looked at, since the others are made alike. */
    static List<?> find(Page page) {
        if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(AXE);
        }
        return (List<?>) page.evaluate(FIND);
    }

    /** Fails when the whole page can be moved sideways; a table may, inside its own frame. */
    static void notTooWide(Page page) {
        assertThat(tooWide(page))
                .as(page.url() + " at " + page.viewportSize().width)
                .isEmpty();
    }

    /** What makes the whole page move sideways; nothing when it does not. */
    static List<?> tooWide(Page page) {
        return (List<?>) page.evaluate(TOO_WIDE);
    }

    private static String axe() {
        try (InputStream in = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
