package org.sangyu.policy.web.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.Decisions;
import org.sangyu.policy.internal.simulation.Simulation;
import org.sangyu.policy.internal.simulation.SimulationFigures;
import org.sangyu.policy.internal.simulation.SimulationFigures.By;
import org.sangyu.policy.internal.simulation.SimulationFigures.Row;
import org.sangyu.regions.Regions;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.springframework.stereotype.Component;

/** Makes of the sums what people read: the answer as a sentence, bars from zero, the table behind them. */
@Component
class SimulationViews {

    private static final int FULL = 1_000;
    private static final String HIGHEST_BAND = "100";
    private static final int BAND_WIDTH = 5;

    private final SimulationFigures figures;
    private final Decisions decisions;
    private final Regions regions;

    SimulationViews(SimulationFigures figures, Decisions decisions, Regions regions) {
        this.figures = figures;
        this.decisions = decisions;
        this.regions = regions;
    }

    SimulationView.Result result(Simulation one, @Nullable String by, @Nullable String benefit, Page page) {
        Desk desk = CurrentDesk.get();
        By dimension = dimension(by);
        List<Row> all = figures.rows(one, desk.scope(), By.BENEFIT, null);
        String chosen = all.stream().anyMatch(row -> row.key().equals(benefit)) ? benefit : null;
        List<Row> rows = figures.rows(one, desk.scope(), dimension, dimension == By.BENEFIT ? null : chosen);
        Map<String, String> names = names(rows, dimension, page);
        boolean mine = one.by().account().equals(desk.account());
        return new SimulationView.Result(
                one.id().toString(),
                one.name(),
                sub(one, page),
                answer(one, all, page),
                one.finished() == null,
                one.job() == null ? "" : "/jobs/" + one.job(),
                figures(one, all, page),
                chips(one, dimension, page),
                dimension == By.BENEFIT ? List.of() : benefits(all, chosen, page),
                dimension.name(),
                page.say("simulation.by." + dimension),
                chartTitle(rows, names, page),
                bars(rows, names),
                table(rows, names, dimension, page),
                dimension != By.MONTH,
                mine,
                one.shared(),
                "/policies/simulations/" + one.id() + "/book.xlsx");
    }

    String benefit(String id, Page page) {
        return decisions.name(id).map(name -> name.in(page.words().language())).orElse(id);
    }

    static By dimension(@Nullable String by) {
        for (By one : By.values()) {
            if (one.name().equals(by)) {
                return one;
            }
        }
        return By.BENEFIT;
    }

    /** What a row of a dimension is called. */
    Map<String, String> names(List<Row> rows, By dimension, Page page) {
        Map<Place, String> places = dimension == By.COUNTY
                ? regions.names(rows.stream().map(row -> new Place(row.key())).toList())
                : Map.of();
        return rows.stream().collect(Collectors.toMap(Row::key, row -> switch (dimension) {
            case BENEFIT -> benefit(row.key(), page);
            case COUNTY -> places.getOrDefault(new Place(row.key()), row.key());
            case BAND -> band(row.key(), page);
            case MONTH -> row.key();
        }));
    }

    private static String band(String key, Page page) {
        int lowest = Integer.parseInt(key);
        if (lowest == 0) {
            return page.say("simulation.band.below");
        }
        return key.equals(HIGHEST_BAND)
                ? page.say("simulation.band.from", lowest)
                : page.say("simulation.band", lowest, lowest + BAND_WIDTH - 1);
    }

    private String sub(Simulation one, Page page) {
        return page.say(
                "simulation.sub",
                regions.fullName(one.place()),
                one.first().toString(),
                one.last().toString(),
                page.say("simulation.origin." + one.origin(), one.about()));
    }

    private static String answer(Simulation one, List<Row> rows, Page page) {
        if (one.finished() == null) {
            return page.say("simulation.answer.running");
        }
        Money more = new Money(rows.stream().mapToLong(row -> row.more().fen()).sum());
        String months = String.valueOf(one.months());
        if (more.fen() == 0) {
            return page.say("simulation.answer.same", months);
        }
        return page.say(
                more.fen() > 0 ? "simulation.answer.more" : "simulation.answer.less",
                months,
                Formats.tenThousandYuan(new Money(Math.abs(more.fen()))));
    }

    private static List<SimulationView.Figure> figures(Simulation one, List<Row> rows, Page page) {
        if (one.finished() == null) {
            return List.of();
        }
        long before = rows.stream().mapToLong(row -> row.before().fen()).sum();
        long after = rows.stream().mapToLong(row -> row.after().fen()).sum();
        String people = "/policies/simulations/" + one.id() + "/people?side=";
        return List.of(
                figure(Formats.tenThousandYuan(new Money(before)), "before", "", page),
                figure(Formats.tenThousandYuan(new Money(after)), "after", "", page),
                figure(signed(Formats.tenThousandYuan(new Money(after - before))), "more", "", page),
                figure(Formats.count(one.gains()), "gains", one.gains() == 0 ? "" : people + "GAIN", page),
                figure(Formats.count(one.loses()), "loses", one.loses() == 0 ? "" : people + "LOSE", page));
    }

    private static SimulationView.Figure figure(String number, String word, String href, Page page) {
        return new SimulationView.Figure(number, page.say("simulation.figure." + word), href);
    }

    private static List<Chip> chips(Simulation one, By chosen, Page page) {
        List<Chip> chips = new ArrayList<>();
        for (By by : By.values()) {
            if (by != By.COUNTY || one.place().level() != PlaceLevel.COUNTY) {
                chips.add(new Chip(page.say("simulation.by." + by), "", page.filtered("by", by.name()), by == chosen));
            }
        }
        return chips;
    }

    private List<Option> benefits(List<Row> rows, @Nullable String chosen, Page page) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", page.say("simulation.all"), chosen == null));
        rows.forEach(row -> options.add(
                new Option(row.key(), benefit(row.key(), page), row.key().equals(chosen))));
        return options;
    }

    private static String chartTitle(List<Row> rows, Map<String, String> names, Page page) {
        return rows.stream()
                .filter(row -> row.more().fen() != 0)
                .max(Comparator.comparingLong(row -> Math.abs(row.more().fen())))
                .map(row -> page.say(
                        row.more().fen() > 0 ? "simulation.chart.more" : "simulation.chart.less",
                        names.getOrDefault(row.key(), row.key()),
                        Formats.tenThousandYuan(new Money(Math.abs(row.more().fen())))))
                .orElseGet(() -> page.say("simulation.chart.same"));
    }

    private static List<SimulationView.Bar> bars(List<Row> rows, Map<String, String> names) {
        long longest = rows.stream()
                .mapToLong(row -> Math.max(row.before().fen(), row.after().fen()))
                .max()
                .orElse(0);
        return rows.stream()
                .filter(row -> row.before().fen() != 0 || row.after().fen() != 0)
                .map(row -> new SimulationView.Bar(
                        names.getOrDefault(row.key(), row.key()),
                        width(row.before(), longest),
                        width(row.after(), longest),
                        Formats.tenThousandYuan(row.before()),
                        Formats.tenThousandYuan(row.after())))
                .toList();
    }

    private static int width(Money money, long longest) {
        return longest == 0 ? 0 : Math.toIntExact(money.fen() * FULL / longest);
    }

    private static List<SimulationView.Row> table(List<Row> rows, Map<String, String> names, By by, Page page) {
        List<SimulationView.Row> table = new ArrayList<>();
        rows.forEach(row -> table.add(row(names.getOrDefault(row.key(), row.key()), row, false)));
        if (rows.size() > 1) {
            table.add(row(page.say(by == By.MONTH ? "simulation.sum.months" : "simulation.sum"), Row.sum(rows), true));
        }
        return table;
    }

    private static SimulationView.Row row(String name, Row row, boolean sum) {
        return new SimulationView.Row(
                name,
                Formats.count(row.beforeHeads()),
                Formats.count(row.afterHeads()),
                Formats.yuan(row.before()),
                Formats.yuan(row.after()),
                signed(Formats.yuan(row.more())),
                row.beforeOpen() == row.afterOpen()
                        ? Formats.count(row.afterOpen())
                        : Formats.count(row.beforeOpen()) + " → " + Formats.count(row.afterOpen()),
                sum);
    }

    /** With a plus before what is more than nothing. */
    static String signed(String number) {
        return number.startsWith("-") || number.matches("[0.,]*") ? number : "+" + number;
    }
}
