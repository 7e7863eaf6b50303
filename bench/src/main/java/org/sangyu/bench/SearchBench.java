package org.sangyu.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.sangyu.registry.ElderFilter;
import org.sangyu.registry.ElderSort;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.Registry;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;

/** Search at 1.5 million, from village to city, common and rare names, against a key look-up in the same transaction. */
final class SearchBench {

    private static final double LIMIT = 20;
    private static final int LOOK_UPS = 400;
    private static final int WARM_UP = 100;
    private static final Map<String, List<String>> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("common names", List.of("王", "李", "张秀英", "wang", "lgy", "建国", "xy"));
        TEXTS.put("rare names", List.of("仇", "欧阳文", "盖", "缪桂", "司马", "qiu", "翟小妹"));
    }

    private final World world;
    private final BigRegistry big;

    SearchBench(World world, BigRegistry big) {
        this.world = world;
        this.big = big;
    }

    List<Figure> run() throws Exception {
        Map<String, Place> scopes = scopes();
        List<Figure> figures = new ArrayList<>();
        for (Map.Entry<String, List<String>> texts : TEXTS.entrySet()) {
            for (Map.Entry<String, Place> scope : scopes.entrySet()) {
                figures.add(measure(texts.getKey(), scope.getKey(), scope.getValue(), texts.getValue()));
            }
        }
        return figures;
    }

    /** The fullest of every level, where a common name has most bearers. */
    private Map<String, Place> scopes() throws Exception {
        Map<String, Place> scopes = new LinkedHashMap<>();
        for (PlaceLevel level : List.of(PlaceLevel.VILLAGE, PlaceLevel.TOWNSHIP, PlaceLevel.COUNTY)) {
            scopes.put(level.name().toLowerCase(Locale.ROOT), fullest(level));
        }
        scopes.put("city", big.city().place());
        return scopes;
    }

    private Place fullest(PlaceLevel level) throws Exception {
        Place city = big.city().place();
        return new Place(
                world.text("select left(place, " + level.pathLength() + ") from registry.elder where place >= '"
                        + city.path() + "' and place < '" + city.end() + "' and length(place) >= " + level.pathLength()
                        + " group by 1 order by count(*) desc, 1 limit 1"));
    }

    private Figure measure(String kind, String level, Place place, List<String> texts) throws Exception {
        double[] search = new double[Timing.RUNS];
        double[] floor = new double[Timing.RUNS];
        Desk desk = World.desk(level.equals("city") ? Role.CITY : Role.COUNTY_CLERK, place);
        List<ElderId> known = world
                .at(
                        desk,
                        () -> world.bean(Registry.class)
                                .list(desk.scope(), ElderFilter.LIVING, ElderSort.NAME, null, 50))
                .rows()
                .stream()
                .map(ElderSummary::id)
                .toList();
        for (int run = 0; run < Timing.RUNS; run++) {
            double[] p95 = p95(
                    desk,
                    i -> search(desk.scope(), texts.get(i % texts.size())),
                    i -> find(desk.scope(), known.get(i % known.size())));
            search[run] = p95[0];
            floor[run] = p95[1];
        }
        double value = Timing.median(search);
        double base = Timing.median(floor);
        return new Figure(
                "search p95, " + kind + ", " + level,
                value,
                "ms",
                "a key look-up, p95 %.3f ms".formatted(base),
                value / base,
                LIMIT);
    }

    private int search(Scope scope, String text) {
        return world.bean(Registry.class)
                .search(scope, text, Registry.MOST_HITS)
                .rows()
                .size();
    }

    private int find(Scope scope, ElderId elder) {
        return world.bean(Registry.class).find(elder, scope).isPresent() ? 1 : 0;
    }

    /** Both take turns, so that whatever else the machine does meets both alike. */
    private double[] p95(Desk desk, IntUnaryOperator work, IntUnaryOperator floor) throws Exception {
        double[][] millis = new double[2][LOOK_UPS];
        for (int i = -WARM_UP; i < LOOK_UPS; i++) {
            int turn = Math.abs(i);
            double one = Timing.millis(() -> world.at(desk, () -> work.applyAsInt(turn)));
            double other = Timing.millis(() -> world.at(desk, () -> floor.applyAsInt(turn)));
            if (i >= 0) {
                millis[0][i] = one;
                millis[1][i] = other;
            }
        }
        return new double[] {Timing.p95(millis[0]), Timing.p95(millis[1])};
    }
}
