package org.sangyu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.facts.PersonBuilder;
import org.sangyu.rules.facts.Provenance;
import org.sangyu.rules.facts.Receipt;
import org.sangyu.rules.facts.Span;
import org.sangyu.rules.packs.PackSet;

@DisplayName("待遇之间的衔接：互斥、就高、抵扣")
class ConflictTest {
    private static final String OTHER = "severe-disability-nursing-subsidy";

    @Test
    @DisplayName("互斥：都没在领，按先后保留第一个")
    void excludesAllButTheFirst() {
        Map<String, Decision> decided = decide(packs("EXCLUDE", true, "60.00", "100.00"), person());
        assertThat(amount(decided.get("nursing-subsidy"))).isEqualTo("60.00");
        assertThat(decided.get("care-service-subsidy")).isInstanceOfSatisfying(Decision.NotEntitled.class, d -> {
            assertThat(d.before()).isEqualTo(10_000);
            assertThat(d.reasons().getFirst().code()).isEqualTo(ReasonCode.CONFLICT_EXCLUDED);
        });
    }

    @Test
    @DisplayName("互斥：正在领的保留")
    void keepsWhatIsReceived() {
        Person person = person(new Receipt("care-service-subsidy", 10_000L, Span.ALWAYS, Provenance.UNSAID));
        Map<String, Decision> decided = decide(packs("EXCLUDE", true, "60.00", "100.00"), person);
        assertThat(amount(decided.get("care-service-subsidy"))).isEqualTo("100.00");
        assertThat(decided.get("nursing-subsidy")).isInstanceOf(Decision.NotEntitled.class);
    }

    @Test
    @DisplayName("就高：按年比较，高的保留，并写明两个金额")
    void choosesTheHigher() {
        Map<String, Decision> decided = decide(packs("CHOOSE_HIGHER", true, "60.00", "100.00"), person());
        assertThat(amount(decided.get("care-service-subsidy"))).isEqualTo("100.00");
        Decision lower = Objects.requireNonNull(decided.get("nursing-subsidy"));
        assertThat(lower).isInstanceOf(Decision.NotEntitled.class);
        assertThat(Wording.zh(lower.reasons().getFirst())).contains("100.00", "60.00");
    }

    @Test
    @DisplayName("就高：金额相同，正在领的保留；都没领，按先后")
    void keepsTheReceivedOfEquals() {
        PackSet packs = packs("CHOOSE_HIGHER", true, "60.00", "60.00");
        assertThat(amount(decide(packs, person()).get("nursing-subsidy"))).isEqualTo("60.00");
        Person receiving = person(new Receipt("care-service-subsidy", 6_000L, Span.ALWAYS, Provenance.UNSAID));
        assertThat(amount(decide(packs, receiving).get("care-service-subsidy"))).isEqualTo("60.00");
    }

    @Test
    @DisplayName("就高：别处在领的金额不明，本项待定，不是没有")
    void isUndeterminedAgainstAnUnknownAmount() {
        Person person = person(new Receipt(OTHER, null, Span.ALWAYS, Provenance.UNSAID));
        Map<String, Decision> decided = decide(packs("CHOOSE_HIGHER", true, "60.00", "100.00"), person);
        assertThat(decided.get("nursing-subsidy")).isInstanceOf(Decision.Undetermined.class);
        assertThat(decided.get("care-service-subsidy")).isInstanceOf(Decision.Undetermined.class);
    }

    @Test
    @DisplayName("抵扣：后面的减去前面的，减到零为止")
    void deductsDownToNothing() {
        Map<String, Decision> some = decide(packs("DEDUCT_FIRST", true, "60.00", "100.00"), person());
        assertThat(amount(some.get("nursing-subsidy"))).isEqualTo("60.00");
        assertThat(amount(some.get("care-service-subsidy"))).isEqualTo("40.00");
        assertThat(Objects.requireNonNull(some.get("care-service-subsidy")).before())
                .isEqualTo(10_000);
        Map<String, Decision> none = decide(packs("DEDUCT_FIRST", true, "100.00", "100.00"), person());
        assertThat(none.get("care-service-subsidy")).isInstanceOf(Decision.NotEntitled.class);
    }

    @Test
    @DisplayName("办法未确认：相关两项都待定，两个金额都写明，原金额保留")
    void isUndeterminedWhileUnconfirmed() {
        Map<String, Decision> decided = decide(packs("CHOOSE_HIGHER", false, "60.00", "100.00"), person());
        for (Decision decision : decided.values()) {
            assertThat(decision).isInstanceOf(Decision.Undetermined.class);
            assertThat(decision.before()).isNotNull();
            assertThat(Wording.en(decision.reasons().getFirst())).contains("60.00", "100.00");
        }
    }

    @Test
    @DisplayName("事实的先后不改变任何结果")
    void doesNotDependOnTheOrderOfFacts() {
        PackSet packs = packs("CHOOSE_HIGHER", true, "60.00", "100.00");
        List<Receipt> receipts = new ArrayList<>(List.of(
                new Receipt("nursing-subsidy", 6_000L, Span.ALWAYS, Provenance.UNSAID),
                new Receipt(OTHER, 10_000L, Span.ALWAYS, Provenance.UNSAID),
                new Receipt("care-service-subsidy", 10_000L, Span.ALWAYS, Provenance.UNSAID)));
        Map<String, Decision> first = decide(packs, person(receipts.toArray(Receipt[]::new)));
        Random random = new Random(42);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(receipts, random);
            assertThat(decide(packs, person(receipts.toArray(Receipt[]::new)))).isEqualTo(first);
        }
    }

    private static PackSet packs(String rule, boolean confirmed, String nursing, String care) {
        String cite = "kind: RULE, source: {document: nowhere-1, clause: 第1条}";
        Map<String, String> files = InventedRegion.files();
        for (Map.Entry<String, String> e :
                Map.of("nursing-subsidy", nursing, "care-service-subsidy", care).entrySet()) {
            String folder = InventedRegion.FOLDER + "/benefits/" + e.getKey();
            files.put(folder + "/benefit.yaml", """
                    status: [{is: IN_FORCE, from: always, %s}]
                    who: [{is: {everyone: true}, from: always, %s}]
                    """.formatted(cite, cite));
            files.put(folder + "/amount.yaml", """
                    description: {zh: 补贴, en: Subsidy}
                    unit: CNY/month
                    values: [{from: 2020-01-01, amount: "%s", %s}]
                    reviewed: {on: 2024-01-01, by: test}
                    """.formatted(e.getValue(), cite));
        }
        files.put(InventedRegion.FOLDER + "/conflicts.yaml", """
                conflicts:
                  both: [{from: always, members: [nursing-subsidy, %s, care-service-subsidy], rule: %s, administrator_confirmed: %s, %s}]
                """.formatted(OTHER, rule, confirmed, cite));
        PackSet packs = Packs.with(files);
        assertThat(packs.problems()).isEmpty();
        return packs;
    }

    private static Person person(Receipt... receipts) {
        PersonBuilder person = Person.born("p", LocalDate.of(1940, 1, 1)).registered("99");
        for (Receipt receipt : receipts) {
            person.receives(receipt);
        }
        return person.build();
    }

    private static Map<String, Decision> decide(PackSet packs, Person person) {
        Question question = Question.of(RegionCode.of("99"), YearMonth.of(2024, 5));
        Map<String, Decision> decided = new java.util.TreeMap<>();
        Decider.of(packs, question, java.util.Set.of("nursing-subsidy", "care-service-subsidy"))
                .decide(person)
                .forEach(d -> decided.put(d.benefit().id(), d));
        return decided;
    }

    private static @Nullable String amount(@Nullable Decision decision) {
        return decision instanceof Decision.Entitled e ? e.benefit().unit().format(e.amount()) : null;
    }
}
