package org.sangyu.registry.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sangyu.registry.Category;
import org.sangyu.registry.CategoryAttribute;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.FactKind;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.shared.Place;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;
import org.sangyu.ui.Words;

/** The fields of the form of each kind of fact, filled with what was typed or what stands. */
final class FactFields {

    /** The field that carries a stored file along. */
    static final String FILE = "evidenceFile";

    /** Kinds that happen on a day and need it. */
    static final Set<FactKind> EVENTS = EnumSet.of(FactKind.LIFE, FactKind.ABILITY, FactKind.LTCI);

    private final Words words;
    private final Map<String, String> values;

    FactFields(Words words, Map<String, String> values) {
        this.words = words;
        this.values = values;
    }

    List<FieldView> of(FactKind kind, List<Place> offered, Map<Place, String> names) {
        List<FieldView> fields = new ArrayList<>();
        switch (kind) {
            case IDENTITY -> {
                fields.add(text("name"));
                fields.add(brief("born"));
                fields.add(select("sex", "registry.sex.", List.of("F", "M"), true));
                fields.add(text("idNumber"));
            }
            case RESIDENCE -> {
                fields.add(
                        select("residence", "registry.residence.", names(FactContent.ResidenceKind.values()), false));
                fields.addAll(place("at", offered, names));
                fields.add(text("address"));
            }
            case HOUSEHOLD -> {
                fields.add(
                        select("arrangement", "registry.arrangement.", names(FactContent.Arrangement.values()), false));
                fields.add(text("remark"));
            }
            case CONTACT -> {
                fields.add(select("contact", "registry.contact.", names(FactContent.ContactKind.values()), false));
                fields.add(brief("phone"));
                fields.add(text("person"));
                fields.add(text("relation"));
            }
            case TAG -> tag(fields);
            case ABILITY ->
                fields.add(select("level", "registry.ability.level.", List.of("0", "1", "2", "3", "4"), false));
            case LTCI ->
                fields.add(select("grade", "registry.ltci.grade.", List.of("0", "1", "2", "3", "4", "5"), false));
            case INSTITUTION -> fields.add(text("institution"));
            case ACCOUNT -> {
                fields.add(text("holder"));
                fields.add(text("bank"));
                fields.add(text("number"));
            }
            case LIFE -> fields.add(select("life", "registry.life.", names(FactContent.LifeKind.values()), false));
            case RECEIPT -> {
                fields.add(text("benefit"));
                fields.add(brief("amount"));
            }
        }
        period(kind, fields);
        fields.add(select("source", "registry.source.", sources(), false));
        evidence(fields);
        return fields;
    }

    /** A stored file stays the evidence unless words are written in its place; nobody has to read its number. */
    private void evidence(List<FieldView> fields) {
        String kept = isFile(value("evidence")) ? value("evidence") : value(FILE);
        if (!isFile(kept)) {
            fields.add(text("evidence"));
            return;
        }
        fields.add(FieldView.hidden(FILE, kept));
        fields.add(FieldView.text(
                "evidence",
                words.say("registry.field.evidence"),
                isFile(value("evidence")) ? "" : value("evidence"),
                words.say("registry.hint.evidence.file")));
    }

    /** Whether an evidence is a stored file rather than words. */
    static boolean isFile(String evidence) {
        return evidence.matches("[0-9a-f]{64}");
    }

    private void tag(List<FieldView> fields) {
        fields.add(select(
                "tag",
                "registry.tag.",
                Arrays.stream(Category.values()).map(Enum::name).toList(),
                false));
        for (CategoryAttribute attribute : CategoryAttribute.values()) {
            fields.add(select(attribute.key(), "registry.attribute." + attribute + ".", attribute.domain(), true));
        }
        fields.add(text("reviewer"));
    }

    private void period(FactKind kind, List<FieldView> fields) {
        if (kind == FactKind.IDENTITY) {
            return;
        }
        String label = EVENTS.contains(kind) ? "registry.field.from." + kind : "registry.field.from";
        fields.add(FieldView.brief("from", words.say(label), value("from"), words.say("registry.hint.day")));
        if (!EVENTS.contains(kind)) {
            fields.add(brief("last"));
        }
    }

    /** A place: its text, and when several fit, the choice between them. */
    List<FieldView> place(String name, List<Place> offered, Map<Place, String> names) {
        List<FieldView> fields = new ArrayList<>();
        fields.add(text(name));
        fields.add(FieldView.hidden(name + "Was", offered.size() > 1 ? value(name) : value(name + "Was")));
        if (offered.size() > 1) {
            List<Option> options = Stream.concat(
                            Stream.of(new Option("", words.say("registry.choose"), true)),
                            offered.stream()
                                    .map(place ->
                                            new Option(place.path(), names.getOrDefault(place, place.path()), false)))
                    .toList();
            fields.add(new FieldView(
                    name + "Path", "select", words.say("registry.choose.place"), "", options, null, false, 20));
        } else {
            fields.add(FieldView.hidden(name + "Path", value(name + "Path")));
        }
        return fields;
    }

    FieldView text(String name) {
        return FieldView.text(name, words.say("registry.field." + name), value(name), hint(name));
    }

    FieldView brief(String name) {
        return FieldView.brief(name, words.say("registry.field." + name), value(name), hint(name));
    }

    FieldView select(String name, String prefix, List<String> codes, boolean mayBeUnknown) {
        String value = value(name);
        Stream<Option> unknown = mayBeUnknown
                ? Stream.of(new Option("", words.say("registry.unknown"), value.isEmpty()))
                : Stream.empty();
        return FieldView.select(
                name,
                words.say("registry.field." + name),
                Stream.concat(
                                unknown,
                                codes.stream()
                                        .map(code -> new Option(code, words.say(prefix + code), code.equals(value))))
                        .toList());
    }

    /** Errors about fields that the form does not have are shown at its first one. */
    static FormErrors inForm(FormErrors errors, List<FieldView> fields) {
        Set<String> names =
                new java.util.HashSet<>(fields.stream().map(FieldView::name).toList());
        FormErrors mended = FormErrors.NONE;
        for (Map.Entry<String, String> error : errors.byField().entrySet()) {
            mended = mended.and(
                    names.contains(error.getKey())
                            ? error.getKey()
                            : fields.getFirst().name(),
                    error.getValue());
        }
        return mended;
    }

    private static List<String> sources() {
        return Arrays.stream(FactSourceCode.values())
                .filter(source -> source != FactSourceCode.DEMONSTRATION
                        && source != FactSourceCode.ROSTER
                        && source != FactSourceCode.OPENING_BOOKS)
                .map(Enum::name)
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private @org.jspecify.annotations.Nullable String hint(String name) {
        String key = "registry.hint." + name;
        return words.knows(key) ? words.say(key) : null;
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }
}
