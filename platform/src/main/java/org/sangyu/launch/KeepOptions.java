package org.sangyu.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was asked of {@code backup} or {@code restore}: one file, and options with a value each. */
record KeepOptions(List<String> files, Map<String, String> options) {

    /**
     * Reads them.
     *
     * @param known names of the options there are
     * @throws CannotStart naming the first that is not understood
     */
    static KeepOptions parse(List<String> arguments, List<String> known) throws CannotStart {
        List<String> files = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String one = rest.next();
            if (known.contains(one)) {
                if (!rest.hasNext()) {
                    throw new CannotStart("选项 " + one + " 后面缺少内容。", "The option " + one + " needs a value.");
                }
                options.put(one, rest.next());
            } else if (one.startsWith("-")) {
                throw new CannotStart(
                        "不认识的选项：" + one + "。可用 ./sangyu help 查看。", "Unknown option: " + one + ". See ./sangyu help.");
            } else {
                files.add(one);
            }
        }
        return new KeepOptions(List.copyOf(files), Map.copyOf(options));
    }

    /** The one file. */
    Path file() throws CannotStart {
        if (files.size() != 1) {
            throw new CannotStart("请给出一个备份文件的名字。", "Give the name of one back-up file.");
        }
        return Path.of(files.getFirst()).toAbsolutePath().normalize();
    }

    /** The data directory. */
    Path data() {
        String given = options.get("--data");
        Path data = given == null ? Path.of(System.getProperty("user.home"), ".sangyu") : Path.of(given);
        return data.toAbsolutePath().normalize();
    }

    /** The value of an option, or null. */
    @Nullable
    String given(String option) {
        return options.get(option);
    }

    /** The value of an option that must be there. */
    String need(String option) throws CannotStart {
        String value = options.get(option);
        if (value == null || value.isBlank()) {
            throw new CannotStart("缺少选项 " + option + "。", "The option " + option + " is missing.");
        }
        return value;
    }
}
