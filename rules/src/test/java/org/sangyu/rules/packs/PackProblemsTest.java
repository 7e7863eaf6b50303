package org.sangyu.rules.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sangyu.rules.InventedRegion;
import org.sangyu.rules.Packs;

@DisplayName("政策标准文件里的错误")
class PackProblemsTest {
    private static final String AMOUNT = InventedRegion.FOLDER + "/benefits/advanced-age-allowance/amount.yaml";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from: 2020-01-01     | from: 2020-02-30                      | WRONG_DATE          | 5
            from: 2020-01-01     | from: {after: 2020-02-01, by: 2020-01-01} | WRONG_DATE      | 5
            unit: CNY/month      | unit: CNY/year                        | WRONG_UNIT          | 5
            unit: CNY/month      | unit: yuan                            | UNKNOWN_UNIT        | 2
            strength: FLOOR      | strenght: FLOOR                       | UNKNOWN_KEY         | 3
            strength: FLOOR      | unit: CNY/month                       | DUPLICATE_KEY       | 3
            strength: FLOOR      | strength: BOTTOM                      | UNKNOWN_WORD        | 3
            "10.00"              | 10.00                                 | NOT_AN_AMOUNT       | 6
            "10.00"              | "10.001"                              | NOT_AN_AMOUNT       | 6
            "10.00"              | "-10.00"                              | NOT_AN_AMOUNT       | 6
            from_age: 80         | from_age: 75                          | BANDS_NOT_RISING    | 6
            kind: RULE           | kind: RUMOUR                          | UNKNOWN_WORD        | 7
            document: nowhere-1  | document: nowhere-2                   | UNKNOWN_NAME        | 5
            on: 2024-01-01       | on: 2019-12-31                        | REVIEWED_TOO_EARLY  | 9
            values:              | values: &a                            | ANCHOR              | 4
            unit: CNY/month      | unit: !!java.net.URL CNY/month        | YAML_TAG            | 2
            unit: CNY/month      | unit: [CNY/month                      | NOT_YAML            | 3
            """)
    @DisplayName("指出文件、行和改法，并且只有这一处")
    void namesFileLineAndRemedy(String sound, String broken, String code, int line) {
        Map<String, String> files = InventedRegion.files();
        files.compute(
                AMOUNT,
                (path, text) -> String.valueOf(text).replaceFirst(java.util.regex.Pattern.quote(sound), broken));
        assertThat(Packs.beside(folder, files).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.at().file()).isEqualTo(AMOUNT);
            assertThat(problem.at().line()).isEqualTo(line);
            assertThat(problem.what().zh()).isNotBlank();
            assertThat(problem.todo().en()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - {from: 2022-01-01, to: 2021-01-01, %s}                                  | FROM_NOT_BEFORE_TO
            - {from: 2022-01-01, to: 2023-01-01, %s}~- {from: 2024-01-01, %s}         | GAP
            - {from: 2022-01-01, %s}~- {from: 2021-01-01, %s}                         | SAME_DAYS
            - {from: 2022-01-01, %s}~- {from: 2022, %s}                               | SAME_DAYS
            - {from: 2022-01-01, to: 2024-01-01, %s}~- {from: 2023-01-01, %s}         | SAME_DAYS
            - {from: 2022-01-01, id: a, contradicts: b, %s}                           | CONTRADICTION
            """)
    @DisplayName("日期的次序、空档、重叠和矛盾")
    void seesThatDatesDoNotFit(String values, String code) {
        String rest = "bands: [{from_age: 75, amount: \"2000.00\"}], " + InventedRegion.cite();
        String county = values.strip().replace("~", "\n").replace("%s", rest);
        assertThat(Packs.beside(folder, InventedRegion.withCounty(county)).problems())
                .extracting(Problem::code)
                .containsOnly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "strength: FLOOR,strenght: FLOOR,strength",
        "strength: FLOOR,strength: FLOR,FLOOR",
        "kind: RULE,knd: RULE,kind"
    })
    @DisplayName("写错一两个字母时提示本来的词")
    void proposesTheWordMeant(String sound, String broken, String meant) {
        Map<String, String> files = InventedRegion.files();
        files.compute(AMOUNT, (path, text) -> String.valueOf(text).replace(sound, broken));
        assertThat(Packs.beside(folder, files).problems())
                .extracting(problem -> problem.todo().en())
                .anyMatch(todo -> todo.startsWith("Did you mean ") && todo.contains(meant));
    }

    @Test
    @DisplayName("一次列出全部错误，不止第一处")
    void gathersAllProblems() {
        Map<String, String> files = InventedRegion.files();
        files.compute(
                AMOUNT,
                (path, text) -> String.valueOf(text).replace("\"10.00\"", "ten").replace("kind: RULE", "kind: X"));
        files.put(InventedRegion.FOLDER + "/surprise.yaml", "a: 1\n");
        assertThat(Packs.beside(folder, files).problems())
                .extracting(Problem::code)
                .contains("NOT_AN_AMOUNT", "UNKNOWN_WORD", "UNREAD_FILE");
    }

    @Test
    @DisplayName("链接、非 UTF-8、过大的文件和其他文件一律拒绝")
    void refusesWhatHasNoBusinessThere() throws IOException {
        Packs.beside(folder, InventedRegion.files());
        Path pack = folder.resolve(InventedRegion.FOLDER);
        Files.createSymbolicLink(pack.resolve("link.yaml"), Path.of("/etc/hostname"));
        Files.write(
                pack.resolve("settings.yaml"), "settings: [] # 汉字".getBytes(java.nio.charset.Charset.forName("GBK")));
        Files.writeString(pack.resolve("notes.txt"), "x");
        Files.writeString(pack.resolve("values.yaml"), "#".repeat(600 * 1024), StandardCharsets.UTF_8);
        assertThat(PackSet.read(java.util.List.of(Packs.FOLDER, folder)).problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("LINK", "NOT_UTF8", "UNKNOWN_FILE", "FILE_TOO_LARGE");
    }

    @Test
    @DisplayName("嵌套过深的文件在读入之前就拒绝")
    void refusesDeepNesting() {
        Map<String, String> files = InventedRegion.files();
        files.put(AMOUNT, "values: " + "[".repeat(5000) + "]".repeat(5000) + "\n");
        assertThat(Packs.beside(folder, files).problems())
                .extracting(Problem::code)
                .containsExactly("TOO_DEEP");
    }

    @Test
    @DisplayName("标为 DECIDES 却没有规则读取的值是错误")
    void seesValuesThatNobodyReads() {
        Map<String, String> files = InventedRegion.files();
        files.put(InventedRegion.FOLDER + "/benefits/centenarian-plaque/amount.yaml", """
                description: {zh: 牌匾, en: Plaque}
                unit: piece
                values: [{from: 2020-01-01, amount: "1", %s}]
                reviewed: {on: 2024-01-01, by: test}
                """.formatted(
                        InventedRegion.cite()));
        assertThat(Packs.beside(folder, files).problems())
                .extracting(Problem::code)
                .containsExactly("UNREAD_VALUE");
    }

    @Test
    @DisplayName("同样的文件得到同样的指纹，改一个字就不同")
    void hashesContents() {
        String first = Packs.beside(folder.resolve("a"), InventedRegion.files()).hash();
        String second =
                Packs.beside(folder.resolve("b"), InventedRegion.files()).hash();
        Map<String, String> changed = InventedRegion.files();
        changed.compute(AMOUNT, (path, text) -> String.valueOf(text).replace("90.00", "91.00"));
        assertThat(second).isEqualTo(first);
        assertThat(Packs.beside(folder.resolve("c"), changed).hash()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            values.yaml   | values: [{key: k, name: {zh: 甲, en: a}, use: TARGET, unit: x, values: []}]                          | TARGET_ELSEWHERE
            values.yaml   | values: [{key: k, name: {zh: 甲, en: a}, use: DECIDES, unit: x, values: []}]                         | UNREAD_VALUE
            values.yaml   | values: [{key: k, name: {zh: 甲, en: a}, use: COMPARES, unit: x, values: [{value: much, %s}]}]      | NO_COMPARISON
            values.yaml   | values: [{key: k, name: {zh: 甲, en: a}, use: LABEL, unit: x, values: [{items: [], %s}]}]           | NO_VALUE
            values/a.yaml | values: [{key: k, name: {zh: 甲, en: a}, use: COMPARES, unit: x, values: [{compare: AT_LEAST, value: 5, %s}]}] | NOT_A_NUMBER
            values/a.yaml | values: [{key: k, name: {zh: 甲, en: a}, use: COMPARES, unit: x, values: [{compare: NEARLY, value: '5', %s}]}] | UNKNOWN_WORD
            targets.yaml  | targets: [{key: k, name: {zh: 甲, en: a}, unit: x}]                                                  | NO_VALUE
            targets.yaml  | targets: [{key: k, name: {zh: 甲, en: a}, unit: x, goals: [{compare: BETWEEN, value: '2', %s}]}]    | WRONG_RANGE
            targets.yaml  | targets: [{key: k, name: {zh: 甲, en: a}, unit: x, goals: [{compare: BETWEEN, value: '2', up_to: '2', %s}]}] | WRONG_RANGE
            targets.yaml  | targets: [{key: k, name: {zh: 甲, en: a}, unit: x, goals: [{compare: AT_LEAST, value: '2', up_to: '3', %s}]}] | WRONG_RANGE
            targets.yaml  | targets: [{key: k, name: {zh: 甲, en: a}, unit: x, goals: [{compare: AT_LEAST, value: '1,000', %s}]}] | NOT_A_NUMBER
            targets.yaml  | targets: [{key: k, name: {zh: 甲, en: a}, unit: x, goals: [{value: more, attribute: FIRM, %s}]}]    | UNKNOWN_WORD
            targets.yaml  | targets: [{key: k, name: {zh: 甲, en: a}, unit: x, goals: [{value: more, %s}, {value: less, %s}]}]  | SAME_DAYS
            targets.yaml  | targets: [{key: k, name: {zh: 甲, en: a}, unit: x, baseline: [{value: more, from: 2020, kind: RULE, source: {document: nowhere-2, clause: 1}}]}] | UNKNOWN_NAME
            findings.yaml | findings: [{id: f, kind: CONTRADICTION, says: [{document: nowhere-1, clause: 1}], found: {zh: 甲, en: a}, handling: {zh: 甲, en: a}}] | ONE_SIDE_ONLY
            findings.yaml | findings: [{id: f, kind: UNCLEAR, says: [{document: nowhere-2, clause: 1}], found: {zh: 甲, en: a}, handling: {zh: 甲, en: a}}]       | UNKNOWN_NAME
            findings.yaml | findings: [{id: f, kind: RUMOUR, says: [{document: nowhere-1, clause: 1}], found: {zh: 甲, en: a}, handling: {zh: 甲, en: a}}]        | UNKNOWN_WORD
            """)
    @DisplayName("不参与判定的值、目标和疑点写错了也说得明白")
    void explainsWhatIsWrongOutsideDecisions(String file, String text, String code) {
        Map<String, String> files = InventedRegion.files();
        String path = InventedRegion.FOLDER + "/" + file;
        files.put(path, text.replace("%s", "from: 2025, " + InventedRegion.cite()) + "\n");
        assertThat(Packs.beside(folder, files).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.at().file()).isEqualTo(path);
            assertThat(problem.at().line()).isEqualTo(1);
            assertThat(problem.what().zh()).isNotBlank();
            assertThat(problem.todo().en()).isNotBlank();
        });
    }

    @Test
    @DisplayName("同一个键在一个地区层里写两次是错误")
    void refusesAKeyWrittenTwice() {
        Map<String, String> files = InventedRegion.files();
        String value =
                "values: [{key: k, name: {zh: 甲, en: a}, use: LABEL, unit: x, values: [{value: a, from: 2025, %s}]}]\n"
                        .formatted(InventedRegion.cite());
        files.put(InventedRegion.FOLDER + "/values.yaml", value);
        files.put(InventedRegion.FOLDER + "/values/more.yaml", value);
        assertThat(Packs.beside(folder, files).problems())
                .extracting(Problem::code)
                .containsExactly("ID_TWICE");
    }
}
