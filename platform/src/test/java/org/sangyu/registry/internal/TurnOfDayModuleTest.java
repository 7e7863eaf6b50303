package org.sangyu.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sangyu.registry.Sample.COUNTY;
import static org.sangyu.registry.Sample.person;
import static org.sangyu.registry.Sample.registered;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.jobs.JobBoard;
import org.sangyu.jobs.JobState;
import org.sangyu.registry.FactChange;
import org.sangyu.registry.FactContent.Tag;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.Period;
import org.sangyu.registry.Registry;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Time;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@ModuleTest(extraIncludes = {"access", "jobs", "files"})
@DisplayName("日历走到哪天，人员状态跟到哪天")
class TurnOfDayModuleTest {

    private static final LocalDate BORN = LocalDate.of(1938, 5, 6);

    @Autowired
    Registry registry;

    @Autowired
    TurnOfDay day;

    @Autowired
    JobBoard board;

    @Autowired
    Calendar calendar;

    @Test
    @DisplayName("明天起的类别今天没有，明天就有，满期那天又没有")
    void followsWhatBeginsAndEnds() {
        ElderId elder = at(() -> registered(registry.register(person("孙凤英", BORN, 301))));
        NewFact alone = new NewFact(
                new Tag("LIVING_ALONE", Map.of(), null),
                new Period(today().plusDays(1), today().plusDays(3)),
                "DESK",
                null);
        assertThat(at(() -> registry.record(elder, version(elder), alone))).isInstanceOf(FactChange.Done.class);
        assertThat(tags(elder)).isEmpty();
        pass(1);
        assertThat(tags(elder)).containsExactly("LIVING_ALONE");
        pass(1);
        assertThat(tags(elder)).containsExactly("LIVING_ALONE");
        pass(1);
        assertThat(tags(elder)).isEmpty();
    }

    @Test
    @DisplayName("停机几天，再开机一次补齐")
    void makesUpForDaysOfStandstill() {
        ElderId elder = at(() -> registered(registry.register(person("周桂花", BORN, 302))));
        NewFact alone =
                new NewFact(new Tag("LIVING_ALONE", Map.of(), null), Period.from(today().plusDays(2)), "DESK", null);
        at(() -> registry.record(elder, version(elder), alone));
        pass(5);
        assertThat(tags(elder)).containsExactly("LIVING_ALONE");
    }

    private LocalDate today() {
        return LocalDate.now(calendar);
    }

    private void pass(int days) {
        calendar.pass(days);
        day.look();
        Scope everywhere = Scope.of(Place.NATION);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        Desks.at(Role.ADMINISTRATOR, Place.NATION.path(), () -> board.list(everywhere, null, 10))
                                .stream()
                                .allMatch(job -> job.state() == JobState.DONE));
    }

    private Set<String> tags(ElderId elder) {
        return Set.copyOf(at(() -> registry.find(elder, Scope.of(new Place(COUNTY))))
                .orElseThrow()
                .tags());
    }

    private long version(ElderId elder) {
        return at(() -> registry.find(elder, Scope.of(new Place(COUNTY))))
                .orElseThrow()
                .version();
    }

    private static <T> T at(Supplier<T> work) {
        return Desks.at(Role.COUNTY_CLERK, COUNTY, work);
    }

    @TestConfiguration
    static class Days {

        @Bean
        @Primary
        Calendar calendar() {
            return new Calendar();
        }
    }

    /** A clock that stands still until days pass. */
    static final class Calendar extends Clock {

        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-10T04:00:00Z"));

        void pass(int days) {
            now.updateAndGet(instant -> instant.plus(Duration.ofDays(days)));
        }

        @Override
        public ZoneId getZone() {
            return Time.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
