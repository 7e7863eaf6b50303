package org.sangyu.benefits.internal.cycle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.springframework.beans.factory.ObjectProvider;

/** Jobs that run when the test says so, at the desk that started them. */
final class FakeJobs implements Jobs {

    private final ObjectProvider<Jobs.Handler> handlers;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    FakeJobs(ObjectProvider<Jobs.Handler> handlers) {
        this.handlers = handlers;
    }

    private record Waiting(UUID id, String kind, Map<String, String> arguments, Desk desk) {}

    @Override
    public UUID start(String kind, Title title, Map<String, String> arguments) {
        UUID id = UUID.randomUUID();
        waiting.add(new Waiting(id, kind, Map.copyOf(arguments), CurrentDesk.get()));
        return id;
    }

    /** Runs all that wait; each twice with its last checkpoint, as after a crash just before the end. */
    void runAll() {
        while (!waiting.isEmpty()) {
            Waiting job = waiting.remove();
            OneRun run = new OneRun(job);
            Jobs.Handler handler = handlers.stream()
                    .filter(one -> one.kind().equals(job.kind()))
                    .findFirst()
                    .orElseThrow();
            CurrentDesk.run(job.desk(), () -> {
                handler.run(run);
                if (run.checkpoint != null) {
                    handler.run(run);
                }
            });
        }
    }

    private static final class OneRun implements Jobs.Run {

        private final Waiting job;
        private @Nullable String checkpoint;

        OneRun(Waiting job) {
            this.job = job;
        }

        @Override
        public UUID id() {
            return job.id();
        }

        @Override
        public Map<String, String> arguments() {
            return job.arguments();
        }

        @Override
        public @Nullable String checkpoint() {
            return checkpoint;
        }

        @Override
        public void reached(String reached) {
            checkpoint = reached;
        }

        @Override
        public void progress(long done, long total) {}

        @Override
        public void tell(Title message) {}

        @Override
        public void result(String href) {}

        @Override
        public void attach(Files.Stored file) {}
    }

    /** Nothing waits. */
    boolean isIdle() {
        return List.copyOf(waiting).isEmpty();
    }
}
