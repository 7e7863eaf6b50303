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
        List<String> command = new ArrayList<>(List.of("/bin/bash", SCRIPT.toString()));
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
