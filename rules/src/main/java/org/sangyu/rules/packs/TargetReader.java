package org.sangyu.rules.packs;

import org.jspecify.annotations.Nullable;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;

/** Reads {@code targets.yaml} and the files below {@code targets/}: indicators with baseline and goals. */
final class TargetReader {
    private final Problems problems;

    TargetReader(Problems problems) {
        this.problems = problems;
    }

    void read(@Nullable Fields top, PackContent into) {
        if (top == null) {
            return;
        }
        for (Tree item : top.items("targets")) {
            Fields target = Fields.of(item, problems);
            if (target != null) {
                one(target, into);
            }
        }
        top.done();
    }

    private void one(Fields fields, PackContent into) {
        int before = problems.count();
        String key = fields.needText("key");
        Text name = fields.words("name");
        String unit = fields.needText("unit");
        Parameter<Goal> baseline = values(fields, "baseline", Use.COMPARES, into.pack);
        Parameter<Goal> goals = values(fields, "goals", Use.TARGET, into.pack);
        fields.done();
        if (problems.count() > before) {
            return;
        }
        if (baseline == null && goals == null) {
            fields.add(
                    "NO_VALUE",
                    fields.at(),
                    "既没有基期值，也没有目标值",
                    "Neither a baseline nor a goal is given",
                    "写 baseline 或 goals，文件都没有给就不要写这一项",
                    "Write 'baseline' or 'goals'; leave the indicator out where no document gives either");
        } else if (key != null && name != null && unit != null) {
            into.targets.add(new Target(into.pack, key, name, unit, baseline, goals, fields.at()));
        }
    }

    private @Nullable Parameter<Goal> values(Fields fields, String key, Use use, Pack pack) {
        Parameter<Goal> read =
                new DatedReader(pack, problems).read(fields.items(key), use, Strength.FREE, TargetReader::goal);
        return read == null || read.values().isEmpty() ? null : read;
    }

    private static @Nullable Goal goal(Fields fields) {
        Content content = ContentReader.read(fields);
        Goal.Attribute attribute = fields.constant("attribute", Goal.Attribute.class);
        return content == null ? null : new Goal(content, attribute);
    }
}
