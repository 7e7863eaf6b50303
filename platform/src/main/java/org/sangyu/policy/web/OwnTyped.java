package org.sangyu.policy.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.own.OwnAmount;
import org.sangyu.policy.internal.own.OwnWho;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.packs.AmountRule;
import org.sangyu.rules.packs.Unit;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Page;
import org.springframework.util.MultiValueMap;

/** Reads the fields of the form for an entered value; what is wrong is collected beside its field. */
final class OwnTyped {

    static final int BANDS = 6;
    private static final Pattern MONEY = Pattern.compile("\\d{1,7}(\\.\\d{1,2})?");
    private static final Pattern PIECES = Pattern.compile("\\d{1,4}");
    private static final Pattern AGE = Pattern.compile("\\d{1,3}");
    private static final int OLDEST = 130;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private final MultiValueMap<String, String> fields;
    private final Page page;
    private FormErrors errors = FormErrors.NONE;

    OwnTyped(MultiValueMap<String, String> fields, Page page) {
        this.fields = fields;
        this.page = page;
    }

    FormErrors errors() {
        return errors;
    }

    void wrong(String field, String wordKey, Object... arguments) {
        errors = errors.and(field, page.say(wordKey, arguments));
    }

    String text(String field) {
        String typed = fields.getFirst(field);
        return typed == null ? "" : typed.strip();
    }

    List<String> texts(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** A text that must be there, of at most so many characters, without control characters but line ends. */
    String need(String field, String labelKey, int most) {
        String text = text(field).replace("\r\n", "\n");
        if (text.isEmpty()) {
            wrong(field, "policy.own.error.empty", page.say(labelKey));
        }
        return optional(field, text, most);
    }

    @Nullable
    String optional(String field, int most) {
        String text = text(field);
        return text.isEmpty() ? null : optional(field, text, most);
    }

    private String optional(String field, String text, int most) {
        if (text.length() > most) {
            wrong(field, "policy.own.error.long", most);
        }
        if (text.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)) || hasHalves(text)) {
            wrong(field, "policy.own.error.signs");
        }
        return text;
    }

    private static boolean hasHalves(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return true;
                }
            } else if (Character.isLowSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    LocalDate day(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                wrong(field, "policy.own.error.day");
                return null;
            }
            return day;
        } catch (DateTimeException e) {
            wrong(field, "policy.own.error.day");
            return null;
        }
    }

    @Nullable
    OwnAmount amount(OwnAmount.Shape shape, Unit unit, AmountRule.@Nullable Table table) {
        List<OwnAmount.Row> rows = new ArrayList<>();
        boolean atLeast = !text("atLeast").isEmpty();
        switch (shape) {
            case FLAT -> row(rows, List.of(), "amount", unit);
            case SELF_CARE ->
                List.of("FULL", "PARTIAL", "NONE").forEach(key -> row(rows, List.of(key), "amount" + key, unit));
            case BANDS -> bands(rows, unit);
            case TABLE -> {
                List<List<String>> keys = keys(table);
                for (int i = 0; i < keys.size(); i++) {
                    row(rows, keys.get(i), "amount" + i, unit);
                }
            }
        }
        return errors.isEmpty()
                ? new OwnAmount(
                        shape,
                        atLeast,
                        table == null || shape != OwnAmount.Shape.TABLE
                                ? null
                                : table.tag().name(),
                        table == null || shape != OwnAmount.Shape.TABLE
                                ? List.of()
                                : table.by().stream().map(one -> one.key()).toList(),
                        rows)
                : null;
    }

    /** Every combination of the words of a table's attributes, in their order. */
    static List<List<String>> keys(AmountRule.@Nullable Table table) {
        List<List<String>> keys = List.of(List.of());
        if (table == null) {
            return List.of();
        }
        for (var attribute : table.by()) {
            keys = keys.stream()
                    .flatMap(before -> attribute.domain().stream().map(word -> {
                        List<String> longer = new ArrayList<>(before);
                        longer.add(word);
                        return List.copyOf(longer);
                    }))
                    .toList();
        }
        return keys;
    }

    private void bands(List<OwnAmount.Row> rows, Unit unit) {
        int before = -1;
        for (int i = 0; i < BANDS; i++) {
            String age = text("age" + i);
            if (age.isEmpty() && text("amount" + i).isEmpty()) {
                continue;
            }
            if (!AGE.matcher(age).matches() || Integer.parseInt(age) > OLDEST) {
                wrong("age" + i, "policy.own.error.age");
                continue;
            }
            if (Integer.parseInt(age) <= before) {
                wrong("age" + i, "policy.own.error.rising");
            }
            before = Integer.parseInt(age);
            row(rows, List.of(String.valueOf(before)), "amount" + i, unit);
        }
        if (rows.isEmpty() && errors.isEmpty()) {
            wrong("age0", "policy.own.error.no-band");
        }
    }

    private void row(List<OwnAmount.Row> rows, List<String> keys, String field, Unit unit) {
        String typed = text(field).replace(",", "").replace("，", "");
        if (!(unit.isMoney() ? MONEY : PIECES).matcher(typed).matches()) {
            wrong(field, unit.isMoney() ? "policy.own.error.amount" : "policy.own.error.pieces");
            return;
        }
        rows.add(new OwnAmount.Row(
                keys, unit.isMoney() ? new BigDecimal(typed).setScale(2).toPlainString() : typed));
    }

    /** For whom; null when nothing was said. */
    @Nullable
    OwnWho who() {
        String age = text("whoAge");
        if (!age.isEmpty() && (!AGE.matcher(age).matches() || Integer.parseInt(age) > OLDEST)) {
            wrong("whoAge", "policy.own.error.age");
            return null;
        }
        OwnWho who = new OwnWho(
                age.isEmpty() ? null : Integer.valueOf(age),
                Arrays.stream(OwnWho.Mark.values())
                        .filter(mark -> texts("who").contains(mark.name()))
                        .toList(),
                Arrays.stream(Tag.values())
                        .map(Tag::name)
                        .filter(tag -> texts("whoTag").contains(tag))
                        .toList());
        return who.isEmpty() ? null : who;
    }
}
