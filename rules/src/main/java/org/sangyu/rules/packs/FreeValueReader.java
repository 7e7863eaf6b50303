package org.sangyu.rules.packs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;

/** Reads {@code values.yaml} and the files below {@code values/}: what no decision reads. */
final class FreeValueReader {
    private final Problems problems;

    FreeValueReader(Problems problems) {
        this.problems = problems;
    }

    void read(@Nullable Fields top, PackContent into) {
        if (top == null) {
            return;
        }
        for (Tree item : top.items("values")) {
            Fields value = Fields.of(item, problems);
            if (value != null) {
                one(value, into);
            }
        }
        top.done();
    }

    private void one(Fields fields, PackContent into) {
        String key = fields.needText("key");
        Text name = fields.words("name");
        fields.need("use");
        Use use = fields.constant("use", Use.class);
        String unit = fields.needText("unit");
        List<Tree> values = fields.need("values") ? fields.items("values") : List.of();
        fields.done();
        if (use == Use.DECIDES) {
            fields.add(
                    "UNREAD_VALUE",
                    fields.at("use"),
                    "标为 DECIDES 的值没有规则读取",
                    "No rule reads this value that is marked DECIDES",
                    "写进待遇的 amount.yaml，或改用途",
                    "Write it in a benefit's amount.yaml, or change its use");
        } else if (use == Use.TARGET) {
            fields.add(
                    "TARGET_ELSEWHERE",
                    fields.at("use"),
                    "目标写在 targets.yaml，那里能写基期值、比较方式和约束性",
                    "A target stands in targets.yaml, which has its baseline, comparison and attribute",
                    "移到 targets.yaml，或改用途",
                    "Move it to targets.yaml, or change its use");
        } else if (key != null && name != null && use != null && unit != null) {
            Parameter<FreeValue> free = new DatedReader(into.pack, problems).read(values, use, Strength.FREE, one -> {
                Content content = content(one, use);
                return content == null ? null : new FreeValue(key, name, unit, content);
            });
            if (free != null && !free.values().isEmpty()) {
                into.free.add(free);
            }
        }
    }

    private static @Nullable Content content(Fields fields, Use use) {
        Content content = ContentReader.read(fields);
        if (use == Use.COMPARES && content != null && !(content instanceof Content.Quantity)) {
            fields.add(
                    "NO_COMPARISON",
                    fields.at(),
                    "用来比较的值要写 compare 和数",
                    "A value to compare with needs 'compare' and a number",
                    "写 compare: AT_LEAST 等和加引号的数，或改用途",
                    "Write compare: AT_LEAST or another and a number in quotes, or change its use");
            return null;
        }
        return content;
    }
}
