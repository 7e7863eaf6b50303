package org.sangyu.benefits.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.benefits.internal.enrolment.EnrolmentMoves.Move;
import org.sangyu.shared.Role;

@DisplayName("在册的办理步骤")
class EnrolmentMovesTest {

    private static final Set<String> ALLOWED = Set.of(
            "PROPOSED CHECK VILLAGE_CHECKED",
            "PROPOSED REFUSE REFUSED",
            "PROPOSED END ENDED",
            "PROPOSED WITHDRAW ENDED",
            "VILLAGE_CHECKED REVIEW TOWNSHIP_REVIEWED",
            "VILLAGE_CHECKED RETURN PROPOSED",
            "VILLAGE_CHECKED REFUSE REFUSED",
            "VILLAGE_CHECKED UNDO PROPOSED",
            "VILLAGE_CHECKED END ENDED",
            "TOWNSHIP_REVIEWED APPROVE COUNTY_APPROVED",
            "TOWNSHIP_REVIEWED RETURN VILLAGE_CHECKED",
            "TOWNSHIP_REVIEWED REFUSE REFUSED",
            "TOWNSHIP_REVIEWED UNDO VILLAGE_CHECKED",
            "TOWNSHIP_REVIEWED END ENDED",
            "COUNTY_APPROVED ACTIVATE ACTIVE",
            "COUNTY_APPROVED RETURN TOWNSHIP_REVIEWED",
            "COUNTY_APPROVED UNDO TOWNSHIP_REVIEWED",
            "COUNTY_APPROVED END ENDED",
            "ACTIVE SUSPEND SUSPENDED",
            "ACTIVE END ENDED",
            "SUSPENDED RESUME ACTIVE",
            "SUSPENDED END ENDED");

    @Test
    @DisplayName("每个状态对每个动作：表中有的能做，表中没有的不能做")
    void everyVerbFromEveryStatus() {
        for (EnrolmentStatus from : EnrolmentStatus.values()) {
            for (EnrolmentVerb verb : EnrolmentVerb.values()) {
                Set<String> found = EnrolmentMoves.find(from, verb).stream()
                        .map(move -> from + " " + verb + " " + move.to())
                        .collect(Collectors.toSet());
                Set<String> expected = ALLOWED.stream()
                        .filter(line -> line.startsWith(from + " " + verb + " "))
                        .collect(Collectors.toSet());
                assertThat(found).as(from + " " + verb).isEqualTo(expected);
            }
        }
    }

    @Test
    @DisplayName("终止和不予批准之后不再办理")
    void nothingFollowsTheEnd() {
        assertThat(Arrays.stream(EnrolmentStatus.values()).filter(status -> !status.isOpen()))
                .allSatisfy(status -> assertThat(EnrolmentMoves.all()).noneMatch(move -> move.from() == status));
    }

    @Test
    @DisplayName("村核实、乡镇审核、县审批分属不同岗位，谁也不能跨级办理")
    void eachStepBelongsToOneDesk() {
        assertThat(EnrolmentMoves.at(EnrolmentStatus.PROPOSED, Role.VILLAGE))
                .containsExactly(EnrolmentVerb.CHECK, EnrolmentVerb.REFUSE);
        assertThat(EnrolmentMoves.at(EnrolmentStatus.PROPOSED, Role.TOWNSHIP)).isEmpty();
        assertThat(EnrolmentMoves.at(EnrolmentStatus.VILLAGE_CHECKED, Role.TOWNSHIP))
                .containsExactly(EnrolmentVerb.REVIEW, EnrolmentVerb.RETURN, EnrolmentVerb.REFUSE);
        assertThat(EnrolmentMoves.at(EnrolmentStatus.TOWNSHIP_REVIEWED, Role.VILLAGE))
                .isEmpty();
        assertThat(EnrolmentMoves.waitingAt(Role.COUNTY_CLERK)).contains(EnrolmentStatus.TOWNSHIP_REVIEWED);
        for (Role role : List.of(Role.CITY, Role.ADMINISTRATOR, Role.ELDER, Role.COUNTY_FINANCE)) {
            assertThat(EnrolmentMoves.all()).noneMatch(move -> move.desks().contains(role));
        }
    }

    @Test
    @DisplayName("文档中的状态图与程序一致")
    void theDiagramIsGenerated() throws IOException {
        Path file = Path.of("..", "docs", "generated", "enrolment.md");
        String diagram = diagram();
        if (!Files.exists(file) || !Files.readString(file).equals(diagram)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, diagram);
        }
        assertThat(Files.readString(file)).isEqualTo(diagram);
    }

    private static String diagram() {
        String edges = EnrolmentMoves.all().stream()
                .map(move -> "    " + move.from() + " --> " + move.to() + ": " + move.verb() + desks(move))
                .collect(Collectors.joining("\n"));
        return Stream.of(
                        "# Enrolment (在册)",
                        "",
                        "Made by `EnrolmentMovesTest` from the one table in `EnrolmentMoves`; change the table, not"
                                + " this page.",
                        "",
                        "```mermaid",
                        "stateDiagram-v2",
                        "    [*] --> PROPOSED: applied for, or found by the monthly decisions",
                        "    [*] --> ACTIVE: opened from the county's former books",
                        edges,
                        "    ENDED --> [*]",
                        "    REFUSED --> [*]",
                        "```",
                        "")
                .collect(Collectors.joining("\n"));
    }

    private static String desks(Move move) {
        String desks = move.desks().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
        return desks.isEmpty() ? " (follows by itself)" : " (" + desks + ")";
    }
}
