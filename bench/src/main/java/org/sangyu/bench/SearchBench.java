package org.sangyu.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sangyu.regions.Regions;
import org.sangyu.registry.ElderFilter;
import org.sangyu.registry.ElderSort;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.Registry;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
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

    List<Figure> run() {
        Map<String, Place> scopes = scopes();
        List<Figure> figures = new ArrayList<>();
        TEXTS.forEach(
                (kind, texts) -> scopes.forEach((level, place) -> figures.add(measure(kind, level, place, texts))));
        return figures;
    }

    private Map<String, Place> scopes() {
        Regions regions = world.bean(Regions.class);
        Map<String, Place> scopes = new LinkedHashMap<>();
        Place county = big.counties().getFirst().place();
        Place township = regions.children(county, 0, 1).getFirst().place();
        scopes.put("village", regions.children(township, 0, 1).getFirst().place());
        scopes.put("township", township);
        scopes.put("county", county);
        scopes.put("city", big.city().place());
        return scopes;
    }

    private Figure measure(String kind, String level, Place place, List<String> texts) {
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
            search[run] = p95(desk, i -> search(desk.scope(), texts.get(i % texts.size())));
            floor[run] = p95(desk, i -> find(desk.scope(), known.get(i % known.size())));
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

    private double p95(Desk desk, java.util.function.IntUnaryOperator work) {
        double[] millis = new double[LOOK_UPS];
        for (int i = -WARM_UP; i < LOOK_UPS; i++) {
            int turn = Math.abs(i);
            try {
                double one = Timing.millis(() -> world.at(desk, () -> work.applyAsInt(turn)));
                if (i >= 0) {
                    millis[i] = one;
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return Timing.p95(millis);
    }
}
