package org.sangyu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.packs.PackSet;

/** The examples of {@code rules/README.md}, which must stand there word for word. */
@DisplayName("规则库说明里的示例")
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path SELF = Path.of("src/test/java/org/sangyu/rules/ReadmeTest.java");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final List<String> said = new ArrayList<>();

    @Test
    @DisplayName("一个人：结果和理由都说得出")
    void decidesOnePerson() {
        String region = region();
        PackSet packs = PackSet.read(Path.of("../packs"));
        Question question = Question.of(RegionCode.of(region), YearMonth.of(2026, 6));
        Person person =
                Person.born("p1", LocalDate.of(1935, 3, 2)).registered(region).build();
        for (Decision decision : Decider.of(packs, question).decide(person)) {
            switch (decision) {
                case Decision.Entitled yes -> say(yes.benefit().unit().format(yes.amount()), yes);
                case Decision.NotEntitled no -> say("no", no);
                case Decision.Undetermined open -> say("depends on what is missing", open);
            }
        }
        assertThat(said)
                .hasSize(packs.benefits().size())
                .allSatisfy(line -> assertThat(line).contains(": "));
    }

    private void say(String outcome, Decision decision) {
        said.add(outcome + ": " + Wording.zh(decision.reasons().getFirst()));
    }

    @Test
    @DisplayName("全部人：人数和金额")
    void decidesAPopulation() {
        PackSet packs = Packs.shipped();
        String region = region();
        Question question = Question.of(RegionCode.of(region), YearMonth.of(2026, 6));
        List<Person> registry = new ArrayList<>();
        for (int year = 1920; year < 1970; year++) {
            registry.add(Person.born("p" + year, LocalDate.of(year, 1, 1))
                    .registered(region)
                    .build());
        }
        CompiledMonth month = Decider.of(packs, question).compiled();
        FactColumns people = month.columns();
        registry.forEach(people::add);
        Answers answers = month.answers();
        month.decide(people, answers);
        int benefit = month.indexOf("advanced-age-allowance");
        long heads = answers.entitled(benefit);
        long fen = answers.sum(benefit);
        assertThat(heads).isPositive().isLessThan(registry.size());
        assertThat(fen).isGreaterThan(heads);
    }

    @Test
    @DisplayName("说明里的每段示例都在这里编译过")
    void standsInThisTest() throws IOException {
        String self = plain(Files.readString(SELF));
        Matcher example = JAVA.matcher(Files.readString(README));
        int found = 0;
        while (example.find()) {
            found++;
            assertThat(self).contains(plain(example.group(1)));
        }
        assertThat(found).isEqualTo(2);
    }

    private static String plain(String code) {
        return code.replaceAll("\\s+", "");
    }

    /** A region with an allowance of its own, whichever it is. */
    private static String region() {
        return Packs.shipped().packs().stream()
                .filter(pack -> !pack.draft() && pack.region().length() >= 4)
                .map(pack -> pack.region())
                .filter(region -> Packs.shipped()
                        .policy(RegionCode.of(region), "advanced-age-allowance", false)
                        .orElseThrow()
                        .amount()
                        .stream()
                        .anyMatch(amount -> amount.pack().region().equals(region)))
                .findFirst()
                .orElseThrow();
    }
}
