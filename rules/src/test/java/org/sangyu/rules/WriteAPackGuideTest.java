package org.sangyu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.rules.cases.Cases;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.reading.Problems;

@DisplayName("照写法指南逐步做一遍")
class WriteAPackGuideTest {
    private static final Path GUIDE = Path.of("../docs/howto/write-a-pack.md");
    private static final Pattern FILE = Pattern.compile("```yaml\n# file: (\\S+)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    @DisplayName("指南里的整个地区读得进、没有错误、案例全对")
    void theWholeRegionWorks() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher matcher = FILE.matcher(Files.readString(GUIDE));
        while (matcher.find()) {
            files.put(matcher.group(1), matcher.group(2));
        }
        assertThat(files).hasSize(5);
        PackSet packs = Packs.beside(folder, files);
        assertThat(packs.problems()).isEmpty();
        Problems failed = new Problems();
        int worked = new Cases(packs, failed)
                .run(packs.cases().stream()
                        .filter(file -> file.pack().region().equals("98"))
                        .toList());
        assertThat(worked).isEqualTo(3);
        assertThat(failed.all()).isEmpty();

        Question question = Question.of(RegionCode.of("98"), YearMonth.of(2024, 5));
        Person person =
                Person.born("p", LocalDate.of(1935, 1, 1)).registered("98").build();
        assertThat(Decider.of(packs, question, Set.of("advanced-age-allowance")).decide(person))
                .singleElement()
                .isInstanceOfSatisfying(
                        Decision.Entitled.class,
                        entitled -> assertThat(entitled.amount()).isEqualTo(6_000));
    }
}
