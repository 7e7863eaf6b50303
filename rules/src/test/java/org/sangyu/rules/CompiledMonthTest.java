package org.sangyu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.facts.ResidenceKind;
import org.sangyu.rules.facts.Span;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.facts.TagFact;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.PackSet;

/** A failure names its seed and shows the fewest facts that it needs; other seeds with {@code -Dsangyu.seed}. */
@DisplayName("整个地区按列判定")
class CompiledMonthTest {
    private static final long SEED = Long.getLong("sangyu.seed", 20261126L);
    private static final int PEOPLE = 700;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    @DisplayName("五分钟示例：一个月、两个人")
    void isExplainedInFiveMinutes() {
        PackSet packs = Packs.beside(folder, InventedRegion.files());
        CompiledMonth month = Decider.of(
                        packs,
                        Question.of(RegionCode.of("99"), YearMonth.of(2024, 5)),
                        Set.of("advanced-age-allowance"))
                .compiled();

        FactColumns people = month.columns();
        people.add(
                Person.born("a", LocalDate.of(1940, 1, 1)).registered("990101").build());
        long here = FactBits.residence(ResidenceKind.REGISTERED, true);
        people.add((int) LocalDate.of(1950, 1, 1).toEpochDay(), here | FactBits.of(Tag.LIVING_ALONE));

        Answers answers = month.answers();
        month.decide(people, answers);

        assertThat(answers.outcome(0, 0)).isEqualTo(Outcome.ENTITLED);
        assertThat(answers.amount(0, 0)).isEqualTo(4_050);
        assertThat(answers.outcome(1, 0)).isEqualTo(Outcome.NOT_ENTITLED);
        assertThat(month.why(answers.why(1, 0))).extracting(Why::code).containsExactly(ReasonCode.AGE_BELOW);
        assertThat(answers.entitled(0)).isEqualTo(1);
        assertThat(answers.sum(0)).isEqualTo(4_050);
    }

    @Test
    @DisplayName("随机人员 × 各地政策：与逐人判定的结果、金额、理由代码完全一致")
    void agreesWithOnePersonAtATime() {
        List<String> regions = regions();
        for (int i = 0; i < 60; i++) {
            Random random = new Random(SEED + i);
            String region = regions.get(random.nextInt(regions.size()));
            YearMonth month = YearMonth.of(2014, 1).plusMonths(random.nextInt(160));
            LocalDate asOf = random.nextInt(3) == 0 ? month.atDay(1 + random.nextInt(28)) : null;
            Question question = new Question(
                    RegionCode.of(region),
                    month,
                    asOf,
                    random.nextInt(4) == 0,
                    month.atDay(1).minusDays(random.nextInt(2)));
            Decider decider = Decider.of(Packs.shipped(), question);
            assertThat(differences(decider, decider, people(random, region, month)))
                    .as("seed %d %s", SEED + i, question)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("年龄门槛错一岁会被发现")
    void findsAPlantedFault() {
        Map<String, String> files = InventedRegion.files();
        PackSet right = Packs.beside(folder.resolve("right"), files);
        files.replaceAll((path, text) -> text.replace("at_least: 75", "at_least: 76"));
        PackSet wrong = Packs.beside(folder.resolve("wrong"), files);
        YearMonth month = YearMonth.of(2024, 5);
        Question question = Question.of(RegionCode.of("99"), month);
        List<Person> born = new ArrayList<>();
        for (int age = 74; age < 78; age++) {
            born.add(Person.born("p", month.atEndOfMonth().minusYears(age))
                    .registered("99")
                    .build());
        }
        assertThat(differences(Decider.of(right, question), Decider.of(right, question), born))
                .isEmpty();
        born.replaceAll(person -> new Person(
                person.id(),
                person.born(),
                null,
                null,
                person.residences(),
                List.of(TagFact.of(Tag.LIVING_ALONE, Span.ALWAYS)),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
        assertThat(differences(Decider.of(right, question), Decider.of(wrong, question), born))
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said).doesNotContain("LIVING_ALONE"));
    }

    @Test
    @DisplayName("分批与一次算完相同；重复使用同一列表也相同")
    void decidesChunkByChunk() {
        YearMonth month = YearMonth.of(2026, 6);
        String region = regions().getFirst();
        List<Person> people = people(new Random(SEED), region, month);
        CompiledMonth compiled = Decider.of(Packs.shipped(), Question.of(RegionCode.of(region), month))
                .compiled();
        FactColumns all = compiled.columns();
        people.forEach(all::add);
        Answers once = compiled.answers();
        compiled.decide(all, once);
        FactColumns chunk = compiled.columns();
        Answers answers = compiled.answers();
        for (int i = 0; i < people.size(); i++) {
            chunk.add(people.get(i));
            if (chunk.size() == 64 || i + 1 == people.size()) {
                compiled.decide(chunk, answers);
                for (int k = 0; k < chunk.size(); k++) {
                    int at = i + 1 - chunk.size() + k;
                    for (int b = 0; b < compiled.benefits().size(); b++) {
                        assertThat(answers.amount(k, b)).isEqualTo(once.amount(at, b));
                        assertThat(answers.why(k, b)).isEqualTo(once.why(at, b));
                    }
                }
                chunk.clear();
            }
        }
    }

    @Test
    @DisplayName("多个月一次读入，与逐月读入的结果相同")
    void fillsSeveralMonthsTogether() {
        String region = regions().getLast();
        YearMonth first = YearMonth.of(2025, 10);
        List<CompiledMonth> months = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            months.add(Decider.of(Packs.shipped(), Question.of(RegionCode.of(region), first.plusMonths(i)))
                    .compiled());
        }
        FactCalendar together =
                FactCalendar.of(months.stream().map(CompiledMonth::columns).toList());
        List<Person> people = new ArrayList<>(people(new Random(SEED), region, first));
        people.addAll(people(new Random(SEED + 1), region, first.plusMonths(3)));
        people.forEach(together::add);
        for (int m = 0; m < months.size(); m++) {
            CompiledMonth month = months.get(m);
            FactColumns alone = month.columns();
            people.forEach(alone::add);
            Answers expected = month.answers();
            Answers answers = month.answers();
            month.decide(alone, expected);
            month.decide(together.month(m), answers);
            for (int i = 0; i < people.size(); i++) {
                for (int b = 0; b < month.benefits().size(); b++) {
                    assertThat(said(month, answers, i, b))
                            .as("%s %s", first.plusMonths(m), people.get(i))
                            .isEqualTo(said(month, expected, i, b));
                }
            }
        }
    }

    @Test
    @DisplayName("两套政策可共用一份列；地区或月份不同的不可")
    void sharesColumns() {
        PackSet now = Packs.beside(folder.resolve("now"), InventedRegion.files());
        Map<String, String> files = InventedRegion.files();
        files.replaceAll((path, text) -> text.replace("40.50", "41.50"));
        PackSet draft = Packs.beside(folder.resolve("draft"), files);
        Question question = Question.of(RegionCode.of("99"), YearMonth.of(2024, 5));
        CompiledMonth today = Decider.of(now, question).compiled();
        CompiledMonth later = Decider.of(draft, question).compiled();
        FactColumns people = CompiledMonth.sharedColumns(List.of(today, later));
        people.add(Person.born("a", LocalDate.of(1940, 1, 1))
                .registered("99")
                .tag(Tag.DISABLED, Span.ALWAYS)
                .build());
        Answers before = today.answers();
        Answers after = later.answers();
        today.decide(people, before);
        later.decide(people, after);
        assertThat(after.sum(today.indexOf("advanced-age-allowance"))).isEqualTo(4_150);
        assertThat(before.sum(today.indexOf("advanced-age-allowance"))).isEqualTo(4_050);

        CompiledMonth june = Decider.of(now, Question.of(RegionCode.of("99"), YearMonth.of(2024, 6)))
                .compiled();
        assertThatThrownBy(() -> june.decide(people, june.answers())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> today.decide(people, after)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Person> people(Random random, String region, YearMonth month) {
        RandomPeople people = new RandomPeople(random, region, month);
        List<Person> all = new ArrayList<>(PEOPLE);
        for (int i = 0; i < PEOPLE; i++) {
            all.add(people.next());
        }
        return all;
    }

    private static List<String> regions() {
        return new ArrayList<>(new TreeSet<>(Packs.shipped().packs().stream()
                .map(pack -> pack.region())
                .filter(digits -> digits.length() >= 2)
                .toList()));
    }

    private static List<String> differences(Decider columns, Decider single, List<Person> people) {
        CompiledMonth month = columns.compiled();
        FactColumns facts = month.columns();
        people.forEach(facts::add);
        Answers answers = month.answers();
        month.decide(facts, answers);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            List<Decision> decisions = single.decide(people.get(i));
            for (int b = 0; b < decisions.size(); b++) {
                String one = said(decisions.get(b));
                String many = said(month, answers, i, b);
                if (!one.equals(many) && differences.size() < 3) {
                    Benefit benefit = decisions.get(b).benefit();
                    int number = b;
                    Person smallest = Shrink.person(people.get(i), person -> differs(columns, single, person, number));
                    differences.add(benefit.id() + "\n  one  " + one + "\n  many " + many + "\n  " + smallest);
                }
            }
        }
        return differences;
    }

    private static boolean differs(Decider columns, Decider single, Person person, int benefit) {
        CompiledMonth month = columns.compiled();
        FactColumns facts = month.columns();
        facts.add(person);
        Answers answers = month.answers();
        month.decide(facts, answers);
        return !said(month, answers, 0, benefit)
                .equals(said(single.decide(person).get(benefit)));
    }

    private static String said(Decision decision) {
        long amount = decision instanceof Decision.Entitled e ? e.amount() : 0;
        List<Long> possible = decision instanceof Decision.Undetermined u ? u.possible() : List.of();
        return Outcome.of(decision) + " " + amount + " " + possible + " " + decision.before() + " "
                + Why.of(decision.reasons());
    }

    private static String said(CompiledMonth month, Answers answers, int person, int benefit) {
        return answers.outcome(person, benefit) + " " + answers.amount(person, benefit) + " "
                + answers.possible(person, benefit) + " " + answers.before(person, benefit) + " "
                + month.why(answers.why(person, benefit));
    }
}
