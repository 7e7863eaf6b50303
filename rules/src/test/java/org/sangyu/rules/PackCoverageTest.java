package org.sangyu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.rules.packs.Text;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;
import org.sangyu.rules.reading.YamlTree;

/**
 * {@code docs/generated/pack-coverage.md} is made from {@code docs/parameters.yaml} and {@code docs/indicators.yaml} and
 * says of every number and every indicator of the documents in hand where in the packs it stands, or why it does not.
 *
 * <p>Written anew with {@code -Dsangyu.write=true}.
 */
@DisplayName("文件里的每个数、每项指标都有着落")
class PackCoverageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/generated/pack-coverage.md");
    private static final String PARAMETERS = "docs/parameters.yaml";
    private static final String INDICATORS = "docs/indicators.yaml";
    private static final String PACKS = "packs/";

    private final PackEntries packs = new PackEntries(Packs.shipped());

    private record Row(
            String key,
            String region,
            String value,
            String clause,
            @Nullable String file,
            @Nullable String entry,
            @Nullable Text why) {

        /** Tells whether the clause is one of the row's, or a paragraph of one. */
        boolean gives(String cited) {
            return Stream.of(clause.split(";", -1))
                    .map(String::strip)
                    .anyMatch(one -> cited.equals(one) || cited.startsWith(one + " "));
        }
    }

    @Test
    @DisplayName("每一项要么写在指明的地方，要么有理由")
    void everyRowHasItsEntryOrAReason() throws IOException {
        List<Row> rows =
                Stream.concat(parameters().stream(), indicators().stream()).toList();
        assertThat(rows).isNotEmpty();
        assertThat(rows.stream().filter(row -> (entry(row) == null) == (row.why == null)))
                .isEmpty();
        assertThat(parameters()).extracting(Row::key).doesNotHaveDuplicates();
        assertThat(indicators()).extracting(Row::key).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("政策标准写的数就是清单里的数")
    void thePacksSayTheFiguresOfTheList() throws IOException {
        assertThat(parameters().stream().filter(row -> {
                    PackEntries.Entry entry = entry(row);
                    List<BigDecimal> asked = PackEntries.numbers(row.value);
                    return entry != null
                            && !entry.figures().isEmpty()
                            && !asked.isEmpty()
                            && asked.stream().noneMatch(entry.figures()::contains);
                }))
                .isEmpty();
    }

    @Test
    @DisplayName("政策标准引用的条款就是清单里的条款")
    void thePacksCiteTheClausesOfTheList() throws IOException {
        assertThat(parameters().stream().filter(row -> {
                    PackEntries.Entry entry = entry(row);
                    return entry != null
                            && !entry.clauses().isEmpty()
                            && entry.clauses().stream().noneMatch(row::gives);
                }))
                .isEmpty();
    }

    @Test
    @DisplayName("生成的页面与清单一致")
    void thePageIsUpToDate() throws IOException {
        String page = page(parameters(), indicators());
        if (Boolean.getBoolean("sangyu.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }

    private PackEntries.@Nullable Entry entry(Row row) {
        return row.file == null || row.entry == null ? null : packs.find(row.file.substring(PACKS.length()), row.entry);
    }

    private static List<Row> parameters() throws IOException {
        return rows(PARAMETERS, "parameters");
    }

    private static List<Row> indicators() throws IOException {
        return rows(INDICATORS, "indicators");
    }

    private static List<Row> rows(String file, String list) throws IOException {
        Problems problems = new Problems();
        String text = Files.readString(ROOT.resolve(file));
        Fields top = Objects.requireNonNull(Fields.of(YamlTree.read(file, text, problems), problems));
        Map<String, Text> reasons = new HashMap<>();
        Fields named = top.fields("reasons");
        if (named != null) {
            named.keys().forEach(key -> reasons.put(key, Objects.requireNonNull(named.words(key))));
        }
        List<Row> rows = new ArrayList<>();
        for (Tree tree : top.items(list)) {
            Fields row = Objects.requireNonNull(Fields.of(tree, problems));
            row.text("date");
            row.needText("unit");
            String why = row.text("reason");
            rows.add(new Row(
                    text(row, "key"),
                    text(row, "region"),
                    text(row, "value"),
                    text(row, "clause"),
                    row.text("file"),
                    row.text("entry"),
                    why == null ? null : Objects.requireNonNull(reasons.get(why), why)));
            row.done();
        }
        assertThat(problems.all()).isEmpty();
        return rows;
    }

    private static String text(Fields row, String key) {
        return Objects.requireNonNull(row.needText(key), key);
    }

    private String page(List<Row> parameters, List<Row> indicators) {
        StringBuilder page = new StringBuilder("# 政策标准覆盖情况 · Pack coverage\n\n");
        page.append("由 `" + PARAMETERS + "`、`" + INDICATORS + "` 和政策标准生成，不要手改。");
        page.append("Made from these lists and the packs; do not edit.\n\n");
        counts(page, parameters);
        page.append("\n## 参数 · Parameters\n\n");
        table(page, parameters);
        page.append("\n## 指标 · Indicators\n\n");
        table(page, indicators);
        return page.toString();
    }

    private static void counts(StringBuilder page, List<Row> rows) {
        page.append("| 地区 region | 参数 rows | 已写入 in the packs | 有理由 with a reason |\n|---|---|---|---|\n");
        rows.stream().map(Row::region).distinct().forEach(region -> {
            List<Row> own = rows.stream().filter(r -> r.region.equals(region)).toList();
            long held = own.stream().filter(r -> r.file != null).count();
            cells(page, region, "" + own.size(), "" + held, "" + (own.size() - held));
        });
    }

    private void table(StringBuilder page, List<Row> rows) {
        page.append("| 参数 key | 地区 region | 条款 clause | 值 value | 用途 use | 依据 kind | 所在或理由 where, or why not |\n");
        page.append("|---|---|---|---|---|---|---|\n");
        for (Row row : rows) {
            PackEntries.Entry entry = entry(row);
            cells(
                    page,
                    "`" + row.key + "`",
                    row.region,
                    row.clause,
                    row.value,
                    entry == null ? "–" : entry.use(),
                    entry == null || entry.kinds().isEmpty() ? "–" : String.join(", ", entry.kinds()),
                    row.why == null ? "`" + row.file + "` " + row.entry : row.why.zh() + " · " + row.why.en());
        }
    }

    private static void cells(StringBuilder page, String... cells) {
        for (String cell : cells) {
            page.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        page.append("|\n");
    }
}
