package org.sangyu.registry.web.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.intake.Intake;
import org.sangyu.registry.internal.intake.Uploads;
import org.sangyu.registry.internal.intake.read.CellText;
import org.sangyu.registry.internal.intake.read.Heading;
import org.sangyu.registry.internal.intake.sheet.SheetFile;
import org.sangyu.ui.Option;
import org.sangyu.ui.Words;

/** Lays out the columns of an upload, and reads back what the clerk chose. */
final class ColumnsViews {

    private static final int SAMPLE_ROWS = 5;
    private static final int CELL_SHOWN = 24;
    private static final int MOST_COLUMNS = 60;

    private ColumnsViews() {}

    static ColumnsView of(Intake intake, Uploads.Preview preview, boolean opensBooks, Words words) {
        Map<Integer, Heading> byColumn = new java.util.HashMap<>();
        intake.file().columns().forEach((heading, column) -> byColumn.put(column, heading));
        CellText cells = new CellText(intake.file().columns(), false);
        List<ColumnsView.Column> columns = new ArrayList<>();
        List<String> titles = intake.file().titles();
        for (int i = 0; i < Math.min(titles.size(), MOST_COLUMNS); i++) {
            int column = i;
            Heading heading = byColumn.get(i);
            String title = titles.get(i).isEmpty() ? words.say("intake.map.untitled") : titles.get(i);
            columns.add(new ColumnsView.Column(
                    "c" + i,
                    title,
                    options(heading, words),
                    heading != null,
                    preview.sample().stream()
                            .limit(SAMPLE_ROWS)
                            .map(row -> shown(cells.of(column, row.cell(column))))
                            .toList()));
        }
        long known = columns.stream().filter(ColumnsView.Column::known).count();
        return new ColumnsView(
                intake.id().toString(),
                intake.file().name(),
                intake.file().headerRow(),
                words.say("intake.map.recognised", String.valueOf(known), String.valueOf(columns.size() - known)),
                sheets(preview.sheets(), intake.file().sheet(), words),
                templates(intake.template(), opensBooks, words),
                columns);
    }

    static List<Option> templates(Intake.Template chosen, boolean opensBooks, Words words) {
        List<Option> options = new ArrayList<>();
        for (Intake.Template template : Intake.Template.values()) {
            if (template == Intake.Template.ROSTER || opensBooks) {
                options.add(new Option(template.name(), words.say("intake.template." + template), template == chosen));
            }
        }
        return options;
    }

    private static List<Option> sheets(List<SheetFile.SheetInfo> sheets, int chosen, Words words) {
        if (sheets.size() < 2) {
            return List.of();
        }
        return sheets.stream()
                .map(sheet -> new Option(
                        String.valueOf(sheet.index()),
                        sheet.hidden() ? words.say("intake.map.sheet.hidden", sheet.name()) : sheet.name(),
                        sheet.index() == chosen))
                .toList();
    }

    private static List<Option> options(@Nullable Heading chosen, Words words) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", words.say("intake.map.skip"), chosen == null));
        for (Heading heading : Heading.values()) {
            if (heading != Heading.IGNORED) {
                options.add(new Option(heading.name(), words.say("intake.heading." + heading), heading == chosen));
            }
        }
        return options;
    }

    private static String shown(String cell) {
        return cell.length() <= CELL_SHOWN ? cell : cell.substring(0, CELL_SHOWN) + "…";
    }

    /**
     * The columns chosen in a form.
     *
     * @param chosen by heading
     * @param twice headings that were chosen for two columns
     */
    record Chosen(Map<Heading, Integer> chosen, List<Heading> twice) {}

    /** Reads the selects; unknown names count as left out. */
    static Chosen read(Map<String, String> form, int columns) {
        Map<Heading, Integer> chosen = new EnumMap<>(Heading.class);
        List<Heading> twice = new ArrayList<>();
        for (int i = 0; i < Math.min(columns, MOST_COLUMNS); i++) {
            String value = form.getOrDefault("c" + i, "");
            int column = i;
            for (Heading heading : Heading.values()) {
                if (heading != Heading.IGNORED
                        && heading.name().equals(value)
                        && chosen.putIfAbsent(heading, column) != null) {
                    twice.add(heading);
                }
            }
        }
        return new Chosen(chosen, twice);
    }
}
