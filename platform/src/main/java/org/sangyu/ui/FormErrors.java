package org.sangyu.ui;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, field by field in the order of the form, in the reader's language.
 *
 * @param byField field name (also the id of its input) to a sentence that says what is wrong and what to do
 */
public record FormErrors(Map<String, String> byField) {

    /** Nothing is wrong. */
    public static final FormErrors NONE = new FormErrors(Map.of());

    /** Copies the map and keeps its order. */
    public FormErrors {
        byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    /** One thing is wrong. */
    public static FormErrors of(String field, String sentence) {
        return new FormErrors(Map.of(field, sentence));
    }

    /** These errors and one more; the first sentence about a field stays. */
    public FormErrors and(String field, String sentence) {
        Map<String, String> more = new LinkedHashMap<>(byField);
        more.putIfAbsent(field, sentence);
        return new FormErrors(more);
    }

    /** The same, those of the fields given first and in that order. */
    public FormErrors inOrderOf(List<String> fields) {
        Map<String, String> ordered = new LinkedHashMap<>();
        fields.stream().filter(byField::containsKey).forEach(field -> ordered.put(field, byField.get(field)));
        byField.forEach(ordered::putIfAbsent);
        return new FormErrors(ordered);
    }

    /** The sentence about a field, or null. */
    public @Nullable String at(String field) {
        return byField.get(field);
    }

    /** True when the form may be taken. */
    public boolean isEmpty() {
        return byField.isEmpty();
    }
}
