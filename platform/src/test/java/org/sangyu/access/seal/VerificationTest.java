package org.sangyu.access.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sangyu.access.seal.Finding.What;

@DisplayName("操作留痕的封存与核对")
class VerificationTest {

    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00.123456Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-26");
    private static final int[] BATCHES = {1, 2, 3, 7};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    @DisplayName("未动过的导出完好，两种散列都一样；最新根值可与纸面核对")
    void anUntouchedExportStands(Algorithm algorithm) throws IOException {
        List<String> export = export("C", algorithm);
        Verification.Report report = check(export, "");
        assertThat(report.findings()).isEmpty();
        assertThat(report.seals()).isEqualTo(BATCHES.length);
        assertThat(report.lines()).isEqualTo(13);
        assertThat(check(export, report.newest().toUpperCase(java.util.Locale.ROOT))
                        .stands())
                .isTrue();
        assertThat(check(export, "00".repeat(32)).findings())
                .extracting(Finding::what)
                .containsExactly(What.OTHER_ROOT);
    }

    @Test
    @DisplayName("任何一条里改动一个字节，都指得出是哪一条")
    void aChangedByteIsNamed() throws IOException {
        List<String> export = export("C", Algorithm.SHA_256);
        for (int row = 0; row < export.size(); row++) {
            String text = export.get(row);
            int at = text.indexOf("王秀英");
            if (at < 0) {
                continue;
            }
            List<String> changed = new ArrayList<>(export);
            changed.set(row, text.replace("王秀英", "王秀芳"));
            long line = Long.parseLong(text.replaceAll(".*\"line\":(\\d+).*", "$1"));
            assertThat(check(changed, "").findings()).containsExactly(new Finding(What.CHANGED_LINE, line, row + 1));
        }
    }

    @Test
    @DisplayName("连散列一起改的，批次对不上；连批次的根一起改的，链接不上")
    void whoChangesMoreIsFoundHigherUp() throws IOException {
        List<String> export = export("C", Algorithm.SHA_256);
        Entry other = entry(2, "C010101", "别的");
        Leaf forged = Leaf.of(Algorithm.SHA_256, other);
        List<String> leafToo = replaced(export, 2, forged, other);
        assertThat(check(leafToo, "").findings()).extracting(Finding::what).containsExactly(What.CHANGED_SEAL);

        List<String> rootToo = new ArrayList<>(leafToo);
        int seal = row(rootToo, "\"is\":\"seal\",\"number\":2");
        byte[] root = Merkle.root(Algorithm.SHA_256, List.of(forged, Leaf.of(Algorithm.SHA_256, entry(3))));
        rootToo.set(
                seal,
                rootToo.get(seal)
                        .replaceAll(
                                "\"root\":\"[0-9a-f]+\"",
                                "\"root\":\"" + java.util.HexFormat.of().formatHex(root) + "\""));
        assertThat(check(rootToo, "").findings())
                .extracting(Finding::what, Finding::number)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(What.BROKEN_CHAIN, 2L));
    }

    @Test
    @DisplayName("抽掉任何一行——记录、批次、首行——都看得出来")
    void aDroppedRowIsFound() throws IOException {
        List<String> export = export("C", Algorithm.SHA_256);
        for (int row = 0; row < export.size(); row++) {
            List<String> shorter = new ArrayList<>(export);
            String dropped = shorter.remove(row);
            assertThat(check(shorter, "").stands()).as(dropped).isFalse();
        }
        int row = row(export, "\"position\":3,\"line\":6");
        List<String> shorter = new ArrayList<>(export);
        shorter.remove(row);
        assertThat(check(shorter, "").findings()).contains(new Finding(What.MISSING_LINE, 3, row + 1));
    }

    @Test
    @DisplayName("在任何一行截断都看得出来；补上假的结尾，也与纸面的根值不符")
    void aCutTailIsFound() throws IOException {
        List<String> export = export("C", Algorithm.SHA_256);
        String newest = check(export, "").newest();
        for (int rows = 0; rows < export.size(); rows++) {
            assertThat(check(export.subList(0, rows), "").findings())
                    .extracting(Finding::what)
                    .contains(What.CUT_OFF);
        }
        int third = row(export, "\"is\":\"seal\",\"number\":3");
        List<String> patched = new ArrayList<>(export.subList(0, third));
        String second = patched.get(row(patched, "\"is\":\"seal\",\"number\":2"));
        patched.add("{\"is\":\"end\",\"number\":2,\"chain\":\""
                + second.replaceAll(".*\"chain\":\"([0-9a-f]+)\".*", "$1") + "\"}");
        assertThat(check(patched, "").stands()).isTrue();
        assertThat(check(patched, newest).findings()).extracting(Finding::what).containsExactly(What.OTHER_ROOT);
    }

    @Test
    @DisplayName("一个县的导出：别县的记录只见散列；本县的少一条就看得出来")
    void anExportOfOneCountyShowsThatNothingIsMissing() throws IOException {
        List<String> export = export("C010101", Algorithm.SHA_256);
        Verification.Report report = check(export, "");
        assertThat(report.stands()).isTrue();
        assertThat(report.others()).isPositive();
        assertThat(String.join("\n", export)).doesNotContain("C010102\",\"detail");

        int row = row(export, "\"county\":\"C010101\"");
        List<String> hidden = new ArrayList<>(export);
        hidden.set(row, hidden.get(row).replaceAll(",\"entry\":.*", "}"));
        assertThat(check(hidden, "").findings()).extracting(Finding::what).containsExactly(What.MISSING_LINE);
    }

    @Test
    @DisplayName("尚未封存的记录被点名；不是导出文件的，逐行说明读不懂，不出错")
    void unsealedAndUnreadable() throws IOException {
        List<String> export = new ArrayList<>(export("C", Algorithm.SHA_256));
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        new LedgerWriter(open).open(entry(99));
        export.add(export.size() - 1, open.toString(StandardCharsets.UTF_8).strip());
        assertThat(check(export, "").findings())
                .containsExactly(new Finding(What.UNSEALED_LINE, 99, export.size() - 1));

        assertThat(check(List.of("PK\u0003\u0004", "{}", "[", "{\"is\":\"seal\"}", "{\"is\":\"leaf\",\"line\":1}"), "")
                        .findings())
                .extracting(Finding::what)
                .containsOnly(What.UNREADABLE, What.CUT_OFF);
    }

    @Test
    @DisplayName("命令：完好为 0，不完好为 3，读不到或写错为 2；两种语言都说清楚")
    void theCommandSaysWhatItFound() throws IOException {
        Path file = folder.resolve("导出.jsonl");
        Files.write(file, export("C", Algorithm.SM3));
        assertThat(said(0, "verify", file.toString())).contains("完好", "Everything stands", "13");
        assertThat(said(3, "verify", file.toString(), "--root", "ab".repeat(32)))
                .contains("根值", "newest root");
        assertThat(said(2, "verify", file.toString(), "--root", "ab")).contains("64");
        assertThat(said(2, "verify", folder.resolve("nothing").toString())).contains("读不到", "cannot be read");
        assertThat(said(2)).contains("用法", "Usage");
    }

    private static String said(int exit, String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(VerifyCommand.run(List.of(arguments), stream, stream)).isEqualTo(exit);
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Verification.Report check(List<String> export, String root) throws IOException {
        return Verification.of(new BufferedReader(new StringReader(String.join("\n", export))), root);
    }

    private static int row(List<String> export, String part) {
        for (int i = 0; i < export.size(); i++) {
            if (export.get(i).contains(part)) {
                return i;
            }
        }
        throw new AssertionError(part);
    }

    private static List<String> replaced(List<String> export, long line, Leaf leaf, Entry entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LedgerWriter(out).leaf(1, leaf, entry);
        List<String> changed = new ArrayList<>(export);
        changed.set(
                row(export, "\"line\":" + line + ","),
                out.toString(StandardCharsets.UTF_8).strip());
        return changed;
    }

    /** Four seals over 1, 2, 3 and 7 lines of two counties, as a reader of the place gets them. */
    private static List<String> export(String place, Algorithm algorithm) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LedgerWriter out = new LedgerWriter(bytes);
        out.head(new LedgerWriter.Head(place, DAY, DAY, NOON, "审计员", 0), Seal.beginning());
        byte[] before = Seal.beginning();
        long line = 1;
        Seal newest = null;
        for (int batch = 0; batch < BATCHES.length; batch++) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < BATCHES[batch]; i++) {
                entries.add(entry(line++));
            }
            List<Leaf> leaves =
                    entries.stream().map(entry -> Leaf.of(algorithm, entry)).toList();
            newest = Seal.over(leaves, new Seal.Head(batch + 1L, DAY, NOON.plusSeconds(batch)), algorithm, before);
            before = newest.chain();
            out.seal(newest);
            for (int i = 0; i < leaves.size(); i++) {
                boolean seen = entries.get(i).county().startsWith(place) || place.equals("C");
                out.leaf(i + 1, leaves.get(i), seen ? entries.get(i) : null);
            }
        }
        out.end(newest);
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Entry entry(long id) {
        return entry(id, id % 5 == 0 ? null : id % 2 == 0 ? "C010101" : "C010102", "王秀英");
    }

    private static Entry entry(long id, @Nullable String place, String who) {
        return new Entry(
                id,
                NOON.plusMillis(id),
                "clerk",
                "经办",
                "COUNTY_CLERK",
                "C010101",
                "10.0.0.7",
                "cycle.open",
                null,
                place == null ? null : place + "0203",
                new TreeMap<>(Map.of("who", who, "count", String.valueOf(id))));
    }
}
