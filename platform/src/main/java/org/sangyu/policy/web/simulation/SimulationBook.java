package org.sangyu.policy.web.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sangyu.policy.internal.simulation.Simulation;
import org.sangyu.policy.internal.simulation.SimulationFigures;
import org.sangyu.policy.internal.simulation.SimulationFigures.By;
import org.sangyu.policy.internal.simulation.SimulationFigures.Row;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Money;
import org.sangyu.ui.Page;
import org.springframework.stereotype.Component;

/** A workbook of a simulation: one sheet for benefits, counties, age bands and months; counts only, no people. */
@Component
class SimulationBook {

    private static final double WIDTH = 20;
    private static final double WIDE = 34;
    private static final String HEAD_FILL = "E9F0F9";
    private static final String HEADS_FORMAT = "#,##0";
    private static final String YUAN_FORMAT = "#,##0.00";
    private static final int SCALE = 2;
    private static final List<String> HEADS = List.of(
            "simulation.before.heads",
            "simulation.after.heads",
            "simulation.before.yuan",
            "simulation.after.yuan",
            "simulation.more.yuan",
            "simulation.before.open",
            "simulation.after.open");

    private final SimulationFigures figures;
    private final SimulationViews views;

    SimulationBook(SimulationFigures figures, SimulationViews views) {
        this.figures = figures;
        this.views = views;
    }

    byte[] of(Simulation simulation, Page page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Sangyu", "1.0")) {
            for (By by : By.values()) {
                sheet(book, by, simulation, page);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void sheet(Workbook book, By by, Simulation simulation, Page page) throws IOException {
        List<Row> rows = figures.rows(simulation, CurrentDesk.get().scope(), by, null);
        Map<String, String> names = views.names(rows, by, page);
        Worksheet sheet = book.newWorksheet(page.say("simulation.by." + by));
        head(sheet, 0, page.say("simulation.by." + by));
        for (int i = 0; i < HEADS.size(); i++) {
            String key = HEADS.get(i);
            // A row of a month counts its own heads; every other row those of the last month.
            head(sheet, i + 1, page.say(by == By.MONTH && key.endsWith(".heads") ? key + ".month" : key));
        }
        sheet.width(0, WIDE);
        sheet.freezePane(1, 1);
        int at = 1;
        for (Row row : rows) {
            line(sheet, at++, names.getOrDefault(row.key(), row.key()), row);
        }
        if (rows.size() > 1) {
            line(sheet, at, page.say(by == By.MONTH ? "simulation.sum.months" : "simulation.sum"), Row.sum(rows));
            sheet.range(at, 0, at, HEADS.size()).style().bold().set();
        }
        sheet.finish();
    }

    private static void line(Worksheet sheet, int at, String name, Row row) {
        sheet.value(at, 0, name);
        List<Number> cells = List.of(
                row.beforeHeads(),
                row.afterHeads(),
                yuan(row.before()),
                yuan(row.after()),
                yuan(row.more()),
                row.beforeOpen(),
                row.afterOpen());
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(at, i + 1, cells.get(i));
            boolean money = cells.get(i) instanceof BigDecimal;
            sheet.style(at, i + 1).format(money ? YUAN_FORMAT : HEADS_FORMAT).set();
        }
    }

    private static void head(Worksheet sheet, int column, String text) {
        sheet.value(0, column, text);
        sheet.style(0, column).bold().fillColor(HEAD_FILL).wrapText(true).set();
        sheet.width(column, WIDTH);
    }

    private static BigDecimal yuan(Money money) {
        return BigDecimal.valueOf(money.fen(), SCALE);
    }
}
