package org.sangyu.bench;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.sangyu.rules.Answers;
import org.sangyu.rules.CompiledMonth;
import org.sangyu.rules.FactColumns;
import org.sangyu.rules.Outcome;
import org.sangyu.rules.facts.Tag;

/**
 * End to end: facts in a table, entitled rows in another. The rules read with COPY, decide in chunks and write with
 * COPY; their rival is one INSERT that knows the rules by heart and looks only at people who can be entitled.
 */
final class SqlBench {
    private static final double LIMIT = 1.5;
    private static final int CHUNK = 4_096;
    private static final int WARM = 2;
    private static final int BUFFER = 1 << 16;
    private static final int ROW = 2 + 3 * 4 + 4 + 2 + 8;
    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final String READ =
            "copy (select id, born, died, tags, area, support, self_care, ability, lives from bench.person) "
                    + "to stdout (format binary)";
    private static final String WRITE = "copy bench.entitled from stdin (format binary)";

    private final World world;
    private final CompiledMonthSource months;
    private final InventedColumns people;
    private final HandWritten.Numbers numbers;
    private final YearMonth month;

    /** Gives a month with nothing remembered. */
    interface CompiledMonthSource {
        CompiledMonth fresh();
    }

    SqlBench(World world, CompiledMonthSource months, InventedColumns people, HandWritten hand) {
        this.world = world;
        this.months = months;
        this.people = people;
        this.numbers = hand.numbers();
        this.month = EngineBench.MONTH;
    }

    Figure run() throws Exception {
        try (Connection reading = world.owner();
                Connection writing = world.owner()) {
            fill(reading);
            double[] own = new double[Timing.RUNS];
            double[] rival = new double[Timing.RUNS];
            double[] ratios = new double[Timing.RUNS];
            for (int run = -WARM; run < Timing.RUNS; run++) {
                empty(writing);
                double statement = Timing.millis(() -> execute(writing, statement()));
                String right = sum(writing);
                empty(writing);
                double columns = Timing.millis(() -> pass(reading, writing));
                if (!right.equals(sum(writing))) {
                    throw new IllegalStateException("SQL " + right + ", rules " + sum(writing));
                }
                if (run >= 0) {
                    own[run] = columns;
                    rival[run] = statement;
                    ratios[run] = columns / statement;
                }
            }
            execute(writing, "drop schema bench cascade");
            return new Figure(
                    "rules: read 1.3 million x 8, decide, write the entitled",
                    Timing.median(own),
                    "ms",
                    String.format("one INSERT that decides the same, %.0f ms", Timing.median(rival)),
                    Timing.median(ratios),
                    LIMIT);
        }
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return statement.getUpdateCount();
        }
    }

    private static void empty(Connection connection) throws SQLException {
        execute(connection, "truncate bench.entitled");
    }

    private static String sum(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select string_agg(benefit || ':' || people || ':' || amount, ' ' order by benefit) from "
                                + "(select benefit, count(*) people, sum(amount + 31 * person % 1009) amount "
                                + "from bench.entitled group by benefit) sums")) {
            row.next();
            return row.getString(1);
        }
    }

    private void fill(Connection connection) throws Exception {
        execute(connection, "drop schema if exists bench cascade");
        execute(connection, "create schema bench");
        execute(
                connection,
                "create table bench.person (id int, born date, died date, tags int, area smallint, support smallint, "
                        + "self_care smallint, ability smallint, lives smallint)");
        execute(connection, "create table bench.entitled (person int, benefit smallint, amount bigint)");
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bench.person from stdin");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < people.size(); i++) {
            lines.append(i).append('\t');
            lines.append(java.time.LocalDate.ofEpochDay(people.born()[i])).append('\t');
            int died = people.died()[i];
            lines.append(
                    died == InventedColumns.ALIVE
                            ? "\\N"
                            : java.time.LocalDate.ofEpochDay(died).toString());
            lines.append('\t').append(people.tags()[i]);
            for (byte[] column : List.of(people.area(), people.support(), people.selfCare(), people.ability())) {
                lines.append('\t').append(column[i] < 0 ? "\\N" : String.valueOf(column[i]));
            }
            lines.append('\t').append(people.lives()[i]).append('\n');
            if (lines.length() > BUFFER || i + 1 == people.size()) {
                byte[] bytes = lines.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                copy.writeToCopy(bytes, 0, bytes.length);
                lines.setLength(0);
            }
        }
        copy.endCopy();
        execute(connection, "vacuum analyze bench.person");
    }

    /** One pass of the rules, by one thread over two connections. */
    private int pass(Connection reading, Connection writing) throws SQLException {
        CompiledMonth rules = months.fresh();
        FactColumns columns = rules.columns();
        Answers answers = rules.answers();
        int[] ids = new int[CHUNK];
        CopyOut out = reading.unwrap(PGConnection.class).getCopyAPI().copyOut(READ);
        CopyIn in = writing.unwrap(PGConnection.class).getCopyAPI().copyIn(WRITE);
        in.writeToCopy(HEAD, 0, HEAD.length);
        ByteBuffer rows = ByteBuffer.allocate(CHUNK * HandWritten.BENEFITS.size() * ROW);
        BinaryFacts facts = new BinaryFacts((int) month.atDay(1).toEpochDay());
        byte[] data = out.readFromCopy();
        while (data != null) {
            if (facts.read(data)) {
                ids[columns.size()] = facts.id();
                columns.add(facts.born(), facts.bits());
            }
            data = out.readFromCopy();
            if (columns.size() == CHUNK || (data == null && columns.size() > 0)) {
                rules.decide(columns, answers);
                write(answers, ids, rows);
                in.writeToCopy(rows.array(), 0, rows.position());
                rows.clear();
                columns.clear();
            }
        }
        in.writeToCopy(new byte[] {-1, -1}, 0, 2);
        return (int) in.endCopy();
    }

    private static void write(Answers answers, int[] ids, ByteBuffer rows) {
        for (int i = 0; i < answers.size(); i++) {
            for (int b = 0; b < HandWritten.BENEFITS.size(); b++) {
                if (answers.outcome(i, b) == Outcome.ENTITLED) {
                    rows.putShort((short) 3);
                    rows.putInt(4).putInt(ids[i]);
                    rows.putInt(2).putShort((short) b);
                    rows.putInt(8).putLong(answers.amount(i, b));
                }
            }
        }
    }

    /** The rival, pre-filtered to who can be entitled at all; every benefit then looks at those few. */
    private String statement() {
        int hardship = 1 << Tag.EXTREME_HARDSHIP.slot();
        int difficulty = hardship
                | 1 << Tag.MINIMUM_LIVING_ALLOWANCE.slot()
                | 1 << Tag.MARGINAL_LOW_INCOME.slot()
                | 1 << Tag.ECONOMIC_DIFFICULTY.slot();
        int[] days = numbers.bandDays();
        long[] flat = numbers.flat();
        String bands = "case when born <= " + day(days[2]) + " then " + numbers.bandAmounts()[3] + " when born <= "
                + day(days[1]) + " then " + numbers.bandAmounts()[2] + " else " + numbers.bandAmounts()[1] + " end";
        long[] support = numbers.support();
        if (support[0] != support[1] || support[2] != support[3]) {
            throw new IllegalStateException("The rival was written for one amount an area");
        }
        long[] care = numbers.care();
        String level = "coalesce(self_care, case ability when 0 then 0 when 4 then 2 end)";
        return "insert into bench.entitled with few as materialized (select id, born, tags, area, self_care, ability, "
                + "lives from bench.person where (died is null or died >= "
                + day((int) month.atDay(1).toEpochDay())
                + ") and lives & 1 <> 0 and (born <= " + day(days[0]) + " or tags & " + difficulty + " <> 0)) "
                + "select id, 0, " + bands + " from few where born <= " + day(days[0])
                + String.join("", Arrays.asList(hundred(1, flat), hundred(2, flat), hundred(3, flat)))
                + " union all select id, 4, case area when 0 then " + support[0] + " else " + support[2]
                + " end from few where tags & " + hardship + " <> 0 and area is not null"
                + " union all select id, 5, case " + level + " when 0 then " + care[0] + " when 1 then " + care[1]
                + " else " + care[2] + " end from few where tags & " + hardship + " <> 0 and " + level
                + " is not null union all select id, 6, " + flat[6] + " from few where tags & " + difficulty
                + " <> 0 and lives & 2 = 0";
    }

    private String hundred(int benefit, long[] flat) {
        int[] days = numbers.bandDays();
        return " union all select id, " + benefit + ", " + flat[benefit] + " from few where born <= "
                + day(days[days.length - 1]);
    }

    private static String day(int epochDay) {
        return "'" + java.time.LocalDate.ofEpochDay(epochDay) + "'::date";
    }
}
