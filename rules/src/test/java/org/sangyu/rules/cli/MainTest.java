package org.sangyu.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sangyu.rules.InventedRegion;
import org.sangyu.rules.Packs;

@DisplayName("命令 decide、groups、pack check")
class MainTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2024-06-10T00:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final String GOOD =
            "{\"id\":\"p1\",\"born\":\"1940-03-02\",\"sex\":\"F\",\"registered\":\"990101001001\",\"died\":null}";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private record Ran(int exit, String answer, String errors) {}

    @Test
    @DisplayName("回答是一份 JSON，次序与文件相同，标准错误为空")
    void answersInTheOrderOfTheFile() throws IOException {
        String second = GOOD.replace("p1", "p0").replace("1940", "1960");
        Ran ran = decide("[" + GOOD + "," + second + "]");
        assertThat(ran.exit).isZero();
        assertThat(ran.errors).isEmpty();
        assertThat(ran.answer)
                .startsWith("{\"people\":[")
                .containsSubsequence(
                        "\"id\":\"p1\"", "\"amount\":\"40.50\"", "\"id\":\"p0\"", "\"outcome\":\"NOT_ENTITLED\"")
                .containsOnlyOnce("\"amount\":\"40.50\",\"unit\":\"CNY/month\",\"period\":\"MONTH\",\"kind\":\"CASH\"");
    }

    @Test
    @DisplayName("每人都列出全部待遇，依据从不为空")
    void listsEveryBenefitWithItsSource() throws IOException {
        Ran ran = decide("[" + GOOD + "]");
        assertThat(ran.answer.split("\"benefit\":", -1))
                .hasSize(Packs.shipped().benefits().size() + 1);
        assertThat(ran.answer).doesNotContain("\"document\":\"\"", "\"clause\":\"\"", "\"reasons\":[]");
    }

    @Test
    @DisplayName("--text 用中英文句子回答")
    void saysItInSentences() throws IOException {
        Ran ran = run("decide", "[" + GOOD + "]", "--text");
        assertThat(ran.answer).contains("高龄津贴：可享受，40.50 元/月", "Advanced-age allowance: entitled to 40.50 CNY/month");
    }

    @Test
    @DisplayName("groups 列出全部人群")
    void answersGroups() throws IOException {
        Ran ran = run("groups", "[" + GOOD.replace("\"died\"", "\"tags\":[{\"tag\":\"LIVING_ALONE\"}],\"died\"") + "]");
        assertThat(ran.exit).isZero();
        assertThat(ran.answer).contains("{\"group\":\"visit\",\"member\":\"YES\"");
        assertThat(ran.answer.split("\"member\":", -1))
                .hasSize(Packs.shipped().groups().size() + 1);
    }

    @Test
    @DisplayName("尚未到来的月份注明")
    void marksAMonthToCome() throws IOException {
        assertThat(run("decide", "[" + GOOD + "]", "--month", "2024-07").answer).contains("MONTH_TO_COME");
        assertThat(run("decide", "[" + GOOD + "]", "--month", "2024-06").answer).doesNotContain("MONTH_TO_COME");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "sex":"F"                        | "sx":"F"                                                              | people[0].sx
            "sex":"F"                        | "sex":"X"                                                             | people[0].sex
            "sex":"F"                        | "tags":[{"tag":"RICH"}]                                               | people[0].tags[0].tag
            "sex":"F"                        | "tags":[{"tag":"DISABLED","area":"URBAN"}]                            | people[0].tags[0].area
            "sex":"F"                        | "tags":[{"tag":"DISABLED","from":"2021-01-01","to":"2021-01-01"}]     | people[0].tags[0].from
            "sex":"F"                        | "institution":[{"from":"2021-02-01","to":"2021-01-01"}]               | people[0].institution[0].from
            "1940-03-02"                     | "1940-02-30"                                                          | people[0].born
            "1940-03-02"                     | "1940-2-3"                                                            | people[0].born
            "1940-03-02"                     | 19400302                                                              | people[0].born
            "born":"1940-03-02",             | ~~                                                                    | people[0]
            "died":null                      | "died":"1940-03-01"                                                   | people[0].died
            "died":null                      | "receives":[{"benefit":"nursing-subsidy","amount":80.00}]             | people[0].receives[0].amount
            "died":null                      | "receives":[{"benefit":"nursing-subsidy","amount":"1,000.00"}]        | people[0].receives[0].amount
            "died":null                      | "receives":[{"benefit":"x","from":"2021-01-01"},{"benefit":"x"}]      | people[0].receives
            "died":null                      | "ability":[{"level":5,"on":"2021-01-01"}]                             | people[0].ability[0].level
            "died":null                      | "ability":[{"level":1,"on":"2021-01-01"},{"level":2,"on":"2021-01-01"}] | people[0].ability
            "registered":"990101001001"      | "registered":"9901010010"                                             | people[0].registered
            "died":null                      | "died":null,"died":null                                               | people[0].died
            """)
    @DisplayName("错误的事实：退出码 2，指明行和路径，没有半份回答")
    void refusesWrongFacts(String sound, String broken, String path) throws IOException {
        Ran ran = decide("[\n" + GOOD.replace(sound, broken) + "]");
        assertThat(ran.exit).isEqualTo(2);
        assertThat(ran.answer).isEmpty();
        assertThat(ran.errors).contains("facts.json:2:", "(" + path + ")").hasLineCount(2);
    }

    @Test
    @DisplayName("编号重复、不是 JSON、多余内容、缺 people")
    void refusesWrongFiles() throws IOException {
        assertThat(decide("[" + GOOD + ",\n" + GOOD + "]").errors).contains("people[1].id", "重复", "twice");
        assertThat(decide("[" + GOOD).exit).isEqualTo(2);
        assertThat(raw("decide", "{\"people\":[]} x").exit).isEqualTo(2);
        assertThat(raw("decide", "{}").errors).contains("people");
        assertThat(raw("decide", "{\"persons\":[]}").exit).isEqualTo(2);
        assertThat(raw("decide", "").exit).isEqualTo(2);
        assertThat(raw("decide", "{\"people\":[]}").answer.replaceAll("\\s", ""))
                .isEqualTo("{\"people\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--region 99010 --month 2024-05",
                "--region 99 --month 2024-13",
                "--region 99 --month 2024-5",
                "--region 99",
                "--region 99 --month 2024-05 --month 2024-05",
                "--region 99 --month 2024-05 --as-of 2024-02-30",
                "--region 99 --month 2024-05 --loud"
            })
    @DisplayName("错误的参数：退出码 2，中英文各一句")
    void refusesWrongArguments(String arguments) throws IOException {
        Path facts = Files.writeString(folder.resolve("facts.json"), "{\"people\":[]}");
        List<String> all = new ArrayList<>(List.of("decide", "--facts", facts.toString()));
        all.addAll(List.of(arguments.split(" ", -1)));
        Ran ran = run(all);
        assertThat(ran.exit).isEqualTo(2);
        assertThat(ran.answer).isEmpty();
        assertThat(ran.errors).hasLineCount(2);
    }

    @Test
    @DisplayName("pack check：没有问题退出码 0，有问题退出码 2 并列出")
    void checksPacks() {
        System.setProperty("sangyu.packs", Packs.FOLDER.toString());
        Packs.beside(folder, InventedRegion.files());
        assertThat(run(List.of("pack", "check", "99", "--packs", folder.toString())).exit)
                .isZero();
        Packs.beside(folder, InventedRegion.withCounty("- {from: 2021-01-01}\n"));
        Ran ran = run(List.of("pack", "check", folder.toString()));
        assertThat(ran.exit).isEqualTo(2);
        assertThat(ran.answer).contains("9901-nocity/benefits/advanced-age-allowance/amount.yaml:4:5");
        assertThat(run(List.of("pack", "mend")).exit).isEqualTo(2);
    }

    private Ran decide(String people) throws IOException {
        return run("decide", people);
    }

    private Ran run(String command, String people, String... more) throws IOException {
        return raw(command, "{\"people\":" + people + "}", more);
    }

    private Ran raw(String command, String json, String... more) throws IOException {
        System.setProperty("sangyu.packs", Packs.FOLDER.toString());
        Path packs = folder.resolve("packs");
        Packs.beside(packs, InventedRegion.files());
        Path facts = Files.writeString(folder.resolve("facts.json"), json);
        List<String> arguments = new ArrayList<>(
                List.of(command, "--region", "990000", "--facts", facts.toString(), "--packs", packs.toString()));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--month")) {
            arguments.addAll(List.of("--month", "2024-05"));
        }
        return run(arguments);
    }

    private static Ran run(List<String> arguments) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exit = Main.run(arguments, answer, new PrintStream(errors, true, StandardCharsets.UTF_8), NOW);
        return new Ran(exit, answer.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }
}
