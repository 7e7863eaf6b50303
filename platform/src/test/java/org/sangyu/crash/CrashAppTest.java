package org.sangyu.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One county's month in which the process dies at every named point: each next process finds what the last one left,
 * goes on by itself, and dies at the next point. At the end every row is as if nothing had happened.
 */
@DisplayName("突然断电")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashAppTest {

    private static final String COUNTY = "410902";
    private static final int KILLED = 137;

    /** In the order in which the first month meets them. */
    private static final List<String> FIRST_MONTH = List.of(
            "files.before-rename",
            "import.after-copy",
            "import.between-elder-and-facts",
            "import.before-checkpoint",
            "import.after-chunk",
            "import.before-end",
            "propose-staged",
            "propose-merged",
            "enrolment.move.between-pieces",
            "enrolment.accounts.between-pieces",
            "import.between-merge-and-history",
            "enrolment.facts-recorded",
            "cycle.compute.staged",
            "cycle.compute.between-merge-and-history",
            "cycle.compute.before-commit",
            "cycle.compute.merged",
            "cycle.freeze.before-commit",
            "cycle.freeze.frozen",
            "cycle.release.ordered",
            "cycle.release.bytes-stored",
            "cycle.release.before-sent",
            "cycle.release.sent",
            "cycle.return.staged",
            "cycle.return.between-pieces",
            "cycle.return.finished");

    /** Refused payments are tried again. */
    private static final List<String> AGAIN =
            List.of("cycle.release.ordered", "cycle.release.bytes-stored", "cycle.release.sent");

    /** With back-pay, recoveries and what the bank refused twice. */
    private static final List<String> NEXT_MONTH = List.of(
            "cycle.compute.between-merge-and-history",
            "cycle.compute.merged",
            "cycle.freeze.before-commit",
            "cycle.release.ordered",
            "cycle.release.recoveries-opened",
            "cycle.return.between-pieces");

    private static final List<String> AFTERWARDS = List.of(
            "unclaimed.staged",
            "unclaimed.before-commit",
            "simulation.county-staged",
            "simulation.before-end",
            "compare.between-pieces",
            "compare.before-commit",
            "enrolment.people-compared",
            "enrolment.hit-answered",
            "regions.change.before-commit",
            "enrolment.places-changed",
            "privacy.forget.before-commit");

    private boolean lost;
    private Installation dying;
    private Installation calm;
    private Sent sent;
    private CompletableFuture<Installation.Ended> calmEnd;

    @BeforeAll
    void begin(@TempDir Path folder) throws IOException {
        calm = new Installation(Files.createDirectory(folder.resolve("calm")), COUNTY);
        dying = new Installation(Files.createDirectory(folder.resolve("dying")), COUNTY);
        sent = new Sent(dying.url());
        calmEnd = CompletableFuture.supplyAsync(() -> calm.run(""));
    }

    static Stream<Arguments> deaths() {
        return Stream.of(
                        deaths("首月", FIRST_MONTH),
                        deaths("退票重发", AGAIN),
                        deaths("次月", NEXT_MONTH),
                        deaths("其后", AFTERWARDS))
                .flatMap(all -> all);
    }

    private static Stream<Arguments> deaths(String when, List<String> points) {
        return points.stream().map(point -> Arguments.of(when, point));
    }

    @Order(1)
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("deaths")
    @DisplayName("进程死在每一处之后，没有写了一半的东西")
    void diesAndLeavesNoHalves(String when, String point) {
        assumeThat(lost).as("the point before went wrong").isFalse();
        lost = true;
        Installation.Ended ended = dying.run(point);
        System.out.println(when + " " + point + " " + ended.after());
        assertThat(ended.said()).contains("killed at " + point);
        assertThat(ended.code()).isEqualTo(KILLED);
        assertThat(Halves.in(dying.url(), dying.data())).isEmpty();
        assertThat(sent.lost()).isEmpty();
        lost = false;
    }

    @Order(2)
    @Test
    @DisplayName("最后一次接着办完：每张表每一行与从未中断的一样，代发文件也一样")
    void endsAsIfNothingHadHappened() throws IOException {
        assumeThat(lost).as("the last point went wrong").isFalse();
        Installation.Ended ended = dying.run("");
        System.out.println("end " + ended.after());
        assertThat(ended.said()).contains(Child.FINISHED);
        assertThat(ended.code()).isZero();
        Installation.Ended uninterrupted = calmEnd.join();
        System.out.println("calm " + uninterrupted.after());
        assertThat(uninterrupted.said()).contains(Child.FINISHED);
        assertThat(Halves.atRest(calm.url(), calm.data())).isEmpty();
        assertThat(Halves.atRest(dying.url(), dying.data())).isEmpty();
        assertThat(sent.lost()).isEmpty();
        assertThat(kinds(dying.url())).contains("BACK_PAY", "RECOVERY", "REGULAR");
        same(Books.rows(dying.url()), Books.rows(calm.url()));
    }

    @Order(3)
    @Test
    @DisplayName("同一花名册、同一核对、同一回盘再来一次：人员与待遇一行不变")
    void theSameAgainChangesNothing() {
        assumeThat(lost).isFalse();
        Map<String, List<String>> before = business();
        Installation.Ended ended = dying.run("", Child.AGAIN);
        assertThat(ended.said()).contains(Child.FINISHED);
        same(business(), before);
    }

    private Map<String, List<String>> business() {
        Map<String, List<String>> rows = Books.rows(dying.url());
        rows.keySet()
                .removeIf(table -> !table.startsWith("registry.") && !table.startsWith("benefits.")
                        || table.startsWith("registry.intake")
                        || table.equals("benefits.proposal_run"));
        return rows;
    }

    @Order(4)
    @Test
    @DisplayName("代码里的每一处都在单子上")
    void everyPointIsOnTheList() throws IOException {
        Pattern named = Pattern.compile("KillPoint\\.at\\(\"([^\"]+)\"\\)");
        TreeSet<String> inTheCode = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher found = named.matcher(Files.readString(source));
                while (found.find()) {
                    inTheCode.add(found.group(1));
                }
            }
        }
        List<String> listed = deaths().map(death -> (String) death.get()[1]).toList();
        assertThat(new TreeSet<>(listed)).isEqualTo(inTheCode);
    }

    /** The kinds of lines of the second month. */
    private static List<String> kinds(String url) {
        return Halves.texts(url, """
            select distinct l.kind from benefits.line l join benefits.cycle c on c.id = l.cycle
            where c.number = (select max(number) from benefits.cycle)\
            """);
    }

    private static void same(Map<String, List<String>> found, Map<String, List<String>> wanted) {
        assertThat(found.keySet()).isEqualTo(wanted.keySet());
        List<String> differences = new ArrayList<>();
        wanted.forEach((table, rows) -> {
            if (rows.equals(found.get(table))) {
                return;
            }
            List<String> more = new ArrayList<>(found.getOrDefault(table, List.of()));
            List<String> fewer = new ArrayList<>(rows);
            rows.forEach(more::remove);
            found.getOrDefault(table, List.of()).forEach(fewer::remove);
            more.stream().limit(5).forEach(row -> differences.add(table + " + " + row));
            fewer.stream().limit(5).forEach(row -> differences.add(table + " - " + row));
        });
        assertThat(differences).isEmpty();
    }
}
