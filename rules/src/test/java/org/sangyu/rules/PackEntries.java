package org.sangyu.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.rules.packs.Content;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.Document;
import org.sangyu.rules.packs.FreeValue;
import org.sangyu.rules.packs.Goal;
import org.sangyu.rules.packs.Pack;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.Target;

/** Everything that stands in the packs, found by its file and its key or id. */
final class PackEntries {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    /**
     * One entry.
     *
     * @param use what it is for, as written in the packs
     * @param kinds how strong the papers are
     * @param figures the figures of an entry that is compared; empty for words, lists, amounts and groups
     */
    record Entry(String use, List<String> kinds, List<String> clauses, List<BigDecimal> figures) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    PackEntries(PackSet packs) {
        packs.documents().forEach(this::add);
        packs.packs().stream().filter(pack -> !pack.region().isEmpty()).forEach(pack -> add(packs, pack));
    }

    @Nullable
    Entry find(String file, String key) {
        return entries.get(file + "#" + key);
    }

    /** The numbers that a text names, without separators of thousands. */
    static List<BigDecimal> numbers(String text) {
        return NUMBER.matcher(text.replaceAll("(?<=\\d),(?=\\d{3})", ""))
                .results()
                .map(MatchResult::group)
                .map(BigDecimal::new)
                .map(BigDecimal::stripTrailingZeros)
                .toList();
    }

    private void add(Document document) {
        put(document.at().file(), document.id(), new Entry("REFERENCE", List.of(), List.of(), List.of()));
    }

    private void add(PackSet packs, Pack pack) {
        RegionCode region = RegionCode.of(pack.region());
        packs.benefits().forEach(benefit -> {
            BenefitPolicy policy = packs.policy(region, benefit.id(), true).orElseThrow();
            decides(pack, benefit.id(), policy.status());
            decides(pack, benefit.id(), policy.who());
            decides(pack, benefit.id(), policy.amount());
        });
        packs.groups().forEach(group -> decides(pack, group.id(), packs.members(region, group.id(), true)));
        packs.freeValues(region, true).stream()
                .filter(value -> value.pack().equals(pack))
                .forEach(this::add);
        packs.targets(region, true).stream()
                .filter(target -> target.pack().equals(pack))
                .forEach(this::add);
    }

    private <T> void decides(Pack pack, String id, List<Parameter<T>> layers) {
        layers.stream().filter(layer -> layer.pack().equals(pack)).forEach(layer -> {
            String file = layer.values().getFirst().at().file();
            Entry entry = new Entry("DECIDES", kinds(layer.values()), clauses(layer.values()), List.of());
            entries.merge(file + "#" + id, entry, (first, second) -> first);
        });
    }

    private void add(Parameter<FreeValue> value) {
        Dated<FreeValue> first = value.values().getFirst();
        List<Content> contents =
                value.values().stream().map(v -> v.value().content()).toList();
        put(
                first.at().file(),
                first.value().key(),
                new Entry(value.use().name(), kinds(value.values()), clauses(value.values()), figures(contents)));
    }

    private void add(Target target) {
        List<Dated<Goal>> all = Stream.concat(Stream.ofNullable(target.baseline()), Stream.ofNullable(target.goals()))
                .flatMap(p -> p.values().stream())
                .toList();
        List<BigDecimal> figures = new ArrayList<>(
                figures(all.stream().map(g -> g.value().content()).toList()));
        if (!figures.isEmpty()) {
            all.forEach(goal -> figures.addAll(numbers(goal.from().written())));
        }
        put(target.at().file(), target.key(), new Entry(use(target), kinds(all), clauses(all), figures));
    }

    private static String use(Target target) {
        String past = target.baseline() == null ? "" : target.baseline().use().name();
        String coming = target.goals() == null ? "" : target.goals().use().name();
        return past.isEmpty() || coming.isEmpty() ? past + coming : past + ", " + coming;
    }

    private static List<BigDecimal> figures(List<Content> contents) {
        return contents.stream()
                .filter(Content.Quantity.class::isInstance)
                .map(Content.Quantity.class::cast)
                .flatMap(q -> Stream.concat(Stream.of(q.value()), Stream.ofNullable(q.upTo())))
                .map(BigDecimal::stripTrailingZeros)
                .toList();
    }

    private static <T> List<String> kinds(List<Dated<T>> values) {
        return values.stream().map(v -> v.kind().name()).distinct().toList();
    }

    private static <T> List<String> clauses(List<Dated<T>> values) {
        return values.stream().map(v -> v.source().clause()).distinct().toList();
    }

    private void put(String file, String key, Entry entry) {
        entries.put(file + "#" + key, entry);
    }
}
