package org.sangyu.registry.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.ui.Option;

/**
 * One field of a form.
 *
 * @param name name of its input
 * @param type {@code text}, {@code select} or {@code hidden}
 * @param label what is asked
 * @param value what stands in it
 * @param options choices of a select
 * @param hint how to fill it, or null
 * @param shortField true for dates and numbers
 * @param longest most characters
 */
public record FieldView(
        String name,
        String type,
        String label,
        String value,
        List<Option> options,
        @Nullable String hint,
        boolean shortField,
        int longest) {

    private static final int SHORT = 40;
    private static final int LONG = 200;

    static FieldView text(String name, String label, String value, @Nullable String hint) {
        return new FieldView(name, "text", label, value, List.of(), hint, false, LONG);
    }

    static FieldView brief(String name, String label, String value, @Nullable String hint) {
        return new FieldView(name, "text", label, value, List.of(), hint, true, SHORT);
    }

    static FieldView select(String name, String label, List<Option> options) {
        return new FieldView(name, "select", label, "", options, null, true, SHORT);
    }

    static FieldView hidden(String name, String value) {
        return new FieldView(name, "hidden", "", value, List.of(), null, false, LONG);
    }

    /** What a reader sees in it. */
    String shown() {
        return type.equals("select")
                ? options.stream()
                        .filter(Option::chosen)
                        .map(Option::text)
                        .findFirst()
                        .orElse("")
                : value;
    }
}
