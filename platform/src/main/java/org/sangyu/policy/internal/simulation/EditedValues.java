package org.sangyu.policy.internal.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.AmountRule;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.Standard;
import org.sangyu.rules.packs.Unit;
import org.sangyu.shared.Unscoped;
import org.springframework.stereotype.Component;

/**
 * Amounts of a region as a page edits them: the newest value of each benefit, flat, by age or by how far people care for
 * themselves. For whom a benefit is stays as it is; amounts by categories are left to an uploaded folder.
 */
@Unscoped("packs are public")
@Component
public class EditedValues {

    private final PackShelf shelf;

    EditedValues(PackShelf shelf) {
        this.shelf = shelf;
    }

    /** How the lines of a benefit are meant. */
    public enum Shape {
        FLAT,
        BANDS,
        SELF_CARE
    }

    /**
     * A benefit's amounts.
     *
     * @param document the paper of the newest value, cited again by the edited one
     */
    public record Amounts(Benefit benefit, Shape shape, Unit unit, boolean atLeast, String document, List<Line> lines) {

        /** Copies the lines. */
        public Amounts {
            lines = List.copyOf(lines);
        }

        /** The same with other lines. */
        public Amounts with(List<Line> others) {
            return new Amounts(benefit, shape, unit, atLeast, document, others);
        }
    }

    /**
     * One amount.
     *
     * @param key lowest age of a band, {@code FULL}, {@code PARTIAL} or {@code NONE}, or empty for a flat amount
     * @param amount in fen, or pieces
     */
    public record Line(String key, long amount) {}

    /** What can be edited for a region when a draft counts; an empty draft is the standards in force. */
    public List<Amounts> of(RegionCode region, List<PackFile> draft) {
        PackSet packs = draft.isEmpty() ? shelf.packs() : shelf.packsWith(draft);
        List<Amounts> all = new ArrayList<>();
        for (Benefit benefit : packs.benefits()) {
            packs.policy(region, benefit.id(), false)
                    .flatMap(policy -> policy.amount().stream()
                            .map(Parameter::values)
                            .filter(values -> !values.isEmpty())
                            .findFirst())
                    .ifPresent(values -> add(all, benefit, values.getLast()));
        }
        return all;
    }

    private static void add(List<Amounts> all, Benefit benefit, Dated<Standard> value) {
        Standard standard = value.value();
        String document = value.source().document();
        switch (standard.rule()) {
            case AmountRule.Flat flat ->
                all.add(new Amounts(
                        benefit,
                        Shape.FLAT,
                        standard.unit(),
                        standard.atLeast(),
                        document,
                        List.of(new Line("", flat.amount()))));
            case AmountRule.Bands bands ->
                all.add(new Amounts(
                        benefit,
                        Shape.BANDS,
                        standard.unit(),
                        standard.atLeast(),
                        document,
                        bands.bands().stream()
                                .map(band -> new Line(String.valueOf(band.fromAge()), band.amount()))
                                .toList()));
            case AmountRule.BySelfCare care ->
                all.add(new Amounts(
                        benefit,
                        Shape.SELF_CARE,
                        standard.unit(),
                        standard.atLeast(),
                        document,
                        List.of(
                                new Line("FULL", care.full()),
                                new Line("PARTIAL", care.partial()),
                                new Line("NONE", care.none()))));
            case AmountRule.Table table -> {}
        }
    }

    /** The draft with these amounts in the place of the former ones; an empty draft becomes a layer of the region. */
    public List<PackFile> with(List<PackFile> draft, RegionCode region, List<Amounts> edited) {
        Map<String, PackFile> files = new HashMap<>();
        draft.forEach(file -> files.put(file.path(), file));
        files.computeIfAbsent(DraftValues.FOLDER + "/pack.yaml", path -> DraftValues.head(region));
        for (Amounts amounts : edited) {
            String path = DraftValues.FOLDER + "/benefits/" + amounts.benefit().id() + "/amount.yaml";
            files.put(path, new PackFile(path, yaml(amounts)));
        }
        return files.values().stream()
                .sorted(java.util.Comparator.comparing(PackFile::path))
                .toList();
    }

    /** The amounts in the shape of a pack file, always in force. */
    static String yaml(Amounts amounts) {
        StringBuilder yaml = new StringBuilder("description: {zh: 测算金额, en: Simulated amount}\nuse: DECIDES\nunit: ")
                .append(amounts.unit().code())
                .append("\nvalues:\n  - from: always\n    kind: OPERATOR\n");
        if (amounts.atLeast()) {
            yaml.append("    at_least: true\n");
        }
        switch (amounts.shape()) {
            case FLAT ->
                yaml.append("    amount: ")
                        .append(quoted(amounts, amounts.lines().getFirst()))
                        .append('\n');
            case BANDS -> {
                yaml.append("    bands:\n");
                amounts.lines()
                        .forEach(line -> yaml.append("      - {from_age: ")
                                .append(line.key())
                                .append(", amount: ")
                                .append(quoted(amounts, line))
                                .append("}\n"));
            }
            case SELF_CARE -> {
                yaml.append("    by_self_care:\n");
                amounts.lines()
                        .forEach(line -> yaml.append("      ")
                                .append(line.key())
                                .append(": ")
                                .append(quoted(amounts, line))
                                .append('\n'));
            }
        }
        return yaml.append("    source: {document: ")
                .append(amounts.document())
                .append(", clause: 测算时修改}\nreviewed: {on: 2000-01-01, by: simulation}\n")
                .toString();
    }

    private static String quoted(Amounts amounts, Line line) {
        return '"' + amounts.unit().format(line.amount()) + '"';
    }
}
