package org.sangyu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("依赖里已公开的缺陷")
class KnownFaultsTest {

    private static final Path EXTRACT = Path.of("src/test/resources/faults/known.tsv");
    private static final Path ACCEPTED = Path.of("src/test/resources/faults/accepted.tsv");
    private static final Path SAMPLE = Path.of("src/test/resources/faults/sample");
    private static final String FROM = "sangyu.faults.from";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    @TempDir
    Path folder;

    @Test
    @DisplayName("在用的依赖没有一个有已公开、未接受的缺陷；摘录旧了就提醒")
    void noLibraryInUseHasAKnownFault() {
        Extract extract = Extract.read(EXTRACT);
        LocalDate today = LocalDate.now();
        long most = Long.getLong("sangyu.faults.days", 30);
        if (extract.age(today) > most) {
            System.err.println("已公开缺陷的摘录是 " + extract.age(today) + " 天前的，请更新：./sangyu faults update FOLDER\n"
                    + "The extract of known faults is " + extract.age(today)
                    + " days old: ./sangyu faults update FOLDER");
        }
        assertThat(extract.findings(Library.onTheClassPath(), Extract.Accepted.read(ACCEPTED), today))
                .isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = FROM, matches = ".+")
    @DisplayName("从数据库的检出更新摘录")
    void takesANewExtract() throws IOException {
        Extract extract = Extract.of(
                new AdvisoryDatabase(Path.of(System.getProperty(FROM))), Library.onTheClassPath(), LocalDate.now());
        assertThat(extract.advisories()).as("advisories of groups in use").isNotEmpty();
        extract.write(EXTRACT);
    }

    @ParameterizedTest
    @CsvSource({
        "2.14.1, true",
        "2.15.0, false",
        "2.15.0-rc1, true",
        "2.13.0, true",
        "2.12.2, false",
        "2.12.1, true",
        "2.4, true",
        "2.3.1, false",
        "2.3, true",
        "2.17.1, false"
    })
    @DisplayName("塞进一个有缺陷的依赖就查得出来；修好的版本、两段之间的版本不算")
    void aPlantedFaultIsFound(String version, boolean found) {
        Library planted = library("org/apache/logging/log4j", "log4j-core", version);
        List<String> findings = sample().findings(List.of(planted), List.of(), DAY);
        assertThat(findings.isEmpty()).isNotEqualTo(found);
        assertThat(findings)
                .allSatisfy(one -> assertThat(one)
                        .contains(
                                "GHSA-jfh8-c2jp-5v3q",
                                "CRITICAL",
                                version,
                                "Remote code injection in Log4j",
                                "fixed in 2."));
    }

    @Test
    @DisplayName("别的组里同名的依赖、没有版本目录的文件，不算")
    void anotherLibraryOfTheSameNameIsNotMeant() {
        assertThat(sample().findings(
                                List.of(
                                        library("org/other/log4j", "log4j-core", "2.14.1"),
                                        library("log4j", "log4j-core", "2.14.1")),
                                List.of(),
                                DAY))
                .isEmpty();
        assertThat(Library.of(Path.of("/build/lib/log4j-core-2.14.1.jar"))).isEmpty();
    }

    @Test
    @DisplayName("接受的缺陷到最后一天还算接受，第二天起又拦下")
    void anAcceptedFaultCountsUntilItsDay() {
        Library planted = library("org/apache/logging/log4j", "log4j-core", "2.14.1");
        List<Extract.Accepted> accepted = List.of(new Extract.Accepted(
                "GHSA-jfh8-c2jp-5v3q", "org.apache.logging.log4j:log4j-core", DAY, "not reachable"));
        assertThat(sample().findings(List.of(planted), accepted, DAY)).isEmpty();
        assertThat(sample().findings(List.of(planted), accepted, DAY.plusDays(1)))
                .hasSize(1);
    }

    @Test
    @DisplayName("摘录写下再读回是同一份，只留在用的组，知道自己多少天了")
    void anExtractIsReadBackAsWritten() throws IOException {
        Path file = folder.resolve("known.tsv");
        sample().write(file);
        assertThat(Extract.read(file)).isEqualTo(sample());
        assertThat(sample().age(DAY.plusDays(31))).isEqualTo(31);
        assertThat(Extract.of(new AdvisoryDatabase(SAMPLE), List.of(library("org/other", "x", "1")), DAY)
                        .advisories())
                .isEmpty();
    }

    @Test
    @DisplayName("测试所用的类路径读得出在用的依赖，网页带的也在")
    void theClassPathIsRead() {
        assertThat(Library.onTheClassPath())
                .anyMatch(one -> one.is("Maven", "org.springframework:spring-core"))
                .anyMatch(one -> one.is("Maven", "org.postgresql:postgresql"))
                .anyMatch(one -> one.is("npm", "htmx.org"));
    }

    private static Extract sample() {
        return Extract.of(
                new AdvisoryDatabase(SAMPLE), List.of(library("org/apache/logging/log4j", "log4j-core", "1")), DAY);
    }

    private static Library library(String group, String artifact, String version) {
        return Library.of(Path.of("/root/.m2/repository/" + group + "/" + artifact + "/" + version + "/" + artifact
                        + "-" + version + ".jar"))
                .orElseThrow();
    }
}
