package org.sangyu.policy.internal.own;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.Conflict;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.SourceKind;
import org.sangyu.rules.packs.Unit;
import org.sangyu.rules.packs.When;
import org.sangyu.shared.Time;

/** Writes the values in force of one region as a pack folder, the very form in which packs are shipped. */
final class OwnLayer {

    /** Folder of all that operators entered. */
    static final String FOLDER = "own/";

    private final PackSet shipped;
    private final String region;
    private final String name;

    /**
     * Prepares.
     *
     * @param shipped the packs below which the layer lies
     * @param name of the region, as printed
     */
    OwnLayer(PackSet shipped, String region, String name) {
        this.shipped = shipped;
        this.region = region;
        this.name = name;
    }

    /** Folder of one region. */
    static String folder(String region) {
        return FOLDER + region + "/";
    }

    /** The files; none without values. The newest decided of two for the same day counts. */
    List<PackFile> files(List<OwnValue> inForce) {
        List<PackFile> files = new ArrayList<>();
        if (inForce.isEmpty()) {
            return files;
        }
        add(files, "pack.yaml", "region: " + Yaml.text(region) + "\nname: " + Yaml.both(name) + '\n');
        add(files, "documents.yaml", documents(inForce));
        by(inForce, OwnKind.AMOUNT).forEach((benefit, values) -> {
            add(files, "benefits/" + benefit + "/amount.yaml", amounts(benefit, values));
            add(files, "benefits/" + benefit + "/benefit.yaml", benefit(values));
        });
        Map<String, List<OwnValue>> conflicts = by(inForce, OwnKind.CONFLICT);
        if (!conflicts.isEmpty()) {
            add(files, "conflicts.yaml", conflicts(conflicts));
        }
        Map<String, List<OwnValue>> settings = by(inForce, OwnKind.SETTING);
        if (!settings.isEmpty()) {
            add(files, "settings.yaml", settings(settings));
        }
        return files;
    }

    private void add(List<PackFile> files, String path, String text) {
        files.add(new PackFile(folder(region) + path, text));
    }

    private static Map<String, List<OwnValue>> by(List<OwnValue> values, OwnKind kind) {
        Map<String, List<OwnValue>> by = new LinkedHashMap<>();
        values.stream()
                .filter(value -> value.kind() == kind)
                .sorted(java.util.Comparator.comparing(OwnValue::subject).thenComparing(OwnValue::from))
                .forEach(value -> by.computeIfAbsent(value.subject(), key -> new ArrayList<>())
                        .add(value));
        return by;
    }

    private static String documents(List<OwnValue> values) {
        StringBuilder yaml = new StringBuilder("documents:\n");
        for (OwnValue value : values) {
            OwnSource source = value.source();
            yaml.append("  - id: ").append(value.document()).append('\n');
            yaml.append("    title: ").append(Yaml.both(source.title())).append('\n');
            if (source.number() != null) {
                yaml.append("    number: ").append(Yaml.text(source.number())).append('\n');
            }
            yaml.append("    issuer: ").append(Yaml.both(source.issuer())).append('\n');
            if (source.issued() != null) {
                yaml.append("    issued: ").append(source.issued()).append('\n');
            }
            yaml.append("    in_hand: true\n    note: ")
                    .append(Yaml.text(source.words()))
                    .append('\n');
        }
        return yaml.toString();
    }

    private String amounts(String benefit, List<OwnValue> values) {
        Unit unit = shipped.benefits().stream()
                .filter(one -> one.id().equals(benefit))
                .findFirst()
                .orElseThrow()
                .unit();
        StringBuilder yaml = new StringBuilder("description: {zh: 本机录入, en: Entered by this installation}\n");
        yaml.append("use: DECIDES\nunit: ").append(unit.code()).append("\nvalues:\n");
        for (int i = 0; i < values.size(); i++) {
            OwnAmount amount = values.get(i).content().amount();
            if (amount == null) {
                throw new IllegalStateException(
                        "an amount says none: " + values.get(i).id());
            }
            yaml.append(head(values.get(i), i + 1 < values.size() ? values.get(i + 1) : null));
            yaml.append("    at_least: ").append(amount.atLeast()).append('\n');
            yaml.append("    ").append(amount.yaml()).append('\n');
        }
        return yaml.append(reviewed(values.getLast())).toString();
    }

    /** Two persons looked at every value; a value for later counts as looked at up to its first day. */
    private static String reviewed(OwnValue newest) {
        LocalDate decided = day(newest);
        LocalDate on = decided.isBefore(newest.from()) ? newest.from() : decided;
        return "reviewed: {on: " + on + ", by: " + Yaml.text(person(newest)) + "}\n";
    }

    private static String person(OwnValue value) {
        return value.decided() == null
                ? value.proposed().person()
                : value.decided().person();
    }

    private static LocalDate day(OwnValue value) {
        return (value.decided() == null ? value.proposed() : value.decided())
                .at()
                .atZone(Time.ZONE)
                .toLocalDate();
    }

    private static String head(OwnValue value, @Nullable OwnValue next) {
        StringBuilder yaml =
                new StringBuilder("  - from: ").append(value.from()).append('\n');
        LocalDate to = value.to();
        if (to != null && (next == null || to.isBefore(next.from()))) {
            yaml.append("    to: ").append(to).append("\n    gap_declared: true\n");
        }
        yaml.append("    kind: OPERATOR\n    recorded: ").append(day(value)).append('\n');
        return yaml.append("    source: ").append(cited(value)).append('\n').toString();
    }

    private static String cited(OwnValue value) {
        return "{document: " + value.document() + ", clause: "
                + Yaml.text(value.source().clause()) + "}";
    }

    private static String benefit(List<OwnValue> values) {
        OwnValue first = values.getFirst();
        StringBuilder yaml = new StringBuilder("status:\n  - {is: IN_FORCE, from: ")
                .append(first.from())
                .append(", kind: OPERATOR, recorded: ")
                .append(day(first))
                .append(", source: ")
                .append(cited(first))
                .append("}\n");
        List<OwnValue> who =
                values.stream().filter(value -> value.content().who() != null).toList();
        if (!who.isEmpty()) {
            yaml.append("who:\n");
            for (OwnValue value : who) {
                yaml.append("  - from: ").append(value.from()).append("\n    is: ");
                yaml.append(
                        java.util.Objects.requireNonNull(value.content().who()).yaml());
                yaml.append("\n    kind: OPERATOR\n    recorded: ").append(day(value));
                yaml.append("\n    source: ").append(cited(value)).append('\n');
            }
        }
        return yaml.toString();
    }

    /** A nearer rule replaces an upper one of the same id as a whole, so what held before is written down again. */
    private String conflicts(Map<String, List<OwnValue>> conflicts) {
        StringBuilder yaml = new StringBuilder("conflicts:\n");
        conflicts.forEach((id, values) -> {
            yaml.append("  ").append(id).append(":\n");
            shipped.conflicts(RegionCode.of(region), false).stream()
                    .flatMap(parameter -> parameter.values().stream())
                    .filter(before -> before.value().id().equals(id))
                    .filter(before -> before.kind() != SourceKind.OPERATOR)
                    .filter(before ->
                            before.from().latest().isBefore(values.getFirst().from()))
                    .forEach(before -> yaml.append(before(before)));
            for (int i = 0; i < values.size(); i++) {
                OwnContent content = values.get(i).content();
                yaml.append(head(values.get(i), i + 1 < values.size() ? values.get(i + 1) : null)
                        .replace("\n    ", "\n      ")
                        .replace("  - ", "    - "));
                yaml.append("      members: [")
                        .append(String.join(", ", content.members()))
                        .append("]\n");
                yaml.append("      rule: ")
                        .append(content.conflict())
                        .append("\n      administrator_confirmed: true\n");
            }
        });
        return yaml.toString();
    }

    private static String before(Dated<Conflict> before) {
        String from = before.from().equals(When.ALWAYS)
                ? "always"
                : before.from().latest().toString();
        return "    - from: " + from + "\n      members: ["
                + String.join(", ", before.value().members()) + "]\n      rule: "
                + before.value().rule() + "\n      administrator_confirmed: "
                + before.value().confirmed() + "\n      kind: " + before.kind() + "\n      source: {document: "
                + before.source().document() + ", clause: "
                + Yaml.text(before.source().clause()) + "}\n";
    }

    private static String settings(Map<String, List<OwnValue>> settings) {
        StringBuilder yaml = new StringBuilder("settings:\n");
        settings.forEach((key, values) -> {
            OwnValue newest = values.getLast();
            OwnSource source = newest.source();
            yaml.append("  - key: ").append(key).append("\n    values: [");
            yaml.append(newest.content().setting().stream().map(Yaml::text).collect(Collectors.joining(", ")));
            yaml.append("]\n    ground: ")
                    .append(Yaml.both("《" + source.title() + "》" + source.clause()))
                    .append('\n');
        });
        return yaml.toString();
    }
}
