package org.sangyu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.rules.packs.Text;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;
import org.sangyu.rules.reading.YamlTree;

/**
 * The page that says of every number in the documents in hand where in the packs it stands, or why it does not.
 *
 * <p>Written anew with {@code -Dsangyu.write=true}.
 */
@DisplayName("文件里的每个数都有着落")
class PackCoverageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/generated/pack-coverage.md");
    private static final String LIST = "docs/parameters.yaml";

    private record Row(
            String key,
            String region,
            String value,
            String clause,
            @Nullable String file,
            @Nullable Text why) {}

    @Test
    @DisplayName("指明的文件都在，没有写入的都有理由")
    void everyRowHasItsFileOrAReason() throws IOException {
        assertThat(rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.file == null).isNotEqualTo(row.why == null);
            if (row.file != null) {
                assertThat(ROOT.resolve(row.file)).exists();
            }
        });
        assertThat(rows()).extracting(Row::key).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("生成的页面与清单一致")
    void thePageIsUpToDate() throws IOException {
        String page = page(rows());
        if (Boolean.getBoolean("sangyu.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }

    private static List<Row> rows() throws IOException {
        Problems problems = new Problems();
        String text = Files.readString(ROOT.resolve(LIST));
        Fields top = Objects.requireNonNull(Fields.of(YamlTree.read(LIST, text, problems), problems));
        Map<String, Text> reasons = new HashMap<>();
        Fields named = Objects.requireNonNull(top.fields("reasons"));
        named.keys().forEach(key -> reasons.put(key, Objects.requireNonNull(named.words(key))));
        List<Row> rows = new ArrayList<>();
        for (Tree tree : top.items("parameters")) {
            Fields row = Objects.requireNonNull(Fields.of(tree, problems));
            row.needText("date");
            row.needText("unit");
            String why = row.text("reason");
            rows.add(new Row(
                    text(row, "key"),
                    text(row, "region"),
                    text(row, "value"),
                    text(row, "clause"),
                    row.text("file"),
                    why == null ? null : Objects.requireNonNull(reasons.get(why), why)));
            row.done();
        }
        assertThat(problems.all()).isEmpty();
        return rows;
    }

    private static String text(Fields row, String key) {
        return Objects.requireNonNull(row.needText(key), key);
    }

    private static String page(List<Row> rows) {
        long held = rows.stream().filter(r -> r.file != null).count();
        StringBuilder page = new StringBuilder("# 政策标准覆盖情况 · Pack coverage\n\n");
        page.append("由 `").append(LIST).append("` 生成，不要手改。Made from that list; do not edit.\n\n");
        page.append(rows.size()).append(" 项，其中 ").append(held).append(" 项已写入政策标准。\n");
        page.append(rows.size()).append(" rows, ").append(held).append(" of them in the packs.\n\n");
        page.append("| 参数 key | 地区 region | 条款 clause | 值 value | 文件或理由 file, or why not |\n|---|---|---|---|---|\n");
        for (Row row : rows) {
            String where = row.file != null
                    ? "`" + row.file + "`"
                    : Objects.requireNonNull(row.why).zh() + " · " + row.why.en();
            page.append("| `")
                    .append(row.key)
                    .append("` | ")
                    .append(row.region)
                    .append(" | ")
                    .append(row.clause)
                    .append(" | ")
                    .append(row.value.replace("|", "\\|"))
                    .append(" | ")
                    .append(where)
                    .append(" |\n");
        }
        return page.toString();
    }
}
