package org.sangyu.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;

/**
 * What row security costs at 1.5 million: the same statement as the application's role in a desk's scope, and as the owner
 * whom no policy holds. Both set the scope and take turns.
 */
final class ScopeBench {

    private static final double LIMIT = 1.3;
    private static final int TURNS = 2_000;
    private static final int WARM_UP = 500;
    private static final int KNOWN = 500;

    private static final String SET = "select set_config('app.lo', ?, true), set_config('app.hi', ?, true)";
    private static final String LOOK_UP = "select name from registry.elder where id = ?";
    private static final String COUNT = "select count(*) from registry.elder where place >= ? and place < ?";

    private final World world;
    private final BigRegistry big;

    ScopeBench(World world, BigRegistry big) {
        this.world = world;
        this.big = big;
    }

    List<Figure> run() throws Exception {
        Place county = big.paying().place();
        String inside =
                " from registry.elder where place >= '" + county.path() + "' and place < '" + county.end() + "'";
        List<UUID> known = world.ids("select id" + inside + " limit " + KNOWN);
        Place township = new Place(world.text("select left(place, " + PlaceLevel.TOWNSHIP.pathLength() + ")" + inside
                + " group by 1 order by count(*) desc, 1 limit 1"));
        List<Figure> figures = new ArrayList<>();
        try (Connection app = world.application();
                Connection owner = world.owner()) {
            app.setAutoCommit(false);
            owner.setAutoCommit(false);
            figures.add(figure("row security, point look-up", app, owner, (connection, turn) -> {
                try (PreparedStatement find = connection.prepareStatement(LOOK_UP)) {
                    find.setObject(1, known.get(turn % known.size()));
                    return one(find);
                }
            }));
            figures.add(figure("row security, count of a township", app, owner, (connection, turn) -> {
                try (PreparedStatement count = connection.prepareStatement(COUNT)) {
                    count.setString(1, township.path());
                    count.setString(2, township.end());
                    return one(count);
                }
            }));
        }
        return figures;
    }

    @FunctionalInterface
    private interface Question {
        String ask(Connection connection, int turn) throws SQLException;
    }

    private Figure figure(String name, Connection app, Connection owner, Question question) throws Exception {
        double[] with = new double[Timing.RUNS];
        double[] without = new double[Timing.RUNS];
        for (int run = 0; run < Timing.RUNS; run++) {
            double[][] micros = new double[2][TURNS];
            for (int i = -WARM_UP; i < TURNS; i++) {
                int turn = Math.abs(i);
                double held = Timing.millis(() -> scoped(app, question, turn));
                double free = Timing.millis(() -> scoped(owner, question, turn));
                if (i >= 0) {
                    micros[0][i] = held;
                    micros[1][i] = free;
                }
            }
            with[run] = Timing.median(micros[0]);
            without[run] = Timing.median(micros[1]);
        }
        double value = Timing.median(with);
        double base = Timing.median(without);
        return new Figure(name, value, "ms", "the same without policies, %.3f ms".formatted(base), value / base, LIMIT);
    }

    /** In one transaction, as every request works; an answer there must be. */
    private String scoped(Connection connection, Question question, int turn) throws SQLException {
        Place county = big.paying().place();
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            set.setString(1, county.path());
            set.setString(2, county.end());
            set.execute();
        }
        String answer = question.ask(connection, turn);
        connection.commit();
        return answer;
    }

    private static String one(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("row security hides what the desk may see");
            }
            return row.getString(1);
        }
    }
}
