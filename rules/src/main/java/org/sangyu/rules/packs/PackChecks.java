package org.sangyu.rules.packs;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.reading.Problems;

/** What one file cannot know by itself: names that must exist elsewhere, and what upper layers demand. */
final class PackChecks {
    private final PackAssembly assembly;
    private final Problems problems;
    private final Set<String> benefitIds;
    private final Set<String> groupIds;
    private final Set<String> documentIds;

    PackChecks(PackAssembly assembly, Problems problems) {
        this.assembly = assembly;
        this.problems = problems;
        this.benefitIds = assembly.benefits.stream().map(Benefit::id).collect(Collectors.toSet());
        this.groupIds = assembly.groups.stream().map(Group::id).collect(Collectors.toSet());
        this.documentIds = assembly.contents.stream()
                .flatMap(c -> c.documents.stream())
                .map(Document::id)
                .collect(Collectors.toSet());
    }

    void run() {
        checkFolders();
        checkTwice();
        for (PackContent content : assembly.contents) {
            checkNames(content);
            checkUnits(content);
            checkRead(content);
            for (PackContent upper : assembly.contents) {
                if (isAbove(upper, content)) {
                    checkAmounts(upper, content);
                    checkServiceList(upper, content);
                }
            }
        }
    }

    private static boolean isAbove(PackContent upper, PackContent lower) {
        return upper != lower
                && !upper.pack.draft()
                && lower.pack.region().startsWith(upper.pack.region())
                && (upper.pack.region().length() < lower.pack.region().length() || lower.pack.installation());
    }

    private void checkFolders() {
        Map<String, PackContent> byRegion = new HashMap<>();
        for (PackContent content : assembly.contents) {
            Pack pack = content.pack;
            String folder = pack.id().substring(pack.id().lastIndexOf('/') + 1);
            if (!pack.installation() && !pack.region().isEmpty() && !folder.startsWith(pack.region())) {
                add(
                        "FOLDER_AND_REGION",
                        content.at,
                        "文件夹名应以地区代码 " + pack.region() + " 开头",
                        "The folder's name starts with the region code " + pack.region(),
                        "改文件夹名或代码",
                        "Rename the folder or mend the code");
            }
            PackContent other = pack.draft() || pack.installation() ? null : byRegion.put(pack.region(), content);
            if (other != null) {
                add(
                        "REGION_TWICE",
                        content.at,
                        "地区已有另一个政策标准：" + other.pack.id(),
                        "The region has another pack: " + other.pack.id(),
                        "合并成一个",
                        "Make one of them");
            }
        }
    }

    private void checkTwice() {
        Set<String> seen = new HashSet<>();
        for (PackContent content : assembly.contents) {
            Stream<String> ids = Stream.of(
                            content.benefits.stream().map(b -> "benefit " + b.id()),
                            content.groups.stream().map(g -> "group " + g.id()),
                            content.received.stream().map(r -> "benefit " + r.id()),
                            content.documents.stream().map(d -> "document " + d.id()),
                            content.settings.stream().map(s -> "setting " + content.pack.id() + " " + s.key()),
                            content.free.stream().map(v -> "value " + content.pack.id() + " " + key(v)),
                            content.targets.stream().map(t -> "target " + content.pack.id() + " " + t.key()),
                            content.findings.stream().map(f -> "finding " + content.pack.id() + " " + f.id()))
                    .flatMap(s -> s);
            ids.filter(id -> !seen.add(id))
                    .forEach(id -> add(
                            "ID_TWICE", content.at, "编号重复：" + id, "Stands twice: " + id, "改用另一个编号", "Use another id"));
        }
    }

    private static String key(Parameter<FreeValue> value) {
        return value.values().getFirst().value().key();
    }

    private void checkNames(PackContent content) {
        Stream.of(content.status, content.who, content.amounts)
                .flatMap(m -> m.entrySet().stream())
                .filter(e -> !benefitIds.contains(e.getKey()))
                .forEach(e -> unknown("benefit", e.getKey(), first(e.getValue())));
        content.members.entrySet().stream()
                .filter(e -> !groupIds.contains(e.getKey()))
                .forEach(e -> unknown("group", e.getKey(), first(e.getValue())));
        Stream.of(content.who, content.members)
                .flatMap(m -> m.values().stream())
                .flatMap(p -> p.values().stream())
                .forEach(v -> checkCondition(v.value(), v.at()));
        content.conflicts.values().stream()
                .flatMap(p -> p.values().stream())
                .forEach(v -> v.value().members().stream()
                        .filter(m -> !isBenefit(m))
                        .forEach(m -> unknown("benefit", m, v.at())));
        dated(content)
                .filter(v -> !documentIds.contains(v.source().document()))
                .forEach(v -> unknown("document", v.source().document(), v.at()));
        content.findings.forEach(finding -> finding.says().stream()
                .filter(place -> !documentIds.contains(place.document()))
                .forEach(place -> unknown("document", place.document(), finding.at())));
        Set<String> keys = assembly.contents.stream()
                .filter(c -> c.pack.region().isEmpty() && !c.pack.installation())
                .flatMap(c -> c.settings.stream())
                .map(Setting::key)
                .collect(Collectors.toSet());
        content.settings.stream()
                .filter(s -> !keys.contains(s.key()))
                .forEach(s -> unknown("setting", s.key(), s.at()));
    }

    private static Position first(Parameter<?> parameter) {
        return parameter.values().getFirst().at();
    }

    private static Stream<Dated<?>> dated(PackContent content) {
        Stream<Parameter<?>> all = Stream.of(content.status, content.who, content.amounts, content.members)
                .flatMap(m -> m.values().stream());
        Stream<Parameter<?>> more = Stream.concat(content.conflicts.values().stream(), content.free.stream());
        Stream<Parameter<?>> list = Stream.ofNullable(content.serviceList);
        Stream<Parameter<?>> goals = content.targets.stream()
                .flatMap(t -> Stream.concat(Stream.ofNullable(t.baseline()), Stream.ofNullable(t.goals())));
        return Stream.of(all, more, list, goals).flatMap(s -> s).flatMap(p -> p.values().stream());
    }

    private boolean isBenefit(String id) {
        return benefitIds.contains(id) || assembly.received.containsKey(id);
    }

    private void checkCondition(Condition condition, Position at) {
        switch (condition) {
            case Condition.All all -> all.of().forEach(c -> checkCondition(c, at));
            case Condition.Any any -> any.of().forEach(c -> checkCondition(c, at));
            case Condition.Not not -> checkCondition(not.of(), at);
            case Condition.InGroup group when !groupIds.contains(group.group()) -> unknown("group", group.group(), at);
            case Condition.Receives receives
            when !isBenefit(receives.benefit()) -> unknown("benefit", receives.benefit(), at);
            default -> {}
        }
    }

    private void unknown(String what, String id, Position at) {
        add(
                "UNKNOWN_NAME",
                at,
                "没有定义“" + id + "”（" + what + "）",
                "No " + what + " '" + id + "' is defined",
                "改正名称，或先在 vocabulary.yaml、documents.yaml 或 settings.yaml 里定义",
                "Mend the name, or define it first in vocabulary.yaml, documents.yaml or settings.yaml");
    }

    private void checkUnits(PackContent content) {
        content.amounts.forEach((id, parameter) -> assembly.benefits.stream()
                .filter(b -> b.id().equals(id))
                .forEach(benefit -> parameter.values().stream()
                        .filter(v -> v.value().unit() != benefit.unit())
                        .findFirst()
                        .ifPresent(v -> add(
                                "WRONG_UNIT",
                                v.at(),
                                "单位应为 " + benefit.unit().code(),
                                "The unit is " + benefit.unit().code(),
                                "改正单位",
                                "Mend the unit"))));
    }

    private void checkRead(PackContent content) {
        content.amounts.forEach((id, parameter) -> {
            boolean known = assembly.contents.stream()
                    .filter(c -> c == content || isAbove(c, content) || isAbove(content, c))
                    .anyMatch(c -> c.status.containsKey(id));
            if (parameter.use() == Use.DECIDES && !known && benefitIds.contains(id)) {
                add(
                        "UNREAD_VALUE",
                        first(parameter),
                        "没有规则读取这些值：本地区各层都没有写该待遇的 status",
                        "No rule reads these values: no layer of the region gives the benefit a status",
                        "在 benefit.yaml 写 status",
                        "Write a status in benefit.yaml");
            }
        });
    }

    private void checkAmounts(PackContent upper, PackContent lower) {
        lower.amounts.forEach((id, parameter) -> {
            Parameter<Standard> above = upper.amounts.get(id);
            if (above == null) {
                return;
            }
            for (Dated<Standard> high : above.values()) {
                for (Dated<Standard> low : parameter.values()) {
                    if (together(above, high, parameter, low)
                            && !Bounds.keeps(high.value(), above.strength(), low.value())) {
                        refuse(low.at(), high, low, id);
                    }
                }
            }
        });
    }

    private void refuse(Position at, Dated<?> high, Dated<?> low, String item) {
        add(
                "BELOW_UPPER_LAYER",
                at,
                "“" + item + "”不符合上级要求：本级 " + cite(low) + "，上级 " + cite(high),
                "'" + item + "' does not keep what the layer above demands: here " + cite(low) + ", above "
                        + cite(high),
                "改正本级的值；改正之前按上级的值",
                "Mend the value here; until then the value above counts");
    }

    private static String cite(Dated<?> dated) {
        return dated.source().document() + " " + dated.source().clause();
    }

    private static <T> boolean together(Parameter<T> a, Dated<T> x, Parameter<T> b, Dated<T> y) {
        LocalDate from = x.from().latest().isAfter(y.from().latest())
                ? x.from().latest()
                : y.from().latest();
        LocalDate endX = end(a, x);
        LocalDate endY = end(b, y);
        return (endX == null || from.isBefore(endX)) && (endY == null || from.isBefore(endY));
    }

    private static <T> @Nullable LocalDate end(Parameter<T> parameter, Dated<T> value) {
        When to = value.to();
        if (to != null) {
            return to.earliest();
        }
        int next = parameter.values().indexOf(value) + 1;
        return next == 0
                        || next >= parameter.values().size()
                        || Timeline.isSecond(parameter.values().get(next))
                ? null
                : parameter.values().get(next).from().earliest();
    }

    private void checkServiceList(PackContent upper, PackContent lower) {
        Parameter<List<ServiceItem>> above = upper.serviceList;
        Parameter<List<ServiceItem>> below = lower.serviceList;
        if (above == null || below == null || above.strength() != Strength.FLOOR) {
            return;
        }
        for (Dated<List<ServiceItem>> high : above.values()) {
            for (Dated<List<ServiceItem>> low : below.values()) {
                if (together(above, high, below, low)) {
                    high.value().forEach(item -> checkItem(item, high, low));
                }
            }
        }
    }

    private void checkItem(ServiceItem item, Dated<List<ServiceItem>> high, Dated<List<ServiceItem>> low) {
        ServiceItem same = low.value().stream()
                .filter(i -> i.id().equals(item.id()))
                .findFirst()
                .orElse(null);
        if (same == null) {
            refuse(low.at(), high, low, item.name().zh());
            return;
        }
        item.targets().stream()
                .filter(t -> !same.targets().contains(t))
                .forEach(t -> refuse(low.at(), high, low, item.name().zh() + "：" + t));
        item.contents().stream()
                .filter(t -> !same.contents().contains(t))
                .forEach(t -> refuse(low.at(), high, low, item.name().zh() + "：" + t));
    }

    private void add(String code, Position at, String zh, String en, String todoZh, String todoEn) {
        problems.add(code, at, new Text(zh, en), new Text(todoZh, todoEn));
    }
}
