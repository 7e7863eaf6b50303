package org.sangyu.regions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Jobs and the ledger kept in memory, for tests of one module. */
@TestConfiguration(proxyBeanMethods = false)
public class RememberingPorts {

    /** Jobs asked for, by id. */
    public final Map<UUID, Map<String, String>> started = new HashMap<>();

    /** What was written to the ledger. */
    public final List<String> deeds = new ArrayList<>();

    @Bean
    Jobs jobs() {
        return (kind, title, arguments) -> {
            UUID id = UUID.randomUUID();
            started.put(id, arguments);
            return id;
        };
    }

    @Bean
    Audit audit() {
        return new Audit() {
            @Override
            public void write(String verb, @Nullable UUID subject, @Nullable Place place, Map<String, String> detail) {
                deeds.add(verb);
            }

            @Override
            public void write(String verb, UUID subject, Place place, Personal detail) {
                deeds.add(verb);
            }
        };
    }

    /** What other modules were asked to take along. */
    public final List<PlaceFollower.Move> followed = new ArrayList<>();

    /** What stands in the way of a place that leaves its county. */
    public final List<String> obstacles = new ArrayList<>();

    @Bean
    PlaceFollower follower() {
        return new PlaceFollower() {
            @Override
            public List<Touched> touched(Place place) {
                return List.of(new Touched("people", place.path().length()), new Touched("none", 0));
            }

            @Override
            public List<String> obstacles(Place place, boolean leavesCounty) {
                return leavesCounty ? List.copyOf(obstacles) : List.of();
            }

            @Override
            public void follow(Move move) {
                followed.add(move);
            }
        };
    }

    /** A run of a job that was asked for. */
    public Jobs.Run run(UUID job) {
        return new Run(job, started.getOrDefault(job, Map.of()));
    }

    private record Run(UUID id, Map<String, String> arguments) implements Jobs.Run {

        @Override
        public @Nullable String checkpoint() {
            return null;
        }

        @Override
        public void reached(String checkpoint) {}

        @Override
        public void progress(long done, long total) {}

        @Override
        public void tell(Jobs.Title message) {}

        @Override
        public void result(String href) {}

        @Override
        public void attach(Files.Stored file) {}
    }
}
