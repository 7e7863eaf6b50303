package org.sangyu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.sangyu.demo.InventedPeople;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.registry.RosterIntake;
import org.sangyu.shared.Files;

/** An import of 100,000 Excel rows, against parsing the file and writing the very same rows from a ready table. */
final class ImportBench {

    private static final int ROWS = 100_000;
    private static final int HANDFUL = 100;
    private static final double LIMIT = 2;
    private static final int COUNTY_NUMBER = 50;
    private static final String NAME = "bench.xlsx";
    private static final String OURS = "intake in (select id from registry.intake where name = '" + NAME + "')";
    private static final List<String> FACTS = List.of(
            "identity_fact",
            "residence_fact",
            "household_fact",
            "contact_fact",
            "tag_fact",
            "ability_fact",
            "account_fact");

    private final World world;
    private final BigRegistry big;

    ImportBench(World world, BigRegistry big) {
        this.world = world;
        this.big = big;
    }

    List<Figure> run() throws Exception {
        PlaceInfo county = big.counties().getFirst();
        double[] value = new double[Timing.RUNS];
        double[] floor = new double[Timing.RUNS];
        double scale = big.scale(county, ROWS);
        clear("intake_row", "intake_parked", "intake");
        for (int run = 0; run < Timing.RUNS; run++) {
            Files.Stored workbook = workbook(county, new InventedPeople.Order(COUNTY_NUMBER + run, scale, 0, false));
            value[run] = imported(county, workbook);
            world.quiet();
            taken();
            floor[run] = parsed(workbook) + written();
            Timing.say("import", value[run], floor[run]);
        }
        double millis = Timing.median(value);
        double base = Timing.median(floor);
        return List.of(new Figure(
                "import of 100,000 Excel rows into 1.5 million",
                millis / 1000,
                "s",
                "parsing and writing the same rows, %.2f s".formatted(base / 1000),
                millis / base,
                LIMIT));
    }

    /** The rows of an invented roster as a workbook. */
    private Files.Stored workbook(PlaceInfo county, InventedPeople.Order order) {
        return world.at(World.clerk(county), () -> {
            Files files = world.bean(Files.class);
            Files.Stored csv = world.bean(InventedPeople.class).roster(county, order);
            return files.store(NAME, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out -> {
                try (InputStream in = files.open(csv.sha256());
                        java.io.BufferedReader lines = new java.io.BufferedReader(
                                new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
                        Workbook book = new Workbook(out, "Sangyu", "1.0")) {
                    Worksheet sheet = book.newWorksheet("1");
                    String line = lines.readLine();
                    for (int row = 0; line != null && row <= ROWS; row++, line = lines.readLine()) {
                        String[] cells = line.split(",", -1);
                        for (int column = 0; column < cells.length; column++) {
                            if (!cells[column].isEmpty()) {
                                sheet.value(row, column, cells[column]);
                            }
                        }
                    }
                }
            });
        });
    }

    private double imported(PlaceInfo county, Files.Stored workbook) throws Exception {
        return Timing.millis(() -> {
            UUID job = world.at(
                    World.clerk(county), () -> world.bean(RosterIntake.class).start(workbook));
            world.await(job);
            return job;
        });
    }

    /** More than a handful of rows refused or parked (invented numbers may meet) would make the measurement another one. */
    private void taken() throws SQLException, IOException {
        long created =
                world.number("select count(*) from registry.intake_row where " + OURS + " and effect = 'CREATED'");
        if (created > ROWS || created < ROWS - HANDFUL) {
            throw new IllegalStateException("only " + created + " people were registered");
        }
    }

    private double parsed(Files.Stored workbook) throws Exception {
        return Timing.millis(() -> {
            long cells = 0;
            try (InputStream in = world.bean(Files.class).open(workbook.sha256());
                    ReadableWorkbook book = new ReadableWorkbook(in);
                    Stream<Row> rows = book.getFirstSheet().openStream()) {
                for (Row row : (Iterable<Row>) rows::iterator) {
                    for (Cell cell : row) {
                        cells += cell == null ? 0 : cell.getText().length();
                    }
                }
            }
            return cells;
        });
    }

    /** Takes this import's rows out and writes them again from tables of their own. */
    private double written() throws Exception {
        List<String> before = new ArrayList<>(List.of(
                "drop schema if exists bench cascade",
                "create schema bench",
                "create unlogged table bench.elder as select " + columns("elder") + " from registry.elder where "
                        + theirs("elder")));
        for (String table : FACTS) {
            before.add("create unlogged table bench." + table + " as select * from registry." + table + " where "
                    + theirs(table));
        }
        before.add("create unlogged table bench.intake_row as select * from registry.intake_row where " + OURS);
        before.add("analyze");
        world.run(before);
        clear("intake_row");
        List<String> work = new ArrayList<>();
        work.add("insert into registry.elder (" + columns("elder") + ") select * from bench.elder");
        for (String table : FACTS) {
            work.add("insert into registry." + table + " select * from bench." + table);
        }
        work.add("insert into registry.intake_row select * from bench.intake_row");
        double millis = Timing.millis(() -> {
            world.run(work);
            return 0;
        });
        world.run(List.of("drop schema bench cascade"));
        clear("intake_row", "intake_parked", "intake");
        return millis;
    }

    /** Takes out everybody whom an import of this measurement registered, and what these imports kept. */
    private void clear(String... kept) throws SQLException, IOException {
        List<String> sql = new ArrayList<>();
        for (String table : FACTS) {
            sql.add("delete from registry." + table + " where " + theirs(table));
        }
        sql.add("delete from registry.elder where " + theirs("elder"));
        for (String table : kept) {
            sql.add("delete from registry." + table + " where "
                    + (table.equals("intake") ? "name = '" + NAME + "'" : OURS));
        }
        for (String table : FACTS) {
            sql.add("vacuum registry." + table);
        }
        sql.add("vacuum registry.elder");
        sql.add("vacuum registry.intake_row");
        world.run(sql);
    }

    private static String theirs(String table) {
        return (table.equals("elder") ? "id" : "elder") + " in (select elder from registry.intake_row where " + OURS
                + " and effect = 'CREATED')";
    }

    private String columns(String table) throws SQLException, IOException {
        return world.text("select string_agg(quote_ident(column_name), ',' order by ordinal_position)"
                + " from information_schema.columns where table_schema = 'registry' and table_name = '" + table
                + "' and is_generated = 'NEVER'");
    }
}
