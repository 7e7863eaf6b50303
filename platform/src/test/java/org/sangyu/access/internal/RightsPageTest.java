package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.Role;

@DisplayName("权限总表")
class RightsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "generated", "rights.md");

    @Test
    @DisplayName("每个角色能看什么、能改什么，与文档一致")
    void theMatrixIsDocumented() throws IOException {
        String page = page();
        String before = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (!page.equals(before)) {
            Files.writeString(PAGE, page);
        }
        assertThat(before)
                .as("docs/generated/rights.md was written anew: commit it")
                .isEqualTo(page);
    }

    private static String page() throws IOException {
        Properties words = new Properties();
        words.load(Files.newBufferedReader(Path.of("src/main/resources/words/access_zh.properties")));
        String roles = Arrays.stream(Role.values())
                .map(role -> words.getProperty("access.role." + role.name()))
                .collect(Collectors.joining(" | "));
        StringBuilder page = new StringBuilder("# 权限总表 · Who may open and change what\n\n")
                .append(
                        "Made by `RightsPageTest` from `Routes`. 看: may open. 改: may open and send forms. —: neither.\n")
                .append(
                        "The longest address counts; an address under none is denied. Whose place and whose turn it is, and\n")
                .append(
                        "that two persons are needed, is decided by the module that does the work, inside the desk's scope.\n\n")
                .append("| | ")
                .append(roles)
                .append(" |\n|---|")
                .append("---|".repeat(Role.values().length))
                .append('\n');
        for (Routes.Rule rule : Routes.all()) {
            page.append("| `").append(rule.prefix()).append("` |");
            for (Role role : Role.values()) {
                page.append(' ').append(right(rule, role)).append(" |");
            }
            page.append('\n');
        }
        return page.toString();
    }

    private static String right(Routes.Rule rule, Role role) {
        boolean read = rule.read().contains(role);
        boolean change = rule.change().contains(role);
        return read && change ? "看、改" : read ? "看" : change ? "改" : "—";
    }
}
