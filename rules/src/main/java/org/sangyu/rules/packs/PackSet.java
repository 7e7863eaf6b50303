package org.sangyu.rules.packs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.reading.Problems;

/** All packs of all regions, read once, checked, immutable; safe to share between threads. */
public final class PackSet {
    private final List<PackFile> files;
    private final List<Problem> folderProblems;
    private final PackAssembly assembly;
    private final String hash;

    private PackSet(List<PackFile> files, List<Problem> folderProblems, List<PackFile> installation) {
        this.files = files;
        this.folderProblems = folderProblems;
        this.assembly = PackAssembly.of(files, installation);
        this.hash = PackHash.of(files, installation);
    }

    /**
     * Reads every pack below the folder.
     *
     * <p>Never throws because of what a file says: see {@link #problems()}. A parameter with a problem takes no part
     * in decisions.
     *
     * @throws java.io.UncheckedIOException when the folder itself cannot be read
     */
    public static PackSet read(Path folder) {
        return read(List.of(folder));
    }

    /** Reads several folders as if they were one, for instance the shipped packs and a region that is being written. */
    public static PackSet read(List<Path> folders) {
        Problems problems = new Problems();
        List<PackFile> files = new ArrayList<>();
        for (Path folder : folders) {
            files.addAll(PackFolder.files(folder, problems));
        }
        files.sort(Comparator.comparing(PackFile::path));
        return new PackSet(List.copyOf(files), problems.all(), List.of());
    }

    /** The same packs with the operator's own layer, nearest of all; replaces an earlier one. */
    public PackSet withInstallation(List<PackFile> operatorFiles) {
        return new PackSet(files, folderProblems, List.copyOf(operatorFiles));
    }

    /** Everything wrong, in the order of files and lines; empty for packs fit for use. */
    public List<Problem> problems() {
        return Stream.concat(folderProblems.stream(), assembly.problems.stream())
                .sorted(Comparator.comparing((Problem p) -> p.at().file())
                        .thenComparingInt(p -> p.at().line())
                        .thenComparingInt(p -> p.at().column()))
                .toList();
    }

    /** SHA-256 over all files, in hexadecimal: the same packs give the same hash on every machine. */
    public String hash() {
        return hash;
    }

    /** All benefits in their fixed order. */
    public List<Benefit> benefits() {
        return assembly.benefits;
    }

    /** All groups in their fixed order. */
    public List<Group> groups() {
        return assembly.groups;
    }

    /** Benefits that other offices give and no pack decides, by id. */
    public Map<String, ReceivedBenefit> received() {
        return assembly.received;
    }

    /** All layers, the nation first. */
    public List<Pack> packs() {
        return assembly.contents.stream().map(c -> c.pack).toList();
    }

    /** The worked examples of all packs. */
    public List<CaseFile> cases() {
        return assembly.contents.stream()
                .flatMap(c -> Stream.concat(
                        c.cases.stream().map(file -> new CaseFile(c.pack, benefitOf(file), file)),
                        c.groupCases.stream().map(file -> new CaseFile(c.pack, null, file))))
                .toList();
    }

    private static String benefitOf(PackFile file) {
        String[] steps = file.path().split("/", -1);
        return steps[steps.length - 2];
    }

    /** The layers that speak for a region, nearest first; drafts only when asked for. */
    public List<Pack> layers(RegionCode region, boolean draft) {
        return assembly.layers(region, draft).stream().map(c -> c.pack).toList();
    }

    /** What the layers say about one benefit; empty for an id that no pack defines. */
    public Optional<BenefitPolicy> policy(RegionCode region, String benefit, boolean draft) {
        return benefits().stream()
                .filter(b -> b.id().equals(benefit))
                .findFirst()
                .map(found -> new BenefitPolicy(
                        found,
                        parameters(region, draft, c -> c.status.get(benefit)),
                        parameters(region, draft, c -> c.who.get(benefit)),
                        parameters(region, draft, c -> c.amounts.get(benefit)),
                        conflicts(region, draft).stream()
                                .filter(p -> p.values().stream()
                                        .anyMatch(v -> v.value().members().contains(benefit)))
                                .toList()));
    }

    /** The rules about benefits that do not add up; a nearer layer's replaces an upper one's of the same id. */
    public List<Parameter<Conflict>> conflicts(RegionCode region, boolean draft) {
        Map<String, Parameter<Conflict>> nearest = new LinkedHashMap<>();
        for (PackContent content : assembly.layers(region, draft).reversed()) {
            nearest.putAll(content.conflicts);
        }
        return List.copyOf(nearest.values());
    }

    /** Who belongs to a group, nearest layer first; empty when no layer says so. */
    public List<Parameter<Condition>> members(RegionCode region, String group, boolean draft) {
        return parameters(region, draft, c -> c.members.get(group));
    }

    /** The list of basic services over time, nearest layer first; empty when no layer prints one. */
    public List<Parameter<List<ServiceItem>>> serviceList(RegionCode region, boolean draft) {
        return parameters(region, draft, c -> c.serviceList);
    }

    /** Values that no decision reads, of the layers of a region, nearest first. */
    public List<Parameter<FreeValue>> freeValues(RegionCode region, boolean draft) {
        return assembly.layers(region, draft).stream()
                .flatMap(c -> c.free.stream())
                .map(p -> draft ? p : p.withoutDrafts())
                .filter(p -> !p.values().isEmpty())
                .toList();
    }

    /** Indicators with baseline and goals, of the layers of a region, nearest first; one key may stand in several. */
    public List<Target> targets(RegionCode region, boolean draft) {
        return assembly.layers(region, draft).stream()
                .flatMap(c -> c.targets.stream())
                .map(t -> draft ? t : t.withoutDrafts())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** What readers of a region's documents must know: contradictions, gaps, misprints; nearest layer first. */
    public List<Finding> findings(RegionCode region, boolean draft) {
        return assembly.layers(region, draft).stream()
                .flatMap(c -> c.findings.stream())
                .toList();
    }

    private <T> List<Parameter<T>> parameters(
            RegionCode region, boolean draft, Function<PackContent, @Nullable Parameter<T>> of) {
        List<Parameter<T>> found = new ArrayList<>();
        for (PackContent content : assembly.layers(region, draft)) {
            Parameter<T> parameter = of.apply(content);
            if (parameter != null) {
                found.add(draft ? parameter : parameter.withoutDrafts());
            }
        }
        return found;
    }

    /** The settings in force for a region, each from the nearest layer that sets it, in the order of the pack. */
    public List<Setting> settings(RegionCode region) {
        Map<String, Setting> nearest = new LinkedHashMap<>();
        for (PackContent content : assembly.layers(region, false).reversed()) {
            for (Setting setting : content.settings) {
                nearest.merge(setting.key(), setting, PackSet::nearer);
            }
        }
        return List.copyOf(nearest.values());
    }

    private static Setting nearer(Setting upper, Setting lower) {
        return new Setting(
                upper.key(), upper.name(), lower.values(), upper.choices(), lower.ground(), lower.pack(), lower.at());
    }

    /** An official paper by its id. */
    public Optional<Document> document(String id) {
        return documents().stream().filter(d -> d.id().equals(id)).findFirst();
    }

    /** All official papers that packs cite. */
    public List<Document> documents() {
        return assembly.contents.stream().flatMap(c -> c.documents.stream()).collect(Collectors.toUnmodifiableList());
    }
}
