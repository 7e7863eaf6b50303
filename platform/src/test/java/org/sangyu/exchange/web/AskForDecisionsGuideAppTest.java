package org.sangyu.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.exchange.internal.Vendors;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Role;
import org.sangyu.testing.AppTest;
import org.sangyu.testing.Desks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AppTest
@DisplayName("“从别的程序询问核定”的五分钟例子")
class AskForDecisionsGuideAppTest {

    private static final Path GUIDE = Path.of("..", "docs", "howto", "ask-for-decisions.md");
    private static final Pattern COMMANDS = Pattern.compile("(?s)```sh\n(.*?)```");
    private static final Pattern PROMISED = Pattern.compile("`(\"amount\":\"[0-9.]+\")`");

    @LocalServerPort
    int port;

    @Autowired
    Vendors vendors;

    @Autowired
    Clock clock;

    @Test
    @DisplayName("照着说明里的命令做，得到说明里的答复")
    void theCommandsOfTheGuideWork() throws Exception {
        String guide = Files.readString(GUIDE);
        String token = CurrentDesk.call(
                Desks.of(Role.ADMINISTRATOR, "C"),
                () -> vendors.admit(new Vendors.Wanted("guide", null, LocalDate.now(clock), null))
                        .token());
        String answer = run(first(COMMANDS, guide), token);
        assertThat(answer).contains(first(PROMISED, guide));
    }

    private String run(String commands, String token) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands).redirectErrorStream(true);
        bash.environment().put("SANGYU", "http://127.0.0.1:" + port);
        bash.environment().put("SANGYU_TOKEN", token);
        Process process = bash.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
