package org.sangyu.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.regions.PlaceChanges.Refused;
import org.sangyu.regions.PlaceChanges.Started;
import org.sangyu.regions.PlacesChanged.Move;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.sangyu.shared.Role;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.PublishedEvents;

@ModuleTest
@Import(RememberingPorts.class)
@DisplayName("区划变更：更名、撤县设区并入、改隶")
class PlaceChangesModuleTest {

    private static final LocalDate DAY = LocalDate.of(2020, 6, 5);

    @Autowired
    private Regions regions;

    @Autowired
    private PlaceChanges changes;

    @Autowired
    private Jobs.Handler job;

    @Autowired
    private RememberingPorts ports;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("东区更名、县并入西区、一镇改隶：编号不变，旧路径仍找得到，其他模块得到改动清单")
    void renamesMergesAndMoves(PublishedEvents events) {
        invent();
        PlaceChange change = new PlaceChange(
                DAY,
                "关于调整部分行政区划的批复",
                List.of(
                        new PlaceChange.Reparent(7, 4),
                        new PlaceChange.Merge(5, 6),
                        new PlaceChange.Rename(4, "新东区"),
                        new PlaceChange.Rename(6, "新西区"),
                        new PlaceChange.Recode(4, CodeSystem.CIVIL_AFFAIRS, "990199")));

        Started started = (Started) Desks.at(Role.ADMINISTRATOR, "C", () -> changes.start(change));
        Desks.act(Role.ADMINISTRATOR, "C", () -> job.run(ports.run(started.job())));

        assertThat(regions.fullName(new Place("C010101"))).isEqualTo("甲省 / 乙市 / 新东区");
        assertThat(regions.find(5).orElseThrow().ended()).isEqualTo(DAY);
        assertThat(regions.find(7).orElseThrow().place()).isEqualTo(new Place("C010101002"));
        assertThat(regions.find(8).orElseThrow().place()).isEqualTo(new Place("C010103001"));
        assertThat(regions.find(9).orElseThrow().place()).isEqualTo(new Place("C010103001001"));
        assertThat(regions.find(new Place("C010102002001")))
                .hasValueSatisfying(village -> assertThat(village.id()).isEqualTo(9));
        assertThat(regions.names(List.of(new Place("C010102"), new Place("C010102002001"))))
                .containsEntry(new Place("C010102"), "乙县")
                .containsEntry(new Place("C010102002001"), "柳庄村委会");
        assertThat(regions.codes(4)).containsExactly(new PlaceCode(CodeSystem.CIVIL_AFFAIRS, "990199", DAY, null));
        assertThat(regions.counts(List.of(new Place("C0101"))).get(new Place("C0101")))
                .isEqualTo(new PlaceCounts(2, 3, 1));
        assertThat(regions.history(9)).hasSize(2);
        assertThat(regions.villages(new Place("C010103")).resolve("柳庄村", "南镇"))
                .as("花名册仍写原来的乡镇")
                .isInstanceOfSatisfying(
                        VillageNames.Unique.class,
                        found -> assertThat(found.village().place()).isEqualTo(new Place("C010103001001")));
        assertThat(events.ofType(PlacesChanged.class))
                .singleElement()
                .satisfies(changed -> assertThat(changed.moves())
                        .containsExactly(
                                new Move("C010102001", "C010101002"),
                                new Move("C010102002", "C010103001"),
                                new Move("C010102", "C010103")));

        assertThat(ports.followed)
                .containsExactly(
                        new PlaceFollower.Move("C010102001", "C010101002", false),
                        new PlaceFollower.Move("C010102002", "C010103001", false),
                        new PlaceFollower.Move("C010102", "C010103", true));
        assertThat(changes.touched(new Place("C010103"))).containsExactly(new PlaceFollower.Touched("people", 7));

        Desks.act(Role.ADMINISTRATOR, "C", () -> job.run(ports.run(started.job())));
        assertThat(ports.followed).as("第二次执行不再改动").hasSize(3);
        assertThat(regions.history(9)).as("第二次执行不再改动").hasSize(2);
    }

    @Test
    @DisplayName("别的岗位不能办；不存在的地方、错的层级都写明是第几步")
    void refusesWhatCannotBe() {
        PlaceChange nothing = new PlaceChange(DAY, "批复", List.of(new PlaceChange.Merge(990_001, 990_002)));
        assertThat(Desks.<Object>at(Role.COUNTY_CHIEF, "C010101", () -> changes.start(nothing)))
                .isEqualTo(new Refused(List.of(
                        new PlaceChanges.Problem(0, "regions.change.not-yours"),
                        new PlaceChanges.Problem(1, "regions.change.gone"))));
    }

    @Test
    @DisplayName("一村析为两村：新村同在一镇，原村止于当日，人员记在乡镇")
    void splitsAVillage() {
        place(20, 3, "丙县", null, "C010109");
        place(21, 4, "丙镇", 20L, "C010109001");
        place(22, 5, "大柳村", 21L, "C010109001007");
        jdbc.sql("select regions.make_indexes()").query().listOfRows();
        PlaceChange split = new PlaceChange(
                DAY,
                "关于设立村民委员会的批复",
                List.of(
                        new PlaceChange.Create(21, "东柳村"),
                        new PlaceChange.Create(21, "西柳村"),
                        new PlaceChange.Close(22)));
        Started started = (Started) Desks.at(Role.ADMINISTRATOR, "C", () -> changes.start(split));
        ports.followed.clear();
        Desks.act(Role.ADMINISTRATOR, "C", () -> job.run(ports.run(started.job())));
        assertThat(regions.children(new Place("C010109001"), 0, 10))
                .extracting(PlaceInfo::name)
                .containsExactly("东柳村", "西柳村");
        assertThat(regions.find(new Place("C010109001008")).orElseThrow().name())
                .isEqualTo("东柳村");
        assertThat(regions.search("dongliu", new Place("C010109"), 5)).hasSize(1);
        assertThat(ports.followed).containsExactly(new PlaceFollower.Move("C010109001007", "C010109001", true));
        assertThat(regions.find(22).orElseThrow().ended()).isEqualTo(DAY);
    }

    @Test
    @DisplayName("生效日未到、县还有未办结批次、有下级的地方直接撤销：不办，并说明原因")
    void refusesBeforeItsTime() {
        place(30, 3, "丁县", null, "C010108");
        place(31, 4, "丁镇", 30L, "C010108001");
        place(32, 3, "戊县", null, "C010107");
        LocalDate tomorrow = LocalDate.now(org.sangyu.shared.Time.ZONE).plusDays(1);
        ports.obstacles.add("benefits.follow.open-cycle");
        assertThat(problems(tomorrow, new PlaceChange.Rename(31, "新丁镇"))).containsExactly("regions.change.to-come");
        assertThat(problems(tomorrow.minusDays(1), new PlaceChange.Rename(31, "新丁镇")))
                .isEmpty();
        assertThat(problems(DAY, new PlaceChange.Merge(30, 32))).containsExactly("benefits.follow.open-cycle");
        assertThat(problems(DAY, new PlaceChange.Close(31))).containsExactly("regions.change.not-empty");
        ports.obstacles.clear();
        assertThat(problems(DAY, new PlaceChange.Merge(30, 32))).isEmpty();
    }

    private List<String> problems(LocalDate day, PlaceChange.Step step) {
        return Desks.at(
                Role.ADMINISTRATOR,
                "C",
                () -> changes.problems(new PlaceChange(day, "批复", List.of(step))).stream()
                        .map(PlaceChanges.Problem::wordKey)
                        .toList());
    }

    private void invent() {
        place(1, 0, "全国", null, "C");
        place(2, 1, "甲省", 1L, "C01");
        place(3, 2, "乙市", 2L, "C0101");
        place(4, 3, "东区", 3L, "C010101");
        place(5, 3, "乙县", 3L, "C010102");
        place(6, 3, "西区", 3L, "C010103");
        place(7, 4, "北镇", 5L, "C010102001");
        place(8, 4, "南镇", 5L, "C010102002");
        place(9, 5, "柳庄村委会", 8L, "C010102002001");
        place(10, 4, "中街街道", 4L, "C010101001");
    }

    private void place(long id, int level, String name, @Nullable Long parent, String path) {
        jdbc.sql("""
                        insert into regions.place (id, level, name, core, titled, parent, path, pinyin, initials)
                        values (:id, :level, :name, :name, true, :parent, :path, '', '')
                        """)
                .param("id", id)
                .param("level", level)
                .param("name", name)
                .param("parent", parent)
                .param("path", path)
                .update();
        jdbc.sql("insert into regions.place_path (path, place, name) values (:path, :id, :name)")
                .param("path", path)
                .param("id", id)
                .param("name", name)
                .update();
    }
}
