package org.sangyu.rules.packs;

import org.jspecify.annotations.Nullable;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;

/** Reads the words a pack brings: benefits and groups in their order, and what other offices give. */
final class VocabularyReader {
    private final Problems problems;

    VocabularyReader(Problems problems) {
        this.problems = problems;
    }

    void read(@Nullable Fields fields, PackContent into) {
        if (fields == null) {
            return;
        }
        for (Tree item : fields.items("benefits")) {
            benefit(Fields.of(item, problems), into);
        }
        for (Tree item : fields.items("groups")) {
            group(Fields.of(item, problems), into);
        }
        for (Tree item : fields.items("received")) {
            received(Fields.of(item, problems), into);
        }
        fields.done();
    }

    private static void benefit(@Nullable Fields fields, PackContent into) {
        if (fields == null) {
            return;
        }
        String id = fields.needText("id");
        Text name = fields.words("name");
        fields.need("kind");
        Kind kind = fields.constant("kind", Kind.class);
        Unit unit = unit(fields);
        fields.need("period");
        Period period = fields.constant("period", Period.class);
        String residence = fields.needText("residence");
        fields.done();
        if (unit != null && period != null && unit.period() != period) {
            fields.add(
                    "UNIT_AND_PERIOD",
                    fields.at("unit"),
                    "单位与周期不一致",
                    "Unit and period do not fit",
                    "改正其一",
                    "Mend one of them");
        } else if (id != null && name != null && kind != null && unit != null && period != null && residence != null) {
            into.benefits.add(new Benefit(id, into.benefits.size() + 1, name, kind, period, unit, residence));
        }
    }

    private static @Nullable Unit unit(Fields fields) {
        String code = fields.needText("unit");
        Unit unit = code == null ? null : Unit.find(code);
        if (code != null && unit == null) {
            fields.add(
                    "UNKNOWN_UNIT",
                    fields.at("unit"),
                    "不认识的单位“" + code + "”",
                    "The unit '" + code + "' is not known",
                    "用 CNY/month、CNY/year、CNY 或 piece",
                    "Use CNY/month, CNY/year, CNY or piece");
        }
        return unit;
    }

    private static void group(@Nullable Fields fields, PackContent into) {
        if (fields != null) {
            String id = fields.needText("id");
            Text name = fields.words("name");
            fields.done();
            if (id != null && name != null) {
                into.groups.add(new Group(id, into.groups.size() + 1, name));
            }
        }
    }

    private static void received(@Nullable Fields fields, PackContent into) {
        if (fields != null) {
            String id = fields.needText("id");
            Text name = fields.words("name");
            Unit unit = unit(fields);
            fields.done();
            if (id != null && name != null && unit != null) {
                into.received.add(new ReceivedBenefit(id, name, unit));
            }
        }
    }
}
