package org.sangyu.benefits.internal.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.Role;

@DisplayName("发放批次的状态")
class CycleMovesTest {

    private static final Path PAGE = Path.of("..", "docs", "generated", "cycle.md");

    @Test
    @DisplayName("全部状态与动作的组合与文档一致")
    void everyPairOfStateAndVerbIsDocumented() throws IOException {
        String page = page();
        String before = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (!page.equals(before)) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(before)
                .as("docs/generated/cycle.md was written anew: commit it")
                .isEqualTo(page);
    }

    @Test
    @DisplayName("未锁定不能复核，未复核不能审批，未批准发放不能报盘")
    void noStepIsLeftOut() {
        assertThat(CycleMoves.target(CycleState.COMPUTED, CycleVerb.REVIEW)).isEmpty();
        assertThat(CycleMoves.target(CycleState.FROZEN, CycleVerb.APPROVE)).isEmpty();
        assertThat(CycleMoves.target(CycleState.APPROVED, CycleVerb.RELEASE)).isEmpty();
        assertThat(CycleMoves.target(CycleState.AUTHORISED, CycleVerb.RELEASE)).contains(CycleState.RELEASED);
    }

    @Test
    @DisplayName("报盘以后不能退回重算")
    void nothingGoesBackAfterRelease() {
        for (CycleState state : CycleState.values()) {
            boolean frozen = state.isFrozen();
            assertThat(CycleMoves.target(state, CycleVerb.RETURN).isPresent()).isEqualTo(frozen);
            assertThat(state.isReleased()
                            && CycleMoves.target(state, CycleVerb.COMPUTE).isPresent())
                    .isFalse();
        }
    }

    private static String page() {
        StringBuilder page = new StringBuilder("# The cycle (发放批次)\n\nMade by `CycleMovesTest` from `CycleMoves`. ")
                .append("A dash: cannot be done there.\n\n| from | ")
                .append(names(CycleVerb.values()))
                .append(" |\n|---|")
                .append("---|".repeat(CycleVerb.values().length))
                .append('\n');
        for (CycleState from : CycleState.values()) {
            page.append("| **").append(from).append("** |");
            for (CycleVerb verb : CycleVerb.values()) {
                page.append(' ')
                        .append(CycleMoves.target(from, verb).map(Enum::name).orElse("–"))
                        .append(" |");
            }
            page.append('\n');
        }
        page.append("\n| verb | desks |\n|---|---|\n");
        for (CycleVerb verb : CycleVerb.values()) {
            page.append("| ")
                    .append(verb)
                    .append(" | ")
                    .append(verb.roles().stream().map(Role::name).collect(Collectors.joining(", ")))
                    .append(" |\n");
        }
        page.append("\n```mermaid\nstateDiagram-v2\n    [*] --> OPEN\n");
        for (CycleState from : CycleState.values()) {
            for (CycleVerb verb : CycleVerb.values()) {
                CycleMoves.target(from, verb)
                        .filter(to -> to != from)
                        .ifPresent(to -> page.append("    %s --> %s: %s%n".formatted(from, to, verb)));
            }
        }
        return page.append("    CLOSED --> [*]\n```\n").toString();
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(" | "));
    }
}
