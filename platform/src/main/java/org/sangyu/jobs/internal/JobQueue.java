package org.sangyu.jobs.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.sangyu.shared.Connections;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The queue behind the jobs: an entry joins the running transaction, one process takes it, and what a dead process had
 * taken is free again after 30 seconds, or at once when the same installation starts again.
 */
@Component
class JobQueue {

    private static final String TASK = "job";
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 6;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Scheduler scheduler;
    private final OneTimeTask<String> task;
    private final JobRunner runner;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final String process;

    JobQueue(
            DataSource dataSource,
            JobRunner runner,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            @Value("${server.port:0}") String port,
            @Value("${sangyu.db.pool:32}") int connections) {
        this.runner = runner;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.process = host() + ":" + port;
        this.task = Tasks.oneTime(TASK, String.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY_AFTER))
                .execute((instance, context) -> work(instance.getData()));
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .tableName("jobs.scheduled_tasks")
                .serializer(new Utf8())
                .schedulerName(new SchedulerName.Fixed(process))
                .threads(new Connections(connections).jobs())
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOP_WITHIN)
                .build();
    }

    /** What the queue keeps: the job, and the desk it runs at, which row security needs before the job can be read. */
    record Entry(UUID job, Desk desk) {}

    /** Puts a job in the queue, in the running transaction; a new entry each time: the last may just be ending. */
    void add(UUID job, Desk desk) {
        scheduler.schedule(
                task.instance(UUID.randomUUID().toString(), json.writeValueAsString(new Entry(job, desk))),
                clock.instant());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    scheduler.triggerCheckForDueExecutions();
                }
            });
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        jdbc.sql("""
                        update jobs.scheduled_tasks
                        set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                        where picked and picked_by = :process
                        """).param("process", process).update();
        scheduler.start();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        runner.stopping();
        scheduler.stop();
    }

    private void work(String data) {
        Entry entry = json.readValue(data, Entry.class);
        CurrentDesk.run(entry.desk(), () -> runner.run(entry.job()));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Keeps entries readable across versions: text, not serialised classes. */
    private static final class Utf8 implements Serializer {

        @Override
        public byte[] serialize(Object data) {
            return ((String) data).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] bytes) {
            return type.cast(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
