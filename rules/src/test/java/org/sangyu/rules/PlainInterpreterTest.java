package org.sangyu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Attributes;
import org.sangyu.rules.facts.LtciFact;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.facts.PersonBuilder;
import org.sangyu.rules.facts.Provenance;
import org.sangyu.rules.facts.Receipt;
import org.sangyu.rules.facts.Sex;
import org.sangyu.rules.facts.Span;
import org.sangyu.rules.facts.StayFact;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.facts.TagFact;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;
import org.sangyu.rules.reading.YamlTree;

/**
 * Random packs of up to three layers and random people: the engine and the plain interpreter say the same. A failure
 * names its seed and the smallest pack and person that still show it; other seeds with {@code -Dsangyu.seed}. Benefits
 * that meet are in {@link PlainConflictsTest}.
 */
@DisplayName("编译后的规则与逐条解释一致")
class PlainInterpreterTest {
    private static final String BENEFIT = "nursing-subsidy";
    private static final String CITE = "kind: RULE, source: {document: nowhere-1, clause: 第1条}";
    private static final int PACKS = 80;
    private static final int PEOPLE = 12;
    private static final int ENOUGH = 3;
    private static final List<String> DATES = List.of(
            "2018-03-15|2019|{after: 2019-12-31, by: 2020-12-31}",
            "{seen: 2018-12-31}|{after: 2018-12-31, by: 2020-06-30}|2021",
            "2018-10|2019-12-31|2020-02-29",
            "{seen: 2019-05-31}|{seen: 2020-05-31}|2021-01");

    /** @param layers the nearest first: county, city, province */
    private record Drawn(String who, List<String> layers) {

        /** The same with a part of the condition, or a layer less. */
        List<Drawn> smaller() {
            List<Drawn> smaller = new ArrayList<>();
            for (int i = 0; i < layers.size() && layers.size() > 1; i++) {
                List<String> fewer = new ArrayList<>(layers);
                fewer.remove(i);
                smaller.add(new Drawn(who, fewer));
            }
            for (int from = who.indexOf('{', 1); from > 0; from = who.indexOf('{', from + 1)) {
                smaller.add(new Drawn(who.substring(from, end(from)), layers));
            }
            return smaller;
        }

        private int end(int from) {
            int depth = 0;
            int at = from;
            do {
                depth += who.charAt(at) == '{' ? 1 : who.charAt(at) == '}' ? -1 : 0;
                at++;
            } while (depth > 0);
            return at;
        }
    }

    /** One question and how the planted fault, if any, reads the condition. */
    private record Asked(Drawn drawn, YearMonth month, boolean planted) {

        Asked of(Drawn other) {
            return new Asked(other, month, planted);
        }
    }

    @Test
    @DisplayName("随机标准 × 随机事实，结果与金额一致")
    void agreesOnRandomPacksAndPeople() {
        long seed = Long.getLong("sangyu.seed", 20261122L);
        for (int i = 0; i < PACKS; i++) {
            assertThat(differences(seed + i, false)).as("seed %d", seed + i).isEmpty();
        }
    }

    @Test
    @DisplayName("把“满”改成“超过”这样的错误会被发现，并缩小到一眼看得清")
    void findsAPlantedFault() {
        List<String> found = IntStream.range(0, PACKS)
                .mapToObj(i -> differences(i, true))
                .filter(differences -> !differences.isEmpty())
                .map(List::getFirst)
                .limit(ENOUGH)
                .toList();
        assertThat(found).isNotEmpty();
        assertThat(found).anySatisfy(smallest -> assertThat(smallest).contains("who={age: {at_least: ", "tags=[]"));
    }

    private static List<String> differences(long seed, boolean planted) {
        Random random = new Random(seed);
        Drawn drawn = new Drawn(condition(random, 3), layers(random));
        PackSet packs = packs(drawn);
        assertThat(packs.problems()).as("seed %d", seed).isEmpty();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            YearMonth month = YearMonth.of(2017, 6).plusMonths(random.nextInt(56));
            Person person = person(random, month);
            Asked asked = new Asked(drawn, month, planted);
            if (found.isEmpty() && difference(asked, packs, person) != null) {
                found.add(smallest(asked, person));
            }
        }
        return found;
    }

    /** The difference with as few layers, conditions and facts as still show it. */
    private static String smallest(Asked asked, Person person) {
        Asked least = asked;
        Drawn smaller = asked.drawn();
        while (smaller != null) {
            least = least.of(smaller);
            Asked from = least;
            smaller = least.drawn().smaller().stream()
                    .filter(drawn -> differs(from.of(drawn), person))
                    .findFirst()
                    .orElse(null);
        }
        Asked shown = least;
        PackSet packs = packs(shown.drawn());
        Person few = Shrink.person(person, fewer -> difference(shown, packs, fewer) != null);
        return Objects.requireNonNull(difference(shown, packs, few));
    }

    private static boolean differs(Asked asked, Person person) {
        PackSet packs = packs(asked.drawn());
        return packs.problems().isEmpty() && difference(asked, packs, person) != null;
    }

    private static @Nullable String difference(Asked asked, PackSet packs, Person person) {
        Drawn drawn = asked.drawn();
        YearMonth month = asked.month();
        Tree who = tree(asked.planted() ? drawn.who.replaceAll("at_least: (7|8|9)0", "at_least: $11") : drawn.who);
        List<Tree> layers =
                drawn.layers.stream().map(PlainInterpreterTest::tree).toList();
        Decider decider = Decider.of(packs, Question.of(RegionCode.of("990101"), month), Set.of(BENEFIT));
        Decision decision = decider.decide(person).getFirst();
        SortedSet<Long> possible = PlainInterpreter.possible(person, month, who, layers);
        String plain = possible.size() > 1 || possible.contains(PlainInterpreter.UNKNOWN)
                ? "UNDETERMINED"
                : possible.first() == PlainInterpreter.NOTHING ? "NOT_ENTITLED" : "ENTITLED " + possible.first();
        String compiled =
                switch (decision) {
                    case Decision.Entitled e -> "ENTITLED " + e.amount();
                    case Decision.NotEntitled _ -> "NOT_ENTITLED";
                    case Decision.Undetermined _ -> "UNDETERMINED";
                };
        String columns = inColumns(decider, person);
        String codes = Why.of(decision.reasons()).toString();
        return plain.equals(compiled) && columns.equals(compiled + codes)
                ? null
                : month + " " + person + " plain " + plain + possible + " compiled " + compiled + codes + " columns "
                        + columns + " " + drawn;
    }

    private static String inColumns(Decider decider, Person person) {
        CompiledMonth month = decider.compiled();
        FactColumns people = month.columns();
        people.add(person);
        Answers answers = month.answers();
        month.decide(people, answers);
        String amount = answers.outcome(0, 0) == Outcome.ENTITLED ? " " + answers.amount(0, 0) : "";
        return answers.outcome(0, 0) + amount + month.why(answers.why(0, 0));
    }

    private static PackSet packs(Drawn drawn) {
        Map<String, String> files = InventedRegion.withCounty(
                "- {from: 2020-01-01, bands: [{from_age: 75, amount: \"2000.00\"}], " + CITE + "}\n");
        String county = InventedRegion.FOLDER + "/9901-nocity/990101-nocounty";
        files.put(county + "/pack.yaml", "region: \"990101\"\nname: {zh: 乌有县, en: Nocounty}\n");
        String upper = InventedRegion.FOLDER + "/benefits/" + BENEFIT;
        files.put(
                upper + "/benefit.yaml",
                "status: [{is: IN_FORCE, from: always, " + CITE + "}]\nwho:\n  - is: " + drawn.who
                        + "\n    from: always\n    kind: RULE\n    source: {document: nowhere-1, clause: 第1条}\n");
        files.put(upper + "/amount.yaml", amountFile(drawn.layers.getLast()));
        List<String> nearer = List.of(county, InventedRegion.FOLDER + "/9901-nocity");
        for (int i = 0; i < drawn.layers.size() - 1; i++) {
            files.put(nearer.get(i) + "/benefits/" + BENEFIT + "/amount.yaml", amountFile(drawn.layers.get(i)));
        }
        return Packs.with(files);
    }

    private static String amountFile(String values) {
        return "description: {zh: 补贴, en: Subsidy}\nunit: CNY/month\nvalues:\n" + values
                + "reviewed: {on: 2026-01-01, by: test}\n";
    }

    private static Tree tree(String yaml) {
        return Objects.requireNonNull(YamlTree.read("random", yaml, new Problems()), yaml);
    }

    private static List<String> layers(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> values(random))
                .toList();
    }

    private static String values(Random random) {
        String[] dates = DATES.get(random.nextInt(DATES.size())).split("\\|", -1);
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> "  - {from: " + dates[i] + ", " + amount(random) + ", " + CITE + "}\n")
                .collect(Collectors.joining());
    }

    private static String amount(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "amount: " + money(random);
            case 1 ->
                "bands: [{from_age: 70, amount: " + money(random) + "}, {from_age: 90, amount: " + money(random) + "}]";
            case 2 ->
                "table: {tag: EXTREME_HARDSHIP, by: [area], rows: [{area: URBAN, amount: " + money(random)
                        + "}, {area: RURAL, amount: " + money(random) + "}]}";
            default ->
                "by_self_care: {FULL: " + money(random) + ", PARTIAL: " + money(random) + ", NONE: " + money(random)
                        + "}";
        };
    }

    private static String money(Random random) {
        return "\"" + (1 + random.nextInt(3)) + "0.00\"";
    }

    private static String condition(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 15 : 11)) {
            case 0, 1 -> "{age: {at_least: " + (7 + random.nextInt(3)) + "0}}";
            case 2 -> "{age: {below: 90}}";
            case 3 -> "{tag: " + tag(random) + "}";
            case 4 -> "{tag: {is: EXTREME_HARDSHIP, area: URBAN}}";
            case 5 -> "{tag: {is: DISABLED, degree: FULL}}";
            case 6 -> "{economic_difficulty: true}";
            case 7 -> "{disabled: true}";
            case 8 -> "{severe_handicap: true}";
            case 9 -> "{in_institution: true}";
            case 10 ->
                List.of(
                                "{sex: F}",
                                "{ltci: {at_least: 3}}",
                                "{receives: minimum-living-allowance}",
                                "{ability: {at_least: 2}}")
                        .get(random.nextInt(4));
            case 11 -> "{not: " + condition(random, depth - 1) + "}";
            case 12 -> "{all: [" + condition(random, depth - 1) + ", " + condition(random, depth - 1) + "]}";
            default -> "{any: [" + condition(random, depth - 1) + ", " + condition(random, depth - 1) + "]}";
        };
    }

    private static Tag tag(Random random) {
        return Tag.values()[random.nextInt(Tag.values().length)];
    }

    private static Person person(Random random, YearMonth month) {
        LocalDate born = random.nextInt(6) == 0
                ? LocalDate.of(1928, 2, 29)
                : month.atEndOfMonth()
                        .minusYears(List.of(60, 70, 80, 90).get(random.nextInt(4)))
                        .plusDays(random.nextInt(5) - 2);
        PersonBuilder person = Person.born("p", born).registered("990101");
        if (random.nextBoolean()) {
            person.sex(random.nextBoolean() ? Sex.F : Sex.M);
        }
        for (Tag tag : List.of(Tag.EXTREME_HARDSHIP, Tag.DISABLED, Tag.HANDICAP, tag(random))) {
            if (random.nextInt(3) > 0 && person.build().tags().stream().noneMatch(t -> t.tag() == tag)) {
                person.tag(new TagFact(tag, span(random, month), attributes(random, tag), Provenance.UNSAID));
            }
        }
        if (random.nextInt(3) == 0) {
            person.ability(
                    random.nextInt(5), month.atDay(1 + random.nextInt(28)).plusDays(random.nextInt(5)));
        }
        if (random.nextInt(4) == 0) {
            person.institution(new StayFact(span(random, month), Provenance.UNSAID));
        }
        if (random.nextInt(3) == 0) {
            person.ltci(new LtciFact(random.nextInt(6), month.atDay(10), Provenance.UNSAID));
        }
        if (random.nextInt(3) == 0) {
            person.receives(new Receipt("minimum-living-allowance", null, span(random, month), Provenance.UNSAID));
        }
        return person.build();
    }

    private static Attributes attributes(Random random, Tag tag) {
        Attributes attributes = Attributes.NONE;
        for (Attribute attribute : tag.attributes()) {
            if (random.nextBoolean()) {
                List<String> domain = attribute.domain();
                attributes = attributes.with(attribute, domain.get(random.nextInt(domain.size())));
            }
        }
        return attributes;
    }

    private static Span span(Random random, YearMonth month) {
        LocalDate edge = month.atEndOfMonth().plusDays(random.nextInt(3) - 1);
        return switch (random.nextInt(3)) {
            case 0 -> Span.ALWAYS;
            case 1 -> Span.since(edge);
            default -> new Span(null, edge);
        };
    }
}
