package org.sangyu.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.registry.Sample.CITY;
import static org.sangyu.registry.Sample.COUNTY;
import static org.sangyu.registry.Sample.FAR_VILLAGE;
import static org.sangyu.registry.Sample.NEIGHBOUR;
import static org.sangyu.registry.Sample.OTHER_VILLAGE;
import static org.sangyu.registry.Sample.VILLAGE;
import static org.sangyu.registry.Sample.person;
import static org.sangyu.registry.Sample.registered;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.registry.ElderFilter.AgeBand;
import org.sangyu.registry.ElderFilter.Life;
import org.sangyu.registry.FactContent.Tag;
import org.sangyu.registry.internal.ElderProjection;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Fact;
import org.sangyu.shared.FactSource;
import org.sangyu.shared.FactSource.FactQuery;
import org.sangyu.shared.FactSource.PersonFacts;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Time;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest(extraIncludes = {"access", "jobs", "files"})
@DisplayName("查找、名单、测算取数与行级权限")
class ElderSearchModuleTest {

    private final LocalDate eightyToday = LocalDate.now(Time.ZONE).minusYears(80);
    private static final Scope HERE = Scope.of(new Place(COUNTY));
    private static final Scope WHOLE_CITY = Scope.of(new Place(CITY));

    @Autowired
    Registry registry;

    @Autowired
    FactSource facts;

    @Autowired
    ElderProjection projection;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private static final List<ElderId> PEOPLE = new ArrayList<>();

    @BeforeEach
    void peopleOfTwoCounties() {
        if (!PEOPLE.isEmpty()) {
            return;
        }
        add("单桂英", eightyToday, 1, VILLAGE, COUNTY);
        add("单桂花", eightyToday.plusDays(1), 2, VILLAGE, COUNTY);
        add("王桂英", LocalDate.of(1950, 1, 1), 3, OTHER_VILLAGE, COUNTY);
        add("吕秀莲", LocalDate.of(1951, 1, 1), 4, OTHER_VILLAGE, COUNTY);
        add("王桂英", LocalDate.of(1952, 1, 1), 5, FAR_VILLAGE, NEIGHBOUR);
        Desks.act(Role.TOWNSHIP, COUNTY, () -> {
            ElderId elder = PEOPLE.getFirst();
            long version = registry.find(elder, HERE).orElseThrow().version();
            registry.record(
                    elder,
                    version,
                    new NewFact(
                            new Tag("HANDICAP", Map.of("grade", "1"), null),
                            Period.from(LocalDate.of(2020, 1, 1)),
                            "DISABLED_FEDERATION",
                            null));
        });
    }

    @Test
    @DisplayName("姓名从头几个字、单用名、全拼、首字母都能找到，姓氏按姓氏的读音")
    void findsByEveryBeginning() {
        assertThat(names("单桂")).containsExactlyInAnyOrder("单桂英", "单桂花");
        assertThat(names("桂英")).containsExactlyInAnyOrder("单桂英", "王桂英");
        assertThat(names("shangui")).containsExactlyInAnyOrder("单桂英", "单桂花");
        assertThat(names("sgy")).containsExactly("单桂英");
        assertThat(names("LÜ xiu")).containsExactly("吕秀莲");
        assertThat(names("dangui")).isEmpty();
        assertThat(names("英")).isEmpty();
    }

    @Test
    @DisplayName("证件号、电话整号或后四位能找到；中间几位找不到")
    void findsByNumbers() {
        IdNumber number = Sample.idNumber(LocalDate.of(1951, 1, 1), 4);
        assertThat(names(number.value())).containsExactly("吕秀莲");
        assertThat(names(number.lastFour())).contains("吕秀莲");
        assertThat(names("138 0000 1234")).hasSize(4);
        assertThat(names("1234")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(names(number.value().substring(6, 12))).isEmpty();
    }

    @Test
    @DisplayName("全市范围把各县区的结果合在一起；超过所要的行数只说还有")
    void mergesTheCountiesOfACity() {
        List<ElderSummary> both = Desks.at(Role.CITY, CITY, () -> registry.search(WHOLE_CITY, "王桂英", 50))
                .rows();
        assertThat(both).hasSize(2);
        ElderSlice first = Desks.at(Role.CITY, CITY, () -> registry.search(WHOLE_CITY, "王桂英", 1));
        assertThat(first.rows()).hasSize(1);
        assertThat(first.next()).isNotNull();
        assertThat(Desks.at(Role.CITY, CITY, () -> registry.search(WHOLE_CITY, "1234", 50))
                        .rows())
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    @DisplayName("什么样的输入都不出错：空、过长、符号、百分号")
    void survivesAnyText() {
        for (String text : List.of("", " ", "%", "_", "'", "王%", "\u0000", "x".repeat(5000), "{}", "０１２３")) {
            assertThat(at(() -> registry.search(HERE, text, 50))).isNotNull();
        }
    }

    @Test
    @DisplayName("年龄段按周岁：生日当天算到，前一天不算")
    void countsAgesInFullYears() {
        ElderFilter eighty = new ElderFilter(null, null, AgeBand.FROM_80, Life.LIVING, null);
        List<String> found = at(() -> registry.list(HERE, eighty, ElderSort.NAME, null, 50)).rows().stream()
                .map(ElderSummary::name)
                .toList();
        assertThat(found).containsExactly("单桂英");
    }

    @Test
    @DisplayName("按村、按类别筛选与计数一致")
    void filtersAndCounts() {
        ElderFilter village = new ElderFilter(VILLAGE, null, null, Life.LIVING, null);
        ElderFilter handicap = new ElderFilter(null, "HANDICAP", null, Life.LIVING, null);
        ElderFilter unknown = new ElderFilter(null, "NO_SUCH", null, Life.LIVING, null);
        ElderFilter text = new ElderFilter(null, null, null, Life.LIVING, "单桂");
        assertThat(at(() -> registry.counts(HERE, List.of(ElderFilter.LIVING, village, handicap, unknown, text))))
                .containsExactly(4L, 2L, 1L, 0L, 2L);
        assertThat(at(() -> registry.ids(HERE, handicap, null, 10))).containsExactly(PEOPLE.getFirst());
    }

    @Test
    @DisplayName("每种排序翻页不重不漏；篡改的页码回到第一页")
    void pagesByKey() {
        for (ElderSort sort : ElderSort.values()) {
            List<ElderId> seen = new ArrayList<>();
            @Nullable String key = null;
            do {
                String after = key;
                ElderSlice page =
                        Desks.at(Role.CITY, CITY, () -> registry.list(WHOLE_CITY, ElderFilter.LIVING, sort, after, 2));
                page.rows().forEach(row -> seen.add(row.id()));
                key = page.next();
            } while (key != null);
            assertThat(seen).as(sort.name()).containsExactlyInAnyOrderElementsOf(PEOPLE);
        }
        ElderSlice tampered = at(() -> registry.list(HERE, ElderFilter.LIVING, ElderSort.OLDEST, "xx%", 50));
        assertThat(tampered.rows()).hasSize(4);
    }

    @Test
    @DisplayName("测算取数按编号排序，只给当时知道的")
    void streamsFactsAsTheyWereKnown() {
        List<PersonFacts> now = streamed(new FactQuery(HERE, null, null));
        assertThat(now.stream().map(PersonFacts::elder)).isSorted().hasSize(4);
        assertThat(now.getFirst().facts())
                .anyMatch(fact -> fact instanceof Fact.Born born && born.on().equals(eightyToday))
                .anyMatch(fact -> fact instanceof Fact.Tag tag
                        && tag.attributes().equals(Map.of("grade", "1"))
                        && tag.said().source().equals("DISABLED_FEDERATION"))
                .anyMatch(fact ->
                        fact instanceof Fact.Registered home && home.place().equals(VILLAGE));
        java.time.Instant beforeTheTag = at(() -> registry.facts(PEOPLE.getFirst(), HERE, null)).stream()
                .filter(fact -> fact.content().kind() == FactKind.TAG)
                .map(fact -> fact.recorded().from().minusNanos(1_000))
                .findFirst()
                .orElseThrow();
        List<PersonFacts> then = streamed(new FactQuery(HERE, List.of(PEOPLE.getFirst()), beforeTheTag));
        assertThat(then).hasSize(1);
        assertThat(then.getFirst().facts()).noneMatch(Fact.Tag.class::isInstance);
        assertThat(streamed(new FactQuery(HERE, null, java.time.Instant.EPOCH))).isEmpty();
    }

    @Test
    @DisplayName("重新推算的现状与存着的一致")
    void rebuildsTheSameProjection() {
        String columns = "id, place, registered, resides, name, name_key, pinyin, initials, born, sex, died, id_enc,"
                + " id_idx, id4_idx, phone_enc, phone_idx, phone4_idx, address_enc, tags";
        String sql = "select row(" + columns + ")::text from registry.elder order by id";
        List<String> stored =
                at(() -> inTransaction(() -> jdbc.sql(sql).query(String.class).list()));
        List<String> rebuilt = at(() -> inTransaction(() -> {
            projection.rebuild(PEOPLE.subList(0, 4));
            return jdbc.sql(sql).query(String.class).list();
        }));
        assertThat(rebuilt).isEqualTo(stored).hasSize(4);
    }

    @Test
    @DisplayName("别的县区的岗位什么也看不到，要求全市也一样")
    void showsNothingToAStranger() {
        ElderId elder = PEOPLE.getFirst();
        Desks.act(Role.COUNTY_CLERK, "CYY0101", () -> {
            assertThat(registry.find(elder, WHOLE_CITY)).isEmpty();
            assertThat(registry.summaries(PEOPLE, WHOLE_CITY)).isEmpty();
            assertThat(registry.idNumbers(PEOPLE, WHOLE_CITY)).isEmpty();
            assertThat(registry.findByIdNumber(Sample.idNumber(eightyToday, 1), WHOLE_CITY))
                    .isEmpty();
            assertThat(registry.search(WHOLE_CITY, "单", 50).rows()).isEmpty();
            assertThat(registry.search(WHOLE_CITY, "1234", 50).rows()).isEmpty();
            assertThat(registry.list(WHOLE_CITY, ElderFilter.LIVING, ElderSort.PLACE, null, 50)
                            .rows())
                    .isEmpty();
            assertThat(registry.counts(WHOLE_CITY, List.of(ElderFilter.LIVING))).containsExactly(0L);
            assertThat(registry.ids(WHOLE_CITY, ElderFilter.LIVING, null, 50)).isEmpty();
            assertThat(registry.listChangedSince(WHOLE_CITY, java.time.Instant.EPOCH, null, 50))
                    .isEmpty();
            assertThat(registry.facts(elder, WHOLE_CITY, null)).isEmpty();
            assertThat(registry.withdraw(elder, 1, elder.value())).isEqualTo(new FactChange.Gone());
        });
        List<PersonFacts> seen = Desks.at(
                Role.COUNTY_CLERK,
                "CYY0101",
                () -> inTransaction(() -> {
                    try (Stream<PersonFacts> stream = facts.stream(new FactQuery(WHOLE_CITY, null, null))) {
                        return stream.toList();
                    }
                }));
        assertThat(seen).isEmpty();
    }

    @Test
    @DisplayName("本人的岗位只看得到本人")
    void showsAPersonOnlyThemselves() {
        Scope own = Scope.of(List.of(PEOPLE.getFirst()));
        org.sangyu.shared.Desk desk = new org.sangyu.shared.Desk("elder", "本人", Role.ELDER, VILLAGE, own, null);
        org.sangyu.shared.CurrentDesk.run(desk, () -> {
            assertThat(registry.find(PEOPLE.getFirst(), own)).isPresent();
            assertThat(registry.find(PEOPLE.get(1), own)).isEmpty();
            assertThat(registry.search(own, "单桂", 50).rows()).hasSize(1);
            assertThat(registry.list(own, ElderFilter.LIVING, ElderSort.NAME, null, 50)
                            .rows())
                    .hasSize(1);
        });
    }

    private List<PersonFacts> streamed(FactQuery query) {
        return at(() -> inTransaction(() -> {
            try (Stream<PersonFacts> stream = facts.stream(query)) {
                return stream.toList();
            }
        }));
    }

    private <T> List<T> inTransaction(Supplier<List<T>> work) {
        List<T> made = transactions.execute(status -> work.get());
        return made == null ? List.of() : made;
    }

    private List<String> names(String text) {
        return at(() -> registry.search(HERE, text, 50)).rows().stream()
                .map(ElderSummary::name)
                .toList();
    }

    private void add(String name, LocalDate born, int serial, Place village, String county) {
        PEOPLE.add(registered(Desks.at(
                Role.TOWNSHIP,
                county,
                () -> registry.register(person(name, born, Sample.idNumber(born, serial), village, village)))));
    }

    private static <T> T at(Supplier<T> work) {
        return Desks.at(Role.COUNTY_CLERK, COUNTY, work);
    }
}
