package org.sangyu.rules.packs;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;
import org.sangyu.rules.reading.YamlTree;

/** Reads the files of one pack; the name of a file says what is in it. */
final class PackReader {
    static final String PACK = "pack.yaml";
    static final String CASES = "cases.yaml";

    private final String folder;
    private final boolean installation;
    private final Problems problems;

    PackReader(String folder, boolean installation, Problems problems) {
        this.folder = folder;
        this.installation = installation;
        this.problems = problems;
    }

    /** Reads {@code pack.yaml}; without it nothing else of the pack can be placed, so null. */
    @Nullable
    PackContent begin(PackFile file) {
        Fields fields = top(file);
        if (fields == null) {
            return null;
        }
        String region = region(fields);
        Text name = fields.words("name");
        boolean draft = "DRAFT".equals(fields.text("status"));
        fields.text("maintainer");
        fields.texts("languages");
        fields.text("licence");
        fields.done();
        if (region == null || name == null) {
            return null;
        }
        return new PackContent(new Pack(folder, region, name, draft, installation), fields.at());
    }

    private @Nullable String region(Fields fields) {
        String region = fields.needText("region");
        if (region == null) {
            return null;
        }
        if (region.equals("nation")) {
            return "";
        }
        if (!RegionCode.isCode(region)) {
            fields.add(
                    "NOT_A_REGION",
                    fields.at("region"),
                    "地区代码应为 2、4、6、9 或 12 位数字，全国写 nation",
                    "A region code has 2, 4, 6, 9 or 12 digits; the nation is written 'nation'",
                    "改正代码并加引号",
                    "Mend the code and put it in quotes");
            return null;
        }
        return RegionCode.of(region).digits();
    }

    /** Reads one more file into the content. */
    void read(PackFile file, PackContent into) {
        String name = file.path().substring(folder.length() + 1);
        String[] steps = name.split("/", -1);
        if (steps.length == 3 && steps[0].equals("benefits")) {
            readBenefitFile(file, steps[1], steps[2], into);
        } else if (steps.length == 2 && steps[0].equals("values")) {
            new FreeValueReader(problems).read(top(file), into);
        } else if (steps.length == 2 && steps[0].equals("targets")) {
            new TargetReader(problems).read(top(file), into);
        } else {
            switch (name) {
                case PACK -> {}
                case "vocabulary.yaml" -> new VocabularyReader(problems).read(top(file), into);
                case "documents.yaml" -> readDocuments(top(file), into);
                case "settings.yaml" -> new SettingsReader(into.pack, problems).read(top(file), into.settings);
                case "groups.yaml" -> readGroups(top(file), into);
                case "group-cases.yaml" -> into.groupCases.add(file);
                case "conflicts.yaml" -> readConflicts(top(file), into);
                case "service-list.yaml" -> readServiceList(top(file), into);
                case "values.yaml" -> new FreeValueReader(problems).read(top(file), into);
                case "targets.yaml" -> new TargetReader(problems).read(top(file), into);
                case "findings.yaml" -> new FindingReader(problems).read(top(file), into);
                default -> unknownFile(file);
            }
        }
    }

    private @Nullable Fields top(PackFile file) {
        return Fields.of(YamlTree.read(file.path(), file.text(), problems), problems);
    }

    private void unknownFile(PackFile file) {
        problems.add(
                "UNREAD_FILE",
                Position.of(file.path()),
                new Text("没有规则读取这个文件，里面的值不起作用", "No rule reads this file; its values decide nothing"),
                new Text("按写法指南改名或移走", "Rename it as the guide says, or move it away"));
    }

    private void readBenefitFile(PackFile file, String benefit, String name, PackContent into) {
        switch (name) {
            case "benefit.yaml" -> readBenefit(top(file), benefit, into);
            case "amount.yaml" -> readAmount(top(file), benefit, into);
            case CASES -> into.cases.add(file);
            default -> unknownFile(file);
        }
    }

    private void readBenefit(@Nullable Fields fields, String benefit, PackContent into) {
        if (fields == null) {
            return;
        }
        DatedReader dated = new DatedReader(into.pack, problems);
        if (fields.has("status")) {
            put(
                    into.status,
                    benefit,
                    dated.read(fields.items("status"), Use.DECIDES, Strength.FREE, PackReader::status));
        }
        if (fields.has("who")) {
            put(into.who, benefit, dated.read(fields.items("who"), Use.DECIDES, Strength.FREE, this::condition));
        }
        fields.done();
    }

    private static @Nullable Status status(Fields fields) {
        fields.need("is");
        return fields.constant("is", Status.class);
    }

    private @Nullable Condition condition(Fields fields) {
        return fields.need("is") ? new ConditionReader(problems).read(fields.tree("is")) : null;
    }

    private void readAmount(@Nullable Fields fields, String benefit, PackContent into) {
        if (fields == null) {
            return;
        }
        fields.words("description");
        String unitCode = fields.needText("unit");
        Unit unit = unitCode == null ? null : Unit.find(unitCode);
        if (unitCode != null && unit == null) {
            fields.add(
                    "UNKNOWN_UNIT",
                    fields.at("unit"),
                    "不认识的单位“" + unitCode + "”",
                    "The unit '" + unitCode + "' is not known",
                    "用 CNY/month、CNY/year、CNY 或 piece",
                    "Use CNY/month, CNY/year, CNY or piece");
        }
        Use use = fields.constant("use", Use.class);
        Strength strength = fields.constant("strength", Strength.class);
        List<Tree> values = fields.need("values") ? fields.items("values") : List.of();
        if (unit != null) {
            Parameter<Standard> amount = new DatedReader(into.pack, problems)
                    .read(
                            values,
                            use == null ? Use.DECIDES : use,
                            strength == null ? Strength.FREE : strength,
                            new AmountReader(unit, problems)::read);
            if (amount != null) {
                checkReviewed(fields, amount);
            }
            put(into.amounts, benefit, amount);
        }
        fields.tree("reviewed");
        fields.done();
    }

    private static void checkReviewed(Fields fields, Parameter<Standard> amount) {
        Fields reviewed = fields.need("reviewed") ? fields.fields("reviewed") : null;
        LocalDate on = reviewed == null || !reviewed.need("on") ? null : reviewed.day("on");
        if (reviewed != null) {
            reviewed.needText("by");
            reviewed.done();
        }
        if (on != null
                && amount.values().stream().anyMatch(v -> v.from().latest().isAfter(on))) {
            fields.add(
                    "REVIEWED_TOO_EARLY",
                    fields.at("reviewed"),
                    "复核日期早于最新的值",
                    "Reviewed before the newest value",
                    "复核后更新日期",
                    "Review it and update the day");
        }
    }

    private void readDocuments(@Nullable Fields fields, PackContent into) {
        for (Tree item : fields == null ? List.<Tree>of() : fields.items("documents")) {
            Fields document = Fields.of(item, problems);
            if (document != null) {
                String id = document.needText("id");
                Text title = document.words("title");
                String number = document.text("number");
                Text issuer = document.words("issuer");
                LocalDate issued = document.day("issued");
                String sha256 = sha256(document);
                boolean inHand = document.need("in_hand") && document.truth("in_hand", false);
                document.text("note");
                document.done();
                if (id != null && title != null && issuer != null) {
                    into.documents.add(
                            new Document(id, title, number, issuer, issued, sha256, inHand, into.pack, document.at()));
                }
            }
        }
        done(fields);
    }

    private static @Nullable String sha256(Fields document) {
        String sha256 = document.text("sha256");
        if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
            document.add(
                    "NOT_A_HASH",
                    document.at("sha256"),
                    "sha256 应为 64 位小写十六进制数",
                    "sha256 has 64 lower-case hexadecimal digits",
                    "用 sha256sum 计算官方文件，或删去这一行",
                    "Compute it with sha256sum over the official file, or leave it out");
            return null;
        }
        return sha256;
    }

    private void readGroups(@Nullable Fields fields, PackContent into) {
        Fields groups = fields == null ? null : fields.fields("groups");
        if (groups != null) {
            for (String group : groups.keys()) {
                put(into.members, group, dated(groups.items(group), into, this::condition));
            }
        }
        done(fields);
    }

    private void readConflicts(@Nullable Fields fields, PackContent into) {
        Fields conflicts = fields == null ? null : fields.fields("conflicts");
        if (conflicts != null) {
            for (String id : conflicts.keys()) {
                put(into.conflicts, id, dated(conflicts.items(id), into, f -> conflict(id, f)));
            }
        }
        done(fields);
    }

    private <T> @Nullable Parameter<T> dated(List<Tree> items, PackContent into, DatedReader.Payload<T> payload) {
        return new DatedReader(into.pack, problems).read(items, Use.DECIDES, Strength.FREE, payload);
    }

    private static @Nullable Conflict conflict(String id, Fields fields) {
        fields.need("members");
        fields.need("rule");
        List<String> members = fields.texts("members");
        ConflictRule rule = fields.constant("rule", ConflictRule.class);
        boolean confirmed = fields.need("administrator_confirmed") && fields.truth("administrator_confirmed", false);
        return rule == null || members.size() < 2 ? null : new Conflict(id, members, rule, confirmed);
    }

    private void readServiceList(@Nullable Fields fields, PackContent into) {
        if (fields == null) {
            return;
        }
        Strength strength = fields.constant("strength", Strength.class);
        into.serviceList = new DatedReader(into.pack, problems)
                .read(
                        fields.items("versions"),
                        Use.REFERENCE,
                        strength == null ? Strength.FREE : strength,
                        this::serviceItems);
        fields.done();
    }

    private @Nullable List<ServiceItem> serviceItems(Fields fields) {
        int before = problems.count();
        List<ServiceItem> items = fields.items("items").stream()
                .map(tree -> serviceItem(Fields.of(tree, problems)))
                .filter(java.util.Objects::nonNull)
                .map(java.util.Objects::requireNonNull)
                .toList();
        return problems.count() > before || items.isEmpty() ? null : items;
    }

    private static @Nullable ServiceItem serviceItem(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        String id = fields.needText("id");
        Text name = fields.words("name");
        List<String> targets = fields.texts("targets");
        List<String> contents = fields.texts("contents");
        fields.done();
        return id == null || name == null ? null : new ServiceItem(id, name, targets, contents);
    }

    private static void done(@Nullable Fields fields) {
        if (fields != null) {
            fields.done();
        }
    }

    private static <T> void put(java.util.Map<String, Parameter<T>> into, String key, @Nullable Parameter<T> value) {
        if (value != null && !value.values().isEmpty()) {
            into.put(key, value);
        }
    }
}
