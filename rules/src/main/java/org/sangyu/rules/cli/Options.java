package org.sangyu.rules.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;

/** The arguments of {@code decide} and {@code groups}. */
record Options(
        RegionCode region,
        YearMonth month,
        Path facts,
        @Nullable LocalDate asOf,
        boolean draft,
        boolean text,
        @Nullable Path packs) {

    private static final Set<String> WITH_VALUE = Set.of("--region", "--month", "--facts", "--as-of", "--packs");
    private static final Set<String> ALONE = Set.of("--draft", "--text");
    private static final String USAGE =
            "--region CODE --month YYYY-MM --facts FILE [--as-of YYYY-MM-DD] [--draft] [--text] [--packs DIR]";

    static Options parse(List<String> arguments) {
        Map<String, String> given = given(arguments);
        String packs = given.get("--packs");
        return new Options(
                region(need(given, "--region")),
                month(need(given, "--month")),
                Path.of(need(given, "--facts")),
                given.containsKey("--as-of") ? day(need(given, "--as-of")) : null,
                given.containsKey("--draft"),
                given.containsKey("--text"),
                packs == null ? null : Path.of(packs));
    }

    private static Map<String, String> given(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String written = arguments.get(i);
            int equals = written.startsWith("--") ? written.indexOf('=') : -1;
            String name = equals < 0 ? written : written.substring(0, equals);
            String value = "";
            if (WITH_VALUE.contains(name)) {
                if (equals < 0 && i + 1 == arguments.size()) {
                    throw wrong(name + " 后面缺少值", "A value is missing after " + name);
                }
                value = equals < 0 ? arguments.get(++i) : written.substring(equals + 1);
            } else if (!ALONE.contains(written)) {
                throw wrong("不认识的参数“" + written + "”", "The argument '" + written + "' is not known");
            }
            if (given.put(name, value) != null) {
                throw wrong(name + " 写了两次", name + " is given twice");
            }
        }
        return given;
    }

    private static String need(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null || value.isBlank()) {
            throw wrong("缺少 " + name, name + " is missing");
        }
        return value;
    }

    private static RegionCode region(String text) {
        if (!RegionCode.isCode(text)) {
            throw wrong(
                    "地区代码应为 2、4、6、9 或 12 位数字，而不是“" + text + "”",
                    "A region code has 2, 4, 6, 9 or 12 digits, not '" + text + "'");
        }
        return RegionCode.of(text);
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw wrong("月份应写作 2021-05，而不是“" + text + "”", "A month is written 2021-05, not '" + text + "'");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong("日期应写作 2021-05-31，而不是“" + text + "”", "A date is written 2021-05-31, not '" + text + "'");
        }
    }

    private static RefusedException wrong(String zh, String en) {
        return RefusedException.argument(zh, en, "用法：" + USAGE, "Usage: " + USAGE);
    }
}
