package org.sangyu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.rules.PlainConflicts.Alone;
import org.sangyu.rules.PlainConflicts.Member;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.facts.PersonBuilder;
import org.sangyu.rules.facts.Provenance;
import org.sangyu.rules.facts.Receipt;
import org.sangyu.rules.facts.Span;
import org.sangyu.rules.packs.PackSet;

/** Random benefits that meet: engine, columns and the plain reading of the contract say the same. */
@DisplayName("衔接规则与逐条解释一致")
class PlainConflictsTest {

    private static final String CITE = "kind: RULE, source: {document: nowhere-1, clause: 第1条}";
    private static final YearMonth MONTH = YearMonth.of(2024, 5);
    private static final int PACKS = 60;
    private static final int PEOPLE = 8;
    private static final int STEP = 12_00;
    /** The ids, true when paid by the month; the last is paid by another office. */
    private static final Map<String, Boolean> BENEFITS = benefits();

    private record Drawn(List<Member> members, String rule, boolean confirmed) {

        Drawn with(List<Member> others) {
            return new Drawn(others, rule, confirmed);
        }

        List<Drawn> smaller() {
            return IntStream.range(0, members.size())
                    .filter(i -> members.size() > 2)
                    .mapToObj(i -> {
                        List<Member> fewer = new ArrayList<>(members);
                        fewer.remove(i);
                        return with(fewer);
                    })
                    .toList();
        }
    }

    private static Map<String, Boolean> benefits() {
        Map<String, Boolean> benefits = new LinkedHashMap<>();
        benefits.put("care-service-subsidy", true);
        benefits.put("nursing-subsidy", true);
        benefits.put("centenarian-respect-money", false);
        benefits.put("long-term-care-subsidy", true);
        benefits.put("severe-disability-nursing-subsidy", true);
        return benefits;
    }

    @Test
    @DisplayName("随机的互斥、就高、抵扣 × 随机的待遇与在领，结果与金额一致")
    void agreesOnRandomConflicts() {
        long seed = Long.getLong("sangyu.seed", 20261126L);
        for (int i = 0; i < PACKS; i++) {
            assertThat(difference(seed + i, "")).as("seed %d", seed + i).isNull();
        }
    }

    @Test
    @DisplayName("把“先抵扣”当成“互斥”这样的错误会被发现，并缩小到两项")
    void findsAPlantedFault() {
        String found = IntStream.range(0, PACKS)
                .mapToObj(i -> difference(i, "EXCLUDE"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        assertThat(found.split("Member\\[", -1)).as(found).hasSize(3);
    }

    /** One pack and several people; the first difference made as small as it goes, or null. */
    private static @Nullable String difference(long seed, String planted) {
        Random random = new Random(seed);
        Drawn drawn = drawn(random);
        PackSet packs = packs(drawn);
        for (int i = 0; i < PEOPLE; i++) {
            if (difference(drawn, packs, planted) != null) {
                return smallest(drawn, planted);
            }
            drawn = drawn.with(drawn.members().stream()
                    .map(member -> receiving(random, member))
                    .toList());
        }
        return null;
    }

    private static Drawn drawn(Random random) {
        List<Member> members = new ArrayList<>();
        BENEFITS.forEach((id, months) -> members.add(member(random, id, months)));
        Collections.shuffle(members, random);
        return new Drawn(
                members.subList(0, 2 + random.nextInt(4)),
                List.of("EXCLUDE", "CHOOSE_HIGHER", "DEDUCT_FIRST").get(random.nextInt(3)),
                random.nextInt(4) > 0);
    }

    private static Member member(Random random, String id, boolean months) {
        boolean elsewhere = id.startsWith("severe");
        Alone alone = elsewhere
                ? Alone.ELSEWHERE
                : List.of(Alone.ENTITLED, Alone.ENTITLED, Alone.ENTITLED, Alone.NOT_ENTITLED, Alone.UNDETERMINED)
                        .get(random.nextInt(5));
        long amount = (1L + random.nextInt(3)) * STEP * (months ? 1 : 12);
        return receiving(random, new Member(id, alone, months, amount, false, null));
    }

    private static Member receiving(Random random, Member member) {
        boolean receipt = random.nextInt(member.alone() == Alone.ELSEWHERE ? 2 : 3) == 0;
        Long received = member.alone() == Alone.ENTITLED
                ? Long.valueOf(member.amount())
                : random.nextInt(3) == 0 ? null : Long.valueOf((1 + random.nextInt(3)) * STEP);
        return new Member(member.id(), member.alone(), member.months(), member.amount(), receipt, received);
    }

    /** The difference with as few members as still show it; null when there is none. */
    private static @Nullable String smallest(Drawn drawn, String planted) {
        String difference = difference(drawn, packs(drawn), planted);
        if (difference == null) {
            return null;
        }
        for (Drawn smaller : drawn.smaller()) {
            String still = smallest(smaller, planted);
            if (still != null) {
                return still;
            }
        }
        return difference;
    }

    private static @Nullable String difference(Drawn drawn, PackSet packs, String planted) {
        List<String> plain = new PlainConflicts(planted.isEmpty() ? drawn.rule() : planted, drawn.confirmed())
                .settle(drawn.members()).stream().sorted().toList();
        List<String> decided = drawn.members().stream()
                .filter(member -> member.alone() != Alone.ELSEWHERE)
                .map(Member::id)
                .toList();
        Decider decider = Decider.of(packs, Question.of(RegionCode.of("99"), MONTH), Set.copyOf(decided));
        Person person = person(drawn);
        List<String> engine = decider.decide(person).stream()
                .map(decision -> decision.benefit().id() + " "
                        + switch (decision) {
                            case Decision.Entitled entitled -> "ENTITLED " + entitled.amount();
                            case Decision.NotEntitled _ -> "NOT_ENTITLED";
                            case Decision.Undetermined _ -> "UNDETERMINED";
                        })
                .sorted()
                .toList();
        List<String> columns = columns(decider, person);
        return plain.equals(engine) && columns.equals(engine)
                ? null
                : "plain " + plain + " engine " + engine + " columns " + columns + " " + drawn;
    }

    private static List<String> columns(Decider decider, Person person) {
        CompiledMonth month = decider.compiled();
        FactColumns people = month.columns();
        people.add(person);
        Answers answers = month.answers();
        month.decide(people, answers);
        List<String> ids = decider.decide(person).stream()
                .map(decision -> decision.benefit().id())
                .toList();
        return IntStream.range(0, ids.size())
                .mapToObj(i -> ids.get(i) + " " + answers.outcome(0, i)
                        + (answers.outcome(0, i) == Outcome.ENTITLED ? " " + answers.amount(0, i) : ""))
                .sorted()
                .toList();
    }

    private static Person person(Drawn drawn) {
        PersonBuilder person = Person.born("p", LocalDate.of(1940, 1, 1)).registered("99");
        drawn.members().stream()
                .filter(Member::receipt)
                .forEach(member ->
                        person.receives(new Receipt(member.id(), member.received(), Span.ALWAYS, Provenance.UNSAID)));
        return person.build();
    }

    /** Whoever is undetermined hangs on the sex, which nobody knows. */
    private static String who(Alone alone) {
        return switch (alone) {
            case ENTITLED, ELSEWHERE -> "{everyone: true}";
            case NOT_ENTITLED -> "{age: {at_least: 120}}";
            case UNDETERMINED -> "{sex: F}";
        };
    }

    private static PackSet packs(Drawn drawn) {
        Map<String, String> files = InventedRegion.files();
        for (Member member : drawn.members()) {
            if (member.alone() == Alone.ELSEWHERE) {
                continue;
            }
            String folder = InventedRegion.FOLDER + "/benefits/" + member.id();
            files.put(folder + "/benefit.yaml", """
                    status: [{is: IN_FORCE, from: always, %s}]
                    who: [{is: %s, from: always, %s}]
                    """.formatted(CITE, who(member.alone()), CITE));
            files.put(folder + "/amount.yaml", """
                    description: {zh: 补贴, en: Subsidy}
                    unit: %s
                    values: [{from: 2020-01-01, amount: "%d.%02d", %s}]
                    reviewed: {on: 2024-01-01, by: test}
                    """.formatted(
                    member.months() ? "CNY/month" : "CNY/year", member.amount() / 100, member.amount() % 100, CITE));
        }
        files.put(
                InventedRegion.FOLDER + "/conflicts.yaml",
                "conflicts:\n  meet: [{from: always, members: [%s], rule: %s, administrator_confirmed: %s, %s}]\n"
                        .formatted(
                                drawn.members().stream().map(Member::id).collect(Collectors.joining(", ")),
                                drawn.rule(),
                                drawn.confirmed(),
                                CITE));
        PackSet packs = Packs.with(files);
        assertThat(packs.problems()).isEmpty();
        return packs;
    }
}
