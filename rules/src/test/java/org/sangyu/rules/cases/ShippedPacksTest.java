package org.sangyu.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sangyu.rules.Packs;
import org.sangyu.rules.packs.CaseFile;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.reading.Problems;

@DisplayName("随附的政策标准")
class ShippedPacksTest {
    private final PackSet packs = Packs.shipped();

    @Test
    @DisplayName("没有任何问题")
    void haveNoProblem() {
        assertThat(packs.problems()).isEmpty();
    }

    @Test
    @DisplayName("每个值的依据都写明文件和条款，且文件登记在册")
    void nameADocumentAndAClauseForEverything() {
        assertThat(packs.documents())
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.title().zh()).isNotBlank());
    }

    @Test
    @DisplayName("写了金额的待遇都有样例")
    void haveCasesBesideEveryAmount() {
        List<String> withCases = packs.cases().stream()
                .map(c -> c.pack().region() + " " + c.benefit())
                .toList();
        Stream<String> withAmounts = packs.packs().stream()
                .filter(p -> !p.region().isEmpty())
                .flatMap(p -> packs.benefits().stream()
                        .filter(b -> packs
                                .policy(org.sangyu.rules.RegionCode.of(p.region()), b.id(), false)
                                .orElseThrow()
                                .amount()
                                .stream()
                                .anyMatch(a -> a.pack().equals(p)))
                        .map(b -> p.region() + " " + b.id()));
        assertThat(withAmounts)
                .isNotEmpty()
                .allSatisfy(a -> assertThat(withCases).contains(a));
    }

    @TestFactory
    @DisplayName("样例")
    Stream<DynamicTest> comeOutAsTheirCasesSay() {
        Problems reading = new Problems();
        Cases cases = new Cases(packs, reading);
        List<WorkedCase> all = packs.cases().stream()
                .sorted(java.util.Comparator.comparing((CaseFile c) -> c.file().path()))
                .flatMap(file -> cases.read(file).stream())
                .toList();
        assertThat(reading.all()).isEmpty();
        return all.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.region() + " " + example.about() + " " + example.month() + " " + example.name(), () -> {
                            Problems failed = new Problems();
                            new Cases(packs, failed).run(example);
                            assertThat(failed.all()).isEmpty();
                        }));
    }
}
