package org.sangyu.benefits.web.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.registry.Comparisons;
import org.sangyu.registry.Comparisons.Kind;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.PeopleCompared;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Language;
import org.sangyu.ui.Page;
import org.sangyu.ui.WordsForTests;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@DisplayName("锁定名册前的比对情况")
class LastComparedTest {

    private static final Place COUNTY = new Place("C010101");
    private static final Page CHINESE = Page.bare(WordsForTests.in(Language.ZH));
    private static final Page ENGLISH = Page.bare(WordsForTests.in(Language.EN));

    @Test
    @DisplayName("从未比对的直说从未比对，确认锁定时再说一次")
    void neverCompared() {
        LastCompared.Said said = after().of(COUNTY, CHINESE);
        assertThat(said.lines()).containsExactly("死亡：从未比对", "迁出：从未比对");
        assertThat(said.ask("锁定？", CHINESE)).isEqualTo("锁定？死亡名单从未比对。迁出名单从未比对。");
        assertThat(after().of(COUNTY, ENGLISH).lines())
                .containsExactly("Deaths: never compared", "Moves: never compared");
    }

    @Test
    @DisplayName("每个来源、每种名单各一行：名单截至哪天、何时读入、命中多少；近期见到的没有命中")
    void everySourceAndKind() {
        LastCompared.Said said = after(
                        last(FactSourceCode.PUBLIC_SECURITY, Kind.DEATHS, 3),
                        last(FactSourceCode.FUNERAL, Kind.DEATHS, 0),
                        last(FactSourceCode.HEALTH, Kind.SEEN, 0))
                .of(COUNTY, CHINESE);
        assertThat(said.lines()).hasSize(4);
        assertThat(said.lines().getFirst()).contains("公安", "2026-05-31", "2026-06-02", "命中 3 人次");
        assertThat(said.lines().get(1)).contains("殡葬", "命中 0 人次");
        assertThat(said.lines().get(2)).isEqualTo("迁出：从未比对");
        assertThat(said.lines().get(3)).contains("近期见到", "卫健");
        assertThat(said.never()).containsExactly(Kind.MOVES);
    }

    @Test
    @DisplayName("死亡和迁出都比对过的，确认时不多问；没有比对的程序里也照说从未比对")
    void nothingToAdd() {
        LastCompared.Said said = after(
                        last(FactSourceCode.PUBLIC_SECURITY, Kind.DEATHS, 1),
                        last(FactSourceCode.PUBLIC_SECURITY, Kind.MOVES, 2))
                .of(COUNTY, CHINESE);
        assertThat(said.ask("锁定？", CHINESE)).isEqualTo("锁定？");
        LastCompared without = new LastCompared(new StaticListableBeanFactory().getBeanProvider(Comparisons.class));
        assertThat(without.of(COUNTY, CHINESE).never()).containsExactly(Kind.DEATHS, Kind.MOVES);
    }

    private static LastCompared after(Comparisons.Last... lists) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("comparisons", new Comparisons() {
            @Override
            public List<Last> last(Place county) {
                return county.equals(COUNTY) ? List.of(lists) : List.of();
            }

            @Override
            public List<PeopleCompared> open(Place county) {
                return List.of();
            }

            @Override
            public List<Hit> hits(UUID comparison, Scope scope, int afterRow, int limit) {
                return List.of();
            }
        });
        return new LastCompared(beans.getBeanProvider(Comparisons.class));
    }

    private static Comparisons.Last last(FactSourceCode source, Kind kind, long hits) {
        return new Comparisons.Last(
                UUID.randomUUID(),
                source,
                kind,
                LocalDate.parse("2026-05-31"),
                Instant.parse("2026-06-02T02:00:00Z"),
                "张",
                40,
                hits);
    }
}
