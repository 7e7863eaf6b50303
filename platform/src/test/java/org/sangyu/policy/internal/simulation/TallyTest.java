package org.sangyu.policy.internal.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.rules.Decider;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Question;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.facts.Span;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.Kind;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Period;

@DisplayName("政策测算的计数")
class TallyTest {

    private static final Path SHIPPED = Path.of("../packs");
    private static final RegionCode HERE = new RegionCode("990101");
    private static final String MONTHLY = "advanced-age-allowance";
    private static final String YEARLY = "home-service-entitlement";
    private static final int PEOPLE = 3 * TwoSides.CHUNK / 2;
    private static final List<YearMonth> MONTHS = java.util.stream.IntStream.range(0, 12)
            .mapToObj(YearMonth.of(2026, 7)::plusMonths)
            .toList();

    @TempDir
    private Path folder;

    @Test
    @DisplayName("按经历归并着数，与一人一月一项地数完全一样；事实在期间变化的人也在内；只记得住少数经历时也一样")
    void countsAsOneByOne() throws IOException {
        PackSet now = packs("now", "60.00", "300.00");
        PackSet draft = packs("draft", "75.00", "240.00");
        List<Person> people = people();
        TwoSides.Packs packs = new TwoSides.Packs(now, draft, false);
        Map<String, Long> plain = plainly(packs, people);

        assertThat(plain.get("gains")).isPositive();
        assertThat(plain.get("loses")).isPositive();
        assertThat(counted(packs, people, Tally.MOST_COURSES)).isEqualTo(plain);
        assertThat(counted(packs, people, 3)).isEqualTo(plain);
    }

    private static Map<String, Long> counted(TwoSides.Packs packs, List<Person> people, int mostCourses) {
        TwoSides sides = TwoSides.of(packs, HERE, MONTHS);
        Tally tally = new Tally(sides.benefits(), MONTHS, mostCourses);
        Map<String, Long> figures = new TreeMap<>();
        List<String> chunk = new ArrayList<>();
        Runnable decide = () -> {
            sides.decide();
            tally.count(
                    sides,
                    (person, benefit, from, before, after) ->
                            figures.put(chunk.get(person) + " " + benefit.id() + " " + from, after - before));
            sides.clear();
            chunk.clear();
        };
        for (Person person : people) {
            chunk.add(person.id());
            sides.add(person);
            if (sides.isFull()) {
                decide.run();
            }
        }
        decide.run();
        tally.forEach(row -> {
            for (int i = 0; i < Tally.FIGURES; i++) {
                add(figures, row.benefit() + " " + row.month() + " " + row.band() + " " + i, row.figures()[i]);
            }
        });
        add(figures, "people", tally.people());
        add(figures, "gains", tally.gains());
        add(figures, "loses", tally.loses());
        return figures;
    }

    private static Map<String, Long> plainly(TwoSides.Packs packs, List<Person> people) {
        Map<String, Long> figures = new TreeMap<>();
        List<Benefit> benefits = packs.now().benefits();
        for (Person person : people) {
            long[][][] money = new long[2][benefits.size()][MONTHS.size()];
            for (int side = 0; side < 2; side++) {
                PackSet set = side == 0 ? packs.now() : packs.draft();
                boolean[] counted = new boolean[benefits.size()];
                for (int month = 0; month < MONTHS.size(); month++) {
                    YearMonth when = MONTHS.get(month);
                    List<Decision> decisions = Decider.of(set, new Question(HERE, when, null, false, null))
                            .decide(person);
                    for (int i = 0; i < benefits.size(); i++) {
                        Benefit benefit = benefits.get(i);
                        counted[i] &= !(benefit.period() == Period.YEAR && when.getMonthValue() == 1);
                        String key = benefit.id() + " " + when + " "
                                + AgeBand.lowest(AgeBand.of(person.born(), when.atEndOfMonth())) + " ";
                        if (decisions.get(i) instanceof Decision.Entitled entitled) {
                            boolean free =
                                    benefit.kind() == Kind.THING || benefit.period() != Period.MONTH && counted[i];
                            counted[i] = true;
                            money[side][i][month] = free ? 0 : entitled.amount();
                            add(figures, key + (side * 3), 1);
                            add(figures, key + (side * 3 + 1), money[side][i][month]);
                        } else if (decisions.get(i) instanceof Decision.Undetermined) {
                            add(figures, key + (side * 3 + 2), 1);
                        }
                    }
                }
            }
            compare(person, benefits, money, figures);
        }
        add(figures, "people", people.size());
        return figures;
    }

    private static void compare(Person person, List<Benefit> benefits, long[][][] money, Map<String, Long> figures) {
        long difference = 0;
        for (int i = 0; i < benefits.size(); i++) {
            long more = 0;
            int from = -1;
            for (int month = 0; month < MONTHS.size(); month++) {
                long here = money[1][i][month] - money[0][i][month];
                from = here != 0 && from < 0 ? month : from;
                more += here;
            }
            if (more != 0) {
                figures.put(person.id() + " " + benefits.get(i).id() + " " + MONTHS.get(from), more);
            }
            difference += more;
        }
        add(figures, "gains", difference > 0 ? 1 : 0);
        add(figures, "loses", difference < 0 ? 1 : 0);
    }

    /** Nothing is put in for zero. */
    private static void add(Map<String, Long> figures, String key, long more) {
        if (more != 0) {
            figures.merge(key, more, Long::sum);
        }
    }

    private static List<Person> people() {
        Random random = new Random(7);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            LocalDate born = LocalDate.of(1920, 1, 1).plusDays(random.nextInt(365 * 50));
            LocalDate day = LocalDate.of(2026, 5, 1).plusDays(random.nextInt(430));
            var person = Person.born("p" + i, born).registered(random.nextInt(9) == 0 ? "980101" : HERE.digits());
            if (random.nextInt(3) == 0) {
                person.tag(Tag.ECONOMIC_DIFFICULTY, random.nextBoolean() ? Span.ALWAYS : new Span(day, null));
            }
            people.add(person.build());
        }
        return people;
    }

    /** The nation's packs and an invented region with an allowance from 80 and yearly help for the poor. */
    private PackSet packs(String name, String monthly, String yearly) throws IOException {
        Path root = folder.resolve(name);
        Path pack = Files.createDirectories(root.resolve("99-invented"));
        String source = "kind: RULE, source: {document: invented, clause: 第一条}";
        Files.writeString(pack.resolve("pack.yaml"), "region: \"99\"\nname: {zh: 甲省, en: Invented}\n");
        Files.writeString(pack.resolve("documents.yaml"), """
                documents:
                  - {id: invented, title: {zh: 甲省文件, en: Paper}, issuer: {zh: 甲, en: A}, in_hand: true}
                """);
        benefit(
                pack,
                MONTHLY,
                source,
                "age: {at_least: 80}",
                "CNY/month\nvalues:\n  - {from: 2020-01-01, bands:"
                        + " [{from_age: 80, amount: \"" + monthly + "\"}, {from_age: 90, amount: \"100.00\"}], "
                        + source
                        + "}");
        benefit(
                pack,
                YEARLY,
                source,
                "economic_difficulty: true",
                "CNY/year\nvalues:\n  - {from: 2020-01-01, amount: \"" + yearly + "\", " + source + "}");
        PackSet set = PackSet.read(List.of(SHIPPED, root));
        assertThat(set.problems()).isEmpty();
        return set;
    }

    private static void benefit(Path pack, String id, String source, String who, String values) throws IOException {
        Path benefit = Files.createDirectories(pack.resolve("benefits/" + id));
        Files.writeString(
                benefit.resolve("benefit.yaml"),
                "status:\n  - {is: IN_FORCE, from: always, " + source + "}\n" + "who:\n  - {from: always, is: {" + who
                        + "}, " + source + "}\n");
        Files.writeString(
                benefit.resolve("amount.yaml"),
                "description: {zh: 标准, en: Standard}\nunit: " + values + "\nreviewed: {on: 2026-01-01, by: test}\n");
    }
}
