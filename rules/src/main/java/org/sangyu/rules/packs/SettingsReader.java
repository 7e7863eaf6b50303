package org.sangyu.rules.packs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;

/** Reads {@code settings.yaml}: the nation's with name, choices and ground; a nearer layer's with key and values only. */
final class SettingsReader {
    private final Pack pack;
    private final Problems problems;

    SettingsReader(Pack pack, Problems problems) {
        this.pack = pack;
        this.problems = problems;
    }

    void read(@Nullable Fields fields, List<Setting> into) {
        if (fields == null) {
            return;
        }
        for (Tree item : fields.items("settings")) {
            Fields setting = Fields.of(item, problems);
            Setting read = setting == null ? null : setting(setting);
            if (read != null) {
                into.add(read);
            }
        }
        fields.done();
    }

    private @Nullable Setting setting(Fields fields) {
        String key = fields.needText("key");
        fields.tree("values");
        List<String> values = fields.texts("values");
        List<String> choices = fields.texts("choices");
        Text name = fields.has("name") ? fields.words("name") : new Text("", "");
        Text ground = fields.words("ground");
        fields.done();
        for (String value : values) {
            if (!choices.isEmpty() && !choices.contains(value)) {
                fields.add(
                        "UNKNOWN_WORD",
                        fields.at("values"),
                        "不认识“" + value + "”",
                        "'" + value + "' is not known here",
                        "可用的有 " + choices,
                        "Use one of " + choices);
                return null;
            }
        }
        return key == null || name == null || ground == null
                ? null
                : new Setting(key, name, values, choices, ground, pack, fields.at());
    }
}
