package org.sangyu.access.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Words;
import org.springframework.web.util.UriUtils;

/**
 * What an auditor looks for, as typed.
 *
 * @param who sign-in name, or the beginning of a person's name
 * @param verb what was done; empty for everything
 * @param about an ID number, or the id of a thing as the list shows it
 * @param from first day, in text
 * @param last last day, in text
 */
public record LedgerForm(String who, String verb, String about, String from, String last) {

    private static final int LONGEST = 60;

    static LedgerForm of(Map<String, String> sent) {
        return new LedgerForm(
                cut(sent, "who"), cut(sent, "verb"), cut(sent, "about"), cut(sent, "from"), cut(sent, "last"));
    }

    FormErrors errors(Words words) {
        FormErrors errors = FormErrors.NONE;
        for (String name : new String[] {"from", "last"}) {
            String typed = name.equals("from") ? from : last;
            if (!typed.isEmpty() && TypedDay.of(typed) == null) {
                errors = errors.and(name, words.say("access.ledger.day.wrong"));
            }
        }
        LocalDate first = fromDay();
        LocalDate end = lastDay();
        if (first != null && end != null && end.isBefore(first)) {
            errors = errors.and("last", words.say("access.ledger.last.before"));
        }
        return errors;
    }

    @Nullable
    LocalDate fromDay() {
        return TypedDay.of(from);
    }

    @Nullable
    LocalDate lastDay() {
        return TypedDay.of(last);
    }

    /** The id typed as what it is about; null when it is none. */
    @Nullable
    UUID subject() {
        try {
            return UUID.fromString(about);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    /** The same search as a query, with one part replaced. */
    String query(String name, String value) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("who", who);
        parts.put("verb", verb);
        parts.put("about", about);
        parts.put("from", from);
        parts.put("last", last);
        parts.put(name, value);
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + UriUtils.encode(part.getValue(), "UTF-8"))
                .collect(Collectors.joining("&"));
    }

    private static String cut(Map<String, String> sent, String name) {
        String typed = sent.getOrDefault(name, "").strip();
        return typed.substring(0, Math.min(typed.length(), LONGEST));
    }
}
