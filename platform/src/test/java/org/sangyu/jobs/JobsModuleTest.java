package org.sangyu.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Jobs.Title;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@Import(JobsModuleTest.Work.class)
@DisplayName("后台任务")
class JobsModuleTest {

    private static final String COUNTY = "C010101";

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobBoard board;

    @Autowired
    private PlatformTransactionManager transactions;

    @TestConfiguration(proxyBeanMethods = false)
    static class Work {

        static final AtomicInteger RUNS = new AtomicInteger();
        static final List<String> CUT = new CopyOnWriteArrayList<>();

        @Bean
        Jobs.Handler counting(PlatformTransactionManager transactions) {
            return handler("count", run -> {
                assertThat(CurrentDesk.get().place().path()).isEqualTo(COUNTY);
                new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    run.reached("half");
                    run.progress(50, 100);
                });
                run.progress(100, 100);
                run.tell(Title.of("jobs.progress.of", "100", "100"));
                run.result("/elders");
            });
        }

        @Bean
        Jobs.Handler stumbling() {
            return handler("stumble", run -> {
                if (run.checkpoint() == null) {
                    run.reached("first half");
                    throw new IllegalStateException("a fault of ours, with secrets");
                }
                RUNS.incrementAndGet();
            });
        }

        @Bean
        Jobs.Handler cutOff(PlatformTransactionManager transactions, JdbcClient jdbc) {
            return handler("cut", run -> {
                boolean first = run.checkpoint() == null;
                new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    run.reached(first ? "half" : "whole");
                });
                if (first) {
                    new TransactionTemplate(transactions).executeWithoutResult(status -> {
                        run.reached("not kept");
                        // Only as the login, not as the role it works in, may it end its own connection.
                        jdbc.sql("set local role none").update();
                        jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                                .query(Boolean.class)
                                .single();
                    });
                }
                CUT.add(String.valueOf(run.checkpoint()));
            });
        }

        @Bean
        Jobs.Handler overtaken() {
            return handler("overtaken", run -> {
                if (run.checkpoint() == null) {
                    run.reached("half");
                    throw new IllegalStateException(new SQLException("\"elder_id_idx_current\"", "23514"));
                }
                run.tell(Title.of("jobs.progress.of", "1", "1"));
            });
        }

        @Bean
        Jobs.Handler withoutRoom() {
            return handler("full", run -> {
                throw new UncheckedIOException(new IOException("No space left on device"));
            });
        }

        @Bean
        Jobs.Handler refusing() {
            return handler("refuse", run -> {
                throw Jobs.FailedException.because(Title.of("jobs.unknown-kind", "x"));
            });
        }

        private static Jobs.Handler handler(String kind, java.util.function.Consumer<Jobs.Run> work) {
            return new Jobs.Handler() {
                @Override
                public String kind() {
                    return kind;
                }

                @Override
                public void run(Jobs.Run run) {
                    work.accept(run);
                }
            };
        }
    }

    @Test
    @DisplayName("在发起人的岗位上执行；进度不等正在进行的事务；做完看得到结果")
    void runsAtTheDeskOfWhoStartedIt() {
        UUID id = start("count");
        Job job = ended(id);
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.done()).isEqualTo(100);
        assertThat(job.result()).isEqualTo("/elders");
        assertThat(job.message()).isEqualTo(Title.of("jobs.progress.of", "100", "100"));
    }

    @Test
    @DisplayName("出错不露内情；发起人让它继续时从断点接着做")
    void goesOnFromItsCheckpoint() {
        UUID id = start("stumble");
        Job failed = ended(id);
        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.message()).isEqualTo(Title.of("jobs.fault", id.toString()));
        assertThat(Desks.<Boolean>at(Role.TOWNSHIP, "C010101001", () -> board.resume(id)))
                .as("别人不能替他继续")
                .isFalse();
        assertThat(Desks.<Boolean>at(Role.COUNTY_CLERK, COUNTY, () -> board.resume(id)))
                .isTrue();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> find(id).state() == JobState.DONE);
        assertThat(Work.RUNS).hasValue(1);
    }

    @Test
    @DisplayName("做到一半数据库断线：没有做完的一步不算，自己从断点接着做完")
    void goesOnByItselfWhenTheConnectionIsLost() {
        UUID id = start("cut");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> find(id).state() == JobState.DONE);
        assertThat(find(id).message()).isNull();
        assertThat(Work.CUT).containsExactly("whole");
    }

    @Test
    @DisplayName("做到一半换了索引密钥：不算出错，自己从断点接着做完")
    void goesOnByItselfWhenTheIndexKeyChanged() {
        UUID id = start("overtaken");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> find(id).state() == JobState.DONE);
        assertThat(find(id).message()).isEqualTo(Title.of("jobs.progress.of", "1", "1"));
    }

    @Test
    @DisplayName("磁盘满了说磁盘满了，不说程序出错")
    void saysThatTheDiskIsFull() {
        Job full = ended(start("full"));
        assertThat(full.state()).isEqualTo(JobState.FAILED);
        assertThat(full.message()).isEqualTo(Title.of("jobs.hindered.disk"));
    }

    @Test
    @DisplayName("不能做时说明原因")
    void endsWithTheSentenceOfARefusal() {
        assertThat(ended(start("refuse")).message()).isEqualTo(Title.of("jobs.unknown-kind", "x"));
        assertThat(ended(start("nobody knows this")).message())
                .isEqualTo(Title.of("jobs.unknown-kind", "nobody knows this"));
    }

    @Test
    @DisplayName("别的地方看不到；上级看得到")
    void isSeenOnlyInsideTheScope() {
        UUID id = start("count");
        ended(id);
        assertThat(Desks.at(Role.COUNTY_CLERK, "C010102", () -> board.find(id, Scope.of(new Place("C010102")))))
                .isEmpty();
        assertThat(Desks.at(Role.COUNTY_CLERK, "C010102", () -> board.find(id, Scope.of(Place.NATION))))
                .as("数据库也挡住")
                .isEmpty();
        assertThat(Desks.at(Role.CITY, "C0101", () -> board.find(id, Scope.of(new Place("C0101")))))
                .isPresent();
    }

    private UUID start(String kind) {
        return Desks.at(
                Role.COUNTY_CLERK,
                COUNTY,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> jobs.start(kind, Title.of("jobs.title"), Map.of())));
    }

    private Job ended(UUID id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> find(id).state().isOver());
        return find(id);
    }

    private Job find(UUID id) {
        Desk desk = Desks.of(Role.COUNTY_CLERK, COUNTY);
        return CurrentDesk.call(desk, () -> board.find(id, desk.scope()).orElseThrow());
    }
}
