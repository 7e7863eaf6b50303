package org.sangyu.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("命令 ./sangyu")
class ScriptTest {

    private static final Path SCRIPT = Path.of("..", "sangyu").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    @DisplayName("帮助里列出每个命令")
    void helpNamesEveryCommand() throws Exception {
        Answer answer = run(Map.of(), "help");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("run", "test", "ci", "fmt", "dev", "bench", "decide", "groups", "pack check");
    }

    @Test
    @DisplayName("不认识的命令：一句话，退出码不为零")
    void unknownCommand() throws Exception {
        refuses(run(Map.of(), "rnu"), "不认识的命令：rnu", "Unknown command: rnu");
    }

    @Test
    @DisplayName("没有 JDK 25：说要装什么")
    void withoutJdk() throws Exception {
        refuses(run(tools("mvn"), "run"), "JDK 25", "No JDK 25");
    }

    @Test
    @DisplayName("没有 Maven：说要装什么")
    void withoutMaven() throws Exception {
        Map<String, String> environment = new java.util.HashMap<>(tools());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        refuses(run(environment, "fmt"), "Maven", "Maven was not found");
    }

    @Test
    @DisplayName("decide 从任何目录都能用相对路径；错误输入退出码为 2，标准输出为空")
    void decideWorksFromAnyFolder() throws Exception {
        Files.writeString(folder.resolve("people.json"), "{\"people\":[{\"id\":\"p1\",\"colour\":\"red\"}]}");
        Answer answer = run(Map.of(), "decide", "--region", "99", "--month", "2021-01", "--facts", "people.json");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("colour").doesNotContain("\tat ");
    }

    @Test
    @DisplayName("test：最后一行是通过和失败的数目；全部通过时退出码为零，没有测试的模块也不妨碍")
    void testEndsWithTheCounts() throws Exception {
        Answer answer = testWith("<testsuite name=\"a\" tests=\"7\" errors=\"0\" skipped=\"1\" failures=\"0\">", 0);
        assertThat(answer.out()).endsWith("6 passed, 0 failed\n");
        assertThat(answer.code()).isZero();
    }

    @Test
    @DisplayName("test：有一个失败，就照实说，退出码不为零")
    void testTellsFailures() throws Exception {
        Answer answer = testWith("<testsuite name=\"a\" tests=\"7\" errors=\"1\" skipped=\"0\" failures=\"1\">", 1);
        assertThat(answer.out()).endsWith("5 passed, 2 failed\n");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    @DisplayName("test：还没到测试就构建失败，算一个失败")
    void testThatNeverRan() throws Exception {
        Answer answer = testWith(null, 1);
        assertThat(answer.out()).endsWith("0 passed, 1 failed\n");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    @DisplayName("test：日志里出现身份证号，测试全过也不算过")
    void anIdNumberInTheLogFailsTheRun() throws Exception {
        Answer answer = testWith(
                "<testsuite name=\"a\" tests=\"7\" errors=\"0\" skipped=\"0\" failures=\"0\">",
                0,
                "echo saw 11010519491231002X");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("日志里有身份证号", "11010519491231002X");
        assertThat(answer.out()).endsWith("7 passed, 1 failed\n");
    }

    private Answer testWith(String report, int code) throws Exception {
        return testWith(report, code, "");
    }

    /** Runs `test` on a copy of the command whose Maven leaves one report (or none) and ends with a code. */
    private Answer testWith(String report, int code, String also) throws Exception {
        Map<String, String> machine =
                new java.util.HashMap<>(tools("find", "flock", "rm", "tr", "touch", "tee", "mkdir", "head"));
        machine.put("JAVA_HOME", System.getProperty("java.home"));
        Path bin = folder.resolve("bin");
        Path reports = folder.resolve("home/rules/target/surefire-reports");
        Files.createDirectories(reports);
        program(bin.resolve("chromium"), "exit 0");
        program(bin.resolve("fc-list"), "echo Noto");
        program(
                bin.resolve("mvn"),
                (report == null
                                ? ""
                                : "/bin/sleep 0.1; echo '" + report + "' > " + reports.resolve("TEST-a.xml") + "\n")
                        + also + "\nexit " + code);
        Files.copy(SCRIPT, folder.resolve("home/sangyu"));
        return run(folder.resolve("home/sangyu"), machine, "test");
    }

    private static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/bash\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void refuses(Answer answer, String chinese, String english) {
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(chinese, english);
        assertThat(answer.err().lines()).hasSize(2);
    }

    /** A machine that has the usual small programs and these, but no Java. */
    private Map<String, String> tools(String... more) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        List<String> names = new ArrayList<>(List.of(
                "bash",
                "env",
                "dirname",
                "readlink",
                "id",
                "sed",
                "find",
                "df",
                "awk",
                "mktemp",
                "cat",
                "grep",
                "head"));
        names.addAll(List.of(more));
        for (String name : names) {
            for (String place : List.of("/usr/bin", "/bin")) {
                if (Files.exists(Path.of(place, name)) && Files.notExists(bin.resolve(name))) {
                    Files.createSymbolicLink(bin.resolve(name), Path.of(place, name));
                }
            }
        }
        return Map.of("PATH", bin.toString(), "JAVA_HOME", "", "SANGYU_JDKS", bin.toString());
    }

    private Answer run(Map<String, String> environment, String... arguments) throws Exception {
        return run(SCRIPT, environment, arguments);
    }

    private Answer run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/bash", script.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Answer(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private record Answer(int code, String out, String err) {}
}
