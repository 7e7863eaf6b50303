package org.sangyu.registry.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sangyu.ui.FormErrors;

/** What was typed into a form, and what is wrong with it so far; a value that is too long is wrong, not cut. */
final class FormValues {

    private final Map<String, String> typed;
    private final Map<String, String> errors = new LinkedHashMap<>();

    FormValues(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /** The text without blanks around it; empty when missing. */
    String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    /** The text, or empty when nothing was typed. */
    Optional<String> find(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /** Says what is wrong with a field; the first sentence about it stays. */
    void wrong(String name, String sentence) {
        errors.putIfAbsent(name, sentence);
    }

    boolean isWrong() {
        return !errors.isEmpty();
    }

    FormErrors errors() {
        return new FormErrors(errors);
    }

    Map<String, String> typed() {
        return typed;
    }
}
