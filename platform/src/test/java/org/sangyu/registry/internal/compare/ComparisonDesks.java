package org.sangyu.registry.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.sangyu.registry.CheckSettings;
import org.sangyu.registry.Comparisons;
import org.sangyu.registry.Comparisons.Kind;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.Registry;
import org.sangyu.registry.Sample;
import org.sangyu.registry.internal.compare.ComparedLists.Filter;
import org.sangyu.registry.internal.intake.sheet.SheetRefusedException;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Time;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** The desks of a county and a stranger, and lists of other departments, on a real database. */
@ModuleTest(extraIncludes = {"access", "jobs", "files"})
@Import(ComparisonDesks.Days.class)
abstract class ComparisonDesks {

    static final int DAYS = 10;
    static final int MONTHS = 3;

    static final LocalDate BORN = LocalDate.of(1940, 1, 5);

    static final LocalDate DIED = LocalDate.of(2026, 5, 3);

    static final LocalDate EXTRACT = LocalDate.of(2026, 6, 1);

    static final String HEAD = "姓名,公民身份号码,出生日期,死亡日期\n";
    static int serial = 300;

    /** The day in China, whatever zone the machine is set to. */
    static LocalDate today() {
        return LocalDate.now(Time.ZONE);
    }

    @TestConfiguration
    static class Days {
        @Bean
        CheckSettings daysOfTheTest() {
            return new CheckSettings() {
                @Override
                public int daysToLook(Place county) {
                    return DAYS;
                }

                @Override
                public int monthsUnseen(Place county) {
                    return MONTHS;
                }
            };
        }
    }

    @Autowired
    ComparedLists lists;

    @Autowired
    Comparisons comparisons;

    @Autowired
    CompareJob job;

    @Autowired
    Registry registry;

    @Autowired
    TransactionTemplate transaction;

    final Desk clerk = Desks.of(Role.COUNTY_CLERK, Sample.COUNTY);

    final Desk village = Desks.of(Role.VILLAGE, Sample.VILLAGE.path());

    final Desk stranger = Desks.of(Role.COUNTY_CLERK, Sample.NEIGHBOUR);

    @BeforeEach
    void serve() {
        at(clerk, () -> {
            registry.serve(new Place(Sample.COUNTY));
            return true;
        });
    }

    record Someone(ElderId elder, String name, String number) {

        Someone as(String other) {
            return new Someone(elder, other, number);
        }

        String row(String day) {
            return name + "," + number + ",," + day + "\n";
        }

        String seen(LocalDate day) {
            return name + "," + number + "," + day + "\n";
        }
    }

    Someone person(String name) {
        var number = Sample.idNumber(BORN, ++serial);
        ElderId elder = at(
                clerk,
                () -> Sample.registered(
                        registry.register(Sample.person(name, BORN, number, Sample.VILLAGE, Sample.VILLAGE))));
        return new Someone(elder, name, number.value());
    }

    @Nullable
    LocalDate died(Someone person) {
        return at(clerk, () -> registry.find(person.elder(), clerk.scope()))
                .orElseThrow()
                .died();
    }

    List<ElderId> unseen() {
        return at(village, () -> lists.unseen(village.scope(), 0, 100)).stream()
                .map(one -> one.person().id())
                .toList();
    }

    UUID handIn(String table) {
        return handIn(Kind.DEATHS, table, EXTRACT);
    }

    UUID handIn(Kind kind, String table, LocalDate extracted) {
        UUID list = at(clerk, () -> {
            try {
                return lists.handIn(
                        new Compared.Of(FactSourceCode.PUBLIC_SECURITY, kind, extracted),
                        "list.csv",
                        () -> new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
            } catch (SheetRefusedException e) {
                throw new IllegalArgumentException(e);
            }
        });
        CurrentDesk.run(clerk, () -> job.run(new OneRun(list)));
        return list;
    }

    List<Compared> rows(UUID list) {
        return at(clerk, () -> lists.rows(clerk.scope(), new Filter(list, null, false), 0, 100));
    }

    Compared only(UUID list) {
        assertThat(rows(list)).hasSize(1);
        return rows(list).getFirst();
    }

    <T> T at(Desk desk, Supplier<T> work) {
        return CurrentDesk.call(
                desk, () -> java.util.Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    /** The job as the queue runs it, begun anew. */
    record OneRun(UUID list) implements Jobs.Run {

        @Override
        public UUID id() {
            return list;
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of(CompareJob.LIST, list.toString());
        }

        @Override
        public @Nullable String checkpoint() {
            return null;
        }

        @Override
        public void reached(String point) {
            assertThat(point).isNotBlank();
        }

        @Override
        public void progress(long done, long total) {
            assertThat(done).isPositive();
        }

        @Override
        public void tell(Jobs.Title message) {
            throw new AssertionError(message.wordKey());
        }

        @Override
        public void result(String href) {
            assertThat(href).isEqualTo("/comparisons/" + list);
        }

        @Override
        public void attach(Files.Stored file) {
            throw new AssertionError(file.name());
        }
    }
}
