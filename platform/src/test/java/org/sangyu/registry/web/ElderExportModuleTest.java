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
@DisplayName("导出人员名单")
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
