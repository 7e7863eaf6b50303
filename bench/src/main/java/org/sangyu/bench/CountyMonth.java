package org.sangyu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.sangyu.benefits.internal.cycle.CycleDesk;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.registry.ElderFilter;
import org.sangyu.registry.Registry;
import org.sangyu.shared.AlreadyReceiving;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Money;
import org.sangyu.shared.TimeOrderedIds;

/** One county's month: its books opened, computed, put back, and its floor. */
final class CountyMonth {

    private static final int CHUNK = 2_000;
    private static final int ONE_IN = 50;
    private static final String BENEFIT = "advanced-age-allowance";
    private static final Money PAID = new Money(6_000);
    private static final List<String> WRITTEN = List.of("decision_span", "due", "line");

    private final World world;
    private final PlaceInfo county;
    private final Desk clerk;
    private final MonthReads reads;

    CountyMonth(World world, PlaceInfo county) {
        this.world = world;
        this.county = county;
        this.clerk = World.clerk(county);
        this.reads = new MonthReads(world, clerk, BENEFIT);
    }

    /** Opens the books: everybody in the county is paid up to a month, into an account that a second person confirmed. */
    void enrol(YearMonth last) throws Exception {
        if (world.number("select count(*) from (select 1 from benefits.enrolment where county = '"
                        + county.place().path() + "' limit 1) one")
                == 0) {
            open(last);
        }
        world.run(List.of(
                "update benefits.payee_account set state = 'CONFIRMED', confirmed_by = 'second', confirmed_name = 'second',"
                        + " confirmed_at = proposed_at where state = 'PROPOSED' and county = '"
                        + county.place().path() + "'",
                "vacuum analyze benefits.payee_account"));
    }

    private void open(YearMonth last) throws Exception {
        UUID opening = world.bean(TimeOrderedIds.class).next();
        List<ElderId> ids = page(null);
        while (!ids.isEmpty()) {
            List<AlreadyReceiving.Row> rows = rows(ids, last);
            int refused = world.at(
                    clerk,
                    () -> world.bean(AlreadyReceiving.class).open(opening, rows).size());
            if (refused > 0) {
                throw new IllegalStateException(refused + " could not be enrolled");
            }
            ids = page(ids.getLast());
        }
        world.run(List.of("analyze"));
    }

    private List<ElderId> page(@Nullable ElderId after) {
        return world.at(clerk, () -> world.bean(Registry.class).ids(clerk.scope(), ElderFilter.LIVING, after, CHUNK));
    }

    private List<AlreadyReceiving.Row> rows(List<ElderId> ids, YearMonth last) {
        FieldCipher cipher = world.bean(FieldCipher.class);
        return world.at(clerk, () -> {
            List<AlreadyReceiving.Row> rows = new ArrayList<>();
            world.bean(Registry.class).summaries(ids, clerk.scope()).forEach((id, elder) -> {
                String number = "990099" + Math.abs(id.value().getLeastSignificantBits() % 1_000_000_000_000L);
                rows.add(new AlreadyReceiving.Row(
                        rows.size(),
                        id,
                        elder.place(),
                        BENEFIT,
                        PAID,
                        last,
                        new AlreadyReceiving.Account(
                                "bank",
                                elder.name(),
                                false,
                                cipher.encrypt(FieldCipher.Field.ACCOUNT, number),
                                cipher.blindIndex(FieldCipher.Field.ACCOUNT, number),
                                cipher.keyVersion(),
                                number.substring(number.length() - 4))));
            });
            return rows;
        });
    }

    /** From the click to computed, in milliseconds. */
    double computed(YearMonth month) throws Exception {
        CycleDesk desk = world.bean(CycleDesk.class);
        CycleDesk.Opening opening = CurrentDesk.call(clerk, () -> desk.open(List.of(BENEFIT), month, month));
        if (!(opening instanceof CycleDesk.Opening.Opened(UUID cycle))) {
            throw new IllegalStateException(opening.toString());
        }
        int version = (int) world.number("select row_version from benefits.cycle where id = '" + cycle + "'");
        double millis = Timing.millis(() -> {
            CurrentDesk.call(clerk, () -> desk.compute(new CycleDesk.On(cycle, version)));
            world.await(UUID.fromString(world.text("select job::text from benefits.cycle where id = '" + cycle + "'")));
            return 0;
        });
        world.run(List.of("update benefits.cycle set state = 'CLOSED' where id = '" + cycle + "'"));
        world.quiet();
        return millis;
    }

    /**
     * Reads what the computation read, as it stood before, then copies exactly the rows that the computation wrote into
     * the same tables with their indexes.
     *
     * @param isFirst nothing was computed before, so that nobody's books are read as a whole
     */
    double floor(YearMonth month, boolean isFirst) throws Exception {
        UUID run = UUID.fromString(world.text("select job::text from benefits.cycle order by opened_at desc limit 1"));
        OffsetDateTime knownAt = world.instant("select known_at from benefits.cycle order by opened_at desc limit 1");
        List<UUID> anew = isFirst
                ? List.of()
                : world.ids("select distinct elder from benefits.decision_span where run = '" + run + "'");
        List<Path> files = new ArrayList<>();
        try (Connection owner = world.owner()) {
            owner.setAutoCommit(false);
            for (String table : WRITTEN) {
                files.add(copyOut(owner, table, where(table, run)));
                owner.createStatement().execute("delete from benefits." + table + " where " + where(table, run));
            }
            owner.commit();
        }
        world.run(WRITTEN.stream().map(table -> "vacuum benefits." + table).toList());
        double reading = Timing.millis(() -> reads.read(month, knownAt, anew));
        double writing = Timing.millis(() -> {
            try (Connection owner = world.owner()) {
                owner.setAutoCommit(false);
                for (int i = 0; i < WRITTEN.size(); i++) {
                    copyIn(owner, WRITTEN.get(i), files.get(i));
                }
                owner.commit();
            }
            return 0;
        });
        for (Path file : files) {
            Files.delete(file);
        }
        return reading + writing;
    }

    private static String where(String table, UUID run) {
        return table.equals("line")
                ? "cycle = (select id from benefits.cycle order by opened_at desc limit 1)"
                : "run = '" + run + "'";
    }

    private static Path copyOut(Connection owner, String table, String where) throws SQLException, IOException {
        Path file = Files.createTempFile("sangyu-bench", table);
        try (OutputStream out = Files.newOutputStream(file)) {
            owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select * from benefits." + table + " where " + where + ") to stdout", out);
        }
        return file;
    }

    private static void copyIn(Connection owner, String table, Path file) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            owner.unwrap(PGConnection.class).getCopyAPI().copyIn("copy benefits." + table + " from stdin", in);
        }
    }

    /** Other births for one person in fifty, as a correction brings them: what stood is closed, a new fact opened. */
    void change(int run) throws SQLException, IOException {
        String standing = "place >= '" + county.place().path() + "' and place < '"
                + county.place().end() + "' and abs(hashtext(elder::text)) % " + ONE_IN + " = " + run;
        world.run(List.of("""
            do $$ begin
            update registry.identity_fact set recorded_to = now() where recorded_to = 'infinity' and %s;
            insert into registry.identity_fact (id, elder, place, name, born, sex, id_enc, id_idx, id_key, valid_from,
                valid_to, recorded_from, recorded_by, source, evidence, batch)
            select uuidv7(), elder, place, name, born - 1, sex, id_enc, id_idx, id_key, valid_from, valid_to, now(),
                recorded_by, source, evidence, batch
            from registry.identity_fact where recorded_to = now() and %s;
            end $$""".formatted(standing, standing)));
    }

    /** Takes back every month computed. */
    void wipe() throws SQLException, IOException {
        String here = " where county = '" + county.place().path() + "'";
        world.run(List.of(
                "delete from benefits.line" + here,
                "delete from benefits.due" + here,
                "delete from benefits.decision_span" + here,
                "delete from benefits.hold" + here,
                "delete from benefits.cycle_month" + here,
                "delete from benefits.cycle_step where cycle in (select id from benefits.cycle" + here + ")",
                "delete from benefits.cycle" + here,
                "vacuum analyze benefits.line",
                "vacuum analyze benefits.due",
                "vacuum analyze benefits.decision_span"));
    }
}
