package org.sangyu.registry.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A category for many people as it was typed.
 *
 * @param id the people picked on the page
 * @param all {@code true} for everybody who matches the list
 * @param asked {@code true} once the form itself was sent
 * @param deed ADD or END
 * @param category code of the category
 * @param day first day, or last day for an end
 * @param source who says so
 * @param evidence a few words
 * @param reviewer who reviewed it
 */
public record TagManyForm(
        @Nullable List<String> id,
        @Nullable String all,
        @Nullable String asked,
        @Nullable String deed,
        @Nullable String category,
        @Nullable String day,
        @Nullable String source,
        @Nullable String evidence,
        @Nullable String reviewer) {

    /** What was typed into a field, without blanks around it; empty when it was not sent. */
    static String typed(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        return stripped.substring(0, Math.min(200, stripped.length()));
    }

    boolean isAll() {
        return "true".equals(all);
    }

    boolean isAsked() {
        return "true".equals(asked);
    }

    boolean ends() {
        return "END".equals(deed);
    }

    List<String> picked() {
        return id == null ? List.of() : id.stream().limit(500).toList();
    }
}
