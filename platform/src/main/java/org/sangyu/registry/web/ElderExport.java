package org.sangyu.registry.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.ElderSlice;
import org.sangyu.registry.Registry;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.ListTaken;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Language;
import org.sangyu.ui.Watermark;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the people of a list into a workbook, filtered and sorted as on screen and masked as on screen, page by page.
 *
 * <p>Begun again after a crash it writes the file anew; nothing else changes.
 */
@Component
class ElderExport implements Jobs.Handler {

    static final String KIND = "registry.export";
    static final String LANGUAGE = "lang";

    private static final int SLICE = 1_000;
    /** What a sheet holds under its head. */
    private static final int MOST_ROWS = 1_048_575;

    private static final double WIDTH = 16;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Registry registry;
    private final ElderRowViews rows;
    private final Files files;
    private final Audit audit;
    private final ListTaken lists;
    private final Dictionary dictionary;
    private final Watermark watermark;
    private final TransactionTemplate transaction;

    ElderExport(
            Registry registry,
            ElderRowViews rows,
            Files files,
            Audit audit,
            ListTaken lists,
            Dictionary dictionary,
            Watermark watermark,
            TransactionTemplate transaction) {
        this.registry = registry;
        this.rows = rows;
        this.files = files;
        this.audit = audit;
        this.lists = lists;
        this.dictionary = dictionary;
        this.watermark = watermark;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        ElderQuery query = ElderQuery.of(run.arguments());
        Words words = words(run);
        long[] written = new long[1];
        transaction.executeWithoutResult(status -> {
            ListTaken.People people = new ListTaken.People();
            Files.Stored file = files.store(
                    words.say("registry.export.name") + ".xlsx",
                    XLSX,
                    out -> written[0] = write(query, people, out, run));
            Map<String, String> detail = new HashMap<>(run.arguments());
            detail.put("rows", String.valueOf(written[0]));
            detail.put("sha256", file.sha256());
            audit.write("registry.export", run.id(), CurrentDesk.get().place(), detail);
            lists.keep(run.id(), "registry.export", people);
            run.attach(file);
        });
        run.progress(written[0], written[0]);
        run.tell(Jobs.Title.of("registry.export.done", String.valueOf(written[0])));
    }

    private Words words(Jobs.Run run) {
        return dictionary.in(Language.of(Locale.forLanguageTag(run.arguments().getOrDefault(LANGUAGE, ""))));
    }

    private long write(ElderQuery query, ListTaken.People people, OutputStream out, Jobs.Run run) throws IOException {
        Desk desk = CurrentDesk.get();
        Words words = words(run);
        try (Workbook book = new Workbook(out, "Sangyu", "1.0")) {
            Worksheet sheet = head(book, words, query);
            watermark.on(sheet, words);
            int at = 0;
            String after = null;
            do {
                ElderSlice slice = slice(query, desk, after);
                slice.rows().forEach(one -> people.add(one.id(), one.place()));
                for (ElderRowView row : rows.of(slice.rows(), words)) {
                    if (at == MOST_ROWS) {
                        throw Jobs.FailedException.because(
                                Jobs.Title.of("registry.export.large", String.valueOf(MOST_ROWS)));
                    }
                    at++;
                    line(sheet, at, row, query);
                }
                sheet.flush();
                run.progress(at, 0);
                after = slice.next();
            } while (after != null);
            sheet.finish();
            return at;
        }
    }

    private ElderSlice slice(ElderQuery query, Desk desk, @Nullable String after) {
        return registry.list(desk.scope(), query.filter(), query.order(), after, SLICE);
    }

    private static Worksheet head(Workbook book, Words words, ElderQuery query) {
        Worksheet sheet = book.newWorksheet(words.say("registry.elders"));
        List<Cell> cells = CELLS.stream().filter(cell -> cell.isSeen(query)).toList();
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(0, i, words.say("registry." + cells.get(i).head()));
            sheet.style(0, i).bold().set();
            sheet.width(i, WIDTH);
        }
        sheet.freezePane(0, 1);
        return sheet;
    }

    private static void line(Worksheet sheet, int at, ElderRowView row, ElderQuery query) {
        int column = 0;
        for (Cell cell : CELLS) {
            if (cell.isSeen(query)) {
                sheet.value(at, column++, cell.text().apply(row));
            }
        }
    }

    /**
     * One column of the workbook.
     *
     * @param head word of its head
     * @param column the column of the list it belongs to; empty when it is always there
     * @param text what stands in it
     */
    private record Cell(String head, String column, Function<ElderRowView, String> text) {

        boolean isSeen(ElderQuery query) {
            return column.isEmpty() || query.shows(column);
        }
    }

    private static final List<Cell> CELLS = List.of(
            new Cell("name", "", ElderRowView::name),
            new Cell("sex", "sex", ElderRowView::sex),
            new Cell("age", "age", ElderRowView::age),
            new Cell("born", "born", ElderRowView::born),
            new Cell("place", "place", ElderRowView::place),
            new Cell("resides", "place", ElderRowView::apart),
            new Cell("id", "id", ElderRowView::idNumber),
            new Cell("phone", "phone", ElderRowView::phone),
            new Cell("tags", "tags", ElderRowView::tags),
            new Cell("died", "", ElderRowView::died));
}
