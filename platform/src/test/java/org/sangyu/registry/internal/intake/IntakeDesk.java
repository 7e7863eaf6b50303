package org.sangyu.registry.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.registry.Registry;
import org.sangyu.registry.Sample;
import org.sangyu.registry.internal.ElderProjection;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.sangyu.ui.Dictionary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A county desk that takes rosters in, on a real database. */
@ModuleTest(extraIncludes = {"access", "jobs", "files"})
@TestPropertySource(properties = "sangyu.places=620201")
abstract class IntakeDesk {

    static final String HEAD = "姓名,身份证号,出生日期,乡镇,村,现住址,电话,类别,开户银行,银行账号\n";
    static int serial;

    @Autowired
    Uploads uploads;

    @Autowired
    IntakeJob job;

    @Autowired
    Intakes intakes;

    @Autowired
    IntakeLines lines;

    @Autowired
    ParkedRows parked;

    @Autowired
    IntakeBoard board;

    @Autowired
    ParkedDecisions decisions;

    @Autowired
    AnswerFile answers;

    @Autowired
    Registry registry;

    @Autowired
    ElderProjection projection;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Dictionary dictionary;

    Place county;

    PlaceInfo township;

    PlaceInfo village;

    PlaceInfo otherVillage;

    Desk desk;

    @BeforeEach
    void findPlaces() {
        county = regions.findByCode("620201", LocalDate.of(2026, 1, 1))
                .orElseThrow()
                .place();
        township = regions.children(county, 0, 10).stream()
                .filter(each -> regions.children(each.place(), 0, 2).size() == 2)
                .findFirst()
                .orElseThrow();
        village = regions.children(township.place(), 0, 2).get(0);
        otherVillage = regions.children(township.place(), 0, 2).get(1);
        desk = Desks.of(Role.COUNTY_CLERK, county.path());
    }

    /** A run whose checkpoint a test can hold back. */
    static final class TestRun implements Jobs.Run {

        private final UUID intake;
        private final Map<Integer, Integer> none = new HashMap<>();

        @Nullable
        String checkpoint;

        int breakAt = Integer.MAX_VALUE;
        private int reached;

        TestRun(UUID intake) {
            this.intake = intake;
        }

        @Override
        public UUID id() {
            return intake;
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of(IntakeJob.INTAKE, intake.toString());
        }

        @Override
        public @Nullable String checkpoint() {
            return checkpoint;
        }

        @Override
        public void reached(String point) {
            if (++reached == breakAt) {
                throw new IllegalStateException("broken off on purpose");
            }
            checkpoint = point;
        }

        @Override
        public void progress(long done, long total) {
            none.put(0, 0);
        }

        @Override
        public void tell(Jobs.Title message) {
            none.put(1, 0);
        }

        @Override
        public void result(String href) {
            none.put(2, 0);
        }

        @Override
        public void attach(Files.Stored file) {
            none.put(3, 0);
        }
    }

    static String id(LocalDate born) {
        return Sample.idNumber(born, ++serial).value();
    }

    static String id() {
        return id(LocalDate.of(1940, 1, 5));
    }

    UUID upload(String table) {
        return CurrentDesk.call(desk, () -> {
            try {
                return uploads.upload(
                        "roster.csv",
                        Intake.Template.ROSTER,
                        Deliverer.OFFICE,
                        () -> new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    Intake run(UUID intake) {
        CurrentDesk.run(desk, () -> {
            transaction.executeWithoutResult(status -> intakes.begin(intake));
            job.run(new TestRun(intake));
        });
        return get(intake);
    }

    Intake get(UUID intake) {
        return CurrentDesk.call(
                desk,
                () -> found(transaction.execute(
                        status -> intakes.find(intake, desk.scope(), "").orElseThrow())));
    }

    static <T> T found(@Nullable T value) {
        assertThat(value).isNotNull();
        if (value == null) {
            throw new AssertionError();
        }
        return value;
    }

    Intake takeIn(String rows) {
        return run(upload(HEAD + rows));
    }

    String row(String name, String id) {
        return String.join(",", name, id, "", township.name(), village.name(), "", "", "", "", "") + "\n";
    }

    List<IntakeLine> lines(Intake intake, IntakeLine.Kind kind) {
        return at(() -> lines.list(intake.id(), desk.scope(), kind, new IntakeLine.Window(0, 100)));
    }

    <T> T at(java.util.function.Supplier<T> work) {
        return CurrentDesk.call(desk, () -> found(transaction.execute(status -> work.get())));
    }

    static Intake.Counts counts(int rows, int taken, int created, int changed, int refused, int parked, int skipped) {
        return new Intake.Counts(rows, taken, created, changed, refused, parked, skipped, 0);
    }

    List<String> projected(String columns, List<UUID> elders) {
        return at(() -> jdbc.sql("select (r.*)::text from (select " + columns
                        + " from registry.elder where id = any(:ids) order by id) r")
                .param("ids", elders.toArray(UUID[]::new))
                .query(String.class)
                .list());
    }

    long factCount() {
        return at(() -> jdbc.sql("""
                        select (select count(*) from registry.identity_fact) + (select count(*) from registry.residence_fact)
                            + (select count(*) from registry.contact_fact) + (select count(*) from registry.tag_fact)
                            + (select count(*) from registry.account_fact)
                        """).query(Long.class).single());
    }

    ParkedRow only(Intake intake) {
        return waiting().stream()
                .filter(row -> row.intake().equals(intake.id()))
                .findFirst()
                .orElseThrow();
    }

    List<ParkedRow> waiting() {
        return at(() -> parked.list(desk.scope(), null, 0, 100));
    }
}
