package org.sangyu.jobs.internal;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Jobs.Title;

/** One run of one job: writes what the handler reports, progress at most twice a second. */
final class RunningJob implements Jobs.Run {

    private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

    private final UUID id;
    private final JobRows rows;
    private final Map<String, String> arguments;
    private @Nullable String checkpoint;
    private long done;
    private long total;
    private boolean unwritten;
    private long writtenAt = System.nanoTime() - PAUSE_NANOS;

    RunningJob(UUID id, JobRows rows, JobRows.Begun begun) {
        this.id = id;
        this.rows = rows;
        this.arguments = Map.copyOf(begun.arguments());
        this.checkpoint = begun.checkpoint();
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return arguments;
    }

    @Override
    public synchronized @Nullable String checkpoint() {
        return checkpoint;
    }

    @Override
    public synchronized void reached(String reached) {
        rows.reached(id, reached);
        checkpoint = reached;
    }

    @Override
    public synchronized void progress(long nowDone, long nowTotal) {
        done = nowDone;
        total = nowTotal;
        unwritten = true;
        if (System.nanoTime() - writtenAt >= PAUSE_NANOS) {
            flush();
        }
    }

    /** Writes the last progress that the pause held back. */
    synchronized void flush() {
        if (unwritten) {
            rows.progress(id, done, total);
            unwritten = false;
            writtenAt = System.nanoTime();
        }
    }

    @Override
    public void tell(Title message) {
        rows.tell(id, message);
    }

    @Override
    public void result(String href) {
        rows.result(id, href);
    }

    @Override
    public void attach(Files.Stored file) {
        rows.attach(id, file);
    }
}
