package org.sangyu.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sangyu.registry.Sample.COUNTY;
import static org.sangyu.registry.Sample.FAR_VILLAGE;
import static org.sangyu.registry.Sample.NEIGHBOUR;
import static org.sangyu.registry.Sample.person;

import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.jobs.Job;
import org.sangyu.jobs.JobBoard;
import org.sangyu.jobs.JobState;
import org.sangyu.registry.ElderFilter;
import org.sangyu.registry.ElderSort;
import org.sangyu.registry.Registry;
import org.sangyu.registry.Sample;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest(extraIncludes = {"access", "jobs", "files"})
@DisplayName("对名单里的人办事：导出、加和结束人员类别")
class ElderExportModuleTest {

    private static final LocalDate BORN = LocalDate.of(1940, 2, 3);

    @Autowired
    Registry registry;

    @Autowired
    Jobs jobs;

    @Autowired
    JobBoard board;

    @Autowired
    Files files;

    @BeforeEach
    void threePeopleHereAndOneElsewhere() {
        at(() -> registry.register(person("王秀英", BORN, 701)));
        at(() -> registry.register(person("=1+1", BORN, 702)));
        at(() -> registry.register(person("李桂兰", BORN.minusYears(9), 703)));
        Desks.at(
                Role.COUNTY_CLERK,
                NEIGHBOUR,
                () -> registry.register(person("外县人", BORN, Sample.idNumber(BORN, 704), FAR_VILLAGE, FAR_VILLAGE)));
    }

    @Test
    @DisplayName("只导出本岗位看得见的人，筛选与页面相同，号码只露头尾，等号开头的名字还是文字")
    void exportsWhatIsSeen() throws Exception {
        List<List<String>> all = exported(Map.of("sort", "name"));
        assertThat(all.getFirst()).startsWith("姓名", "性别", "年龄", "出生日期");
        assertThat(all.subList(1, all.size()))
                .extracting(List::getFirst)
                .containsExactlyInAnyOrder("王秀英", "=1+1", "李桂兰");
        assertThat(all.toString()).contains("990101********").doesNotContain("990101194002037");
        List<List<String>> named = exported(Map.of("q", "李桂兰"));
        assertThat(named).hasSize(2);
        assertThat(named.getLast()).startsWith("李桂兰", "女");
    }

    @Test
    @DisplayName("没有人也导出表头")
    void exportsAnEmptyList() throws Exception {
        assertThat(exported(Map.of("life", "died"))).hasSize(1);
    }

    @Test
    @DisplayName("选了列，导出的也只有这些列")
    void exportsTheColumnsChosen() throws Exception {
        List<List<String>> all = exported(Map.of("cols", "tags.sex"));
        assertThat(all.getFirst().subList(0, 3)).containsExactly("姓名", "性别", "人员类别");
        assertThat(exported(Map.of("cols", "none")).getFirst()).startsWith("姓名").doesNotContain("性别", "年龄");
    }

    @Test
    @DisplayName("给名单里全部的人加类别：已有的不重复加，邻县的人不动；按最后一天结束，第二天才没有")
    void tagsEverybodyWhoMatches() {
        LocalDate today = LocalDate.now(org.sangyu.shared.Time.ZONE);
        assertThat(tagged("ADD", today.minusDays(3), Map.of("category", "LIVING_ALONE")))
                .containsExactly("registry.many.done.ADD", "3", "0");
        assertThat(tagged("ADD", today.minusDays(2), Map.of("category", "LIVING_ALONE")))
                .containsExactly("registry.many.done.ADD", "0", "3");
        assertThat(withTag(COUNTY)).isEqualTo(3L);
        assertThat(withTag(NEIGHBOUR)).isZero();
        assertThat(tagged("END", today.plusDays(1), Map.of("q", "李桂兰", "category", "LIVING_ALONE")))
                .containsExactly("registry.many.done.END", "1", "0");
        assertThat(withTag(COUNTY)).as("截止日当天还算").isEqualTo(3L);
        assertThat(tagged("END", today, Map.of("category", "LIVING_ALONE")))
                .containsExactly("registry.many.done.END", "3", "0");
        assertThat(withTag(COUNTY)).isZero();
        assertThat(tagged("END", today, Map.of("category", "DEMENTIA")))
                .containsExactly("registry.many.done.END", "0", "3");
    }

    @Test
    @DisplayName("点名给人加类别：看不见的人点了也没有用")
    void tagsOnlyWhomTheDeskSees() {
        UUID neighbour = Desks.at(
                        Role.COUNTY_CLERK,
                        NEIGHBOUR,
                        () -> registry.search(Scope.of(new Place(NEIGHBOUR)), "外县人", 5)
                                .rows()
                                .getFirst()
                                .id())
                .value();
        assertThat(tagged("ADD", BORN, Map.of("picked", neighbour.toString(), "category", "DEMENTIA")))
                .containsExactly("registry.many.done.ADD", "0", "1");
        assertThat(withTag(NEIGHBOUR)).isZero();
    }

    private List<String> tagged(String deed, LocalDate day, Map<String, String> more) {
        Map<String, String> arguments = new HashMap<>(more);
        arguments.putAll(Map.of("deed", deed, "day", day.toString(), "source", "VILLAGE", "evidence", "村报名单"));
        UUID id = at(() -> jobs.start(TagManyJob.KIND, Jobs.Title.of("registry.many.job.ADD", "x"), arguments));
        Scope scope = Scope.of(new Place(COUNTY));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> at(() -> board.find(id, scope)).orElseThrow().state() == JobState.DONE);
        Jobs.Title message = at(() -> board.find(id, scope)).orElseThrow().message();
        List<String> said = new ArrayList<>(List.of(message.wordKey()));
        said.addAll(message.arguments());
        return said;
    }

    private long withTag(String county) {
        return Desks.at(
                Role.COUNTY_CLERK,
                county,
                () ->
                        registry
                                .list(Scope.of(new Place(county)), ElderFilter.LIVING, ElderSort.NAME, null, 50)
                                .rows()
                                .stream()
                                .filter(person -> person.tags().contains("LIVING_ALONE")
                                        || person.tags().contains("DEMENTIA"))
                                .count());
    }

    private List<List<String>> exported(Map<String, String> query) throws Exception {
        UUID id = at(() -> jobs.start(ElderExport.KIND, Jobs.Title.of("registry.export.job"), query));
        Scope scope = Scope.of(new Place(COUNTY));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> at(() -> board.find(id, scope)).orElseThrow().state() == JobState.DONE);
        Job job = at(() -> board.find(id, scope)).orElseThrow();
        try (InputStream in = files.open(job.files().getFirst().sha256());
                ReadableWorkbook book = new ReadableWorkbook(in)) {
            return book.getFirstSheet().read().stream()
                    .map(ElderExportModuleTest::texts)
                    .toList();
        }
    }

    private static List<String> texts(Row row) {
        return row.stream()
                .map(cell -> cell == null || cell.getText() == null ? "" : cell.getText())
                .toList();
    }

    private static <T> T at(Supplier<T> work) {
        return Desks.at(Role.COUNTY_CLERK, COUNTY, work);
    }
}
