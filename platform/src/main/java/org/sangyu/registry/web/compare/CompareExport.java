package org.sangyu.registry.web.compare;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.compare.Compared;
import org.sangyu.registry.internal.compare.ComparedLists;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.ListTaken;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Language;
import org.sangyu.ui.Watermark;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the rows of one list, or what is to be checked, into a workbook as on screen; begun again it writes anew. */
@Component
class CompareExport implements Jobs.Handler {

    static final String KIND = "compare.export";
    static final String LIST = "list";
    static final String OUTCOME = "outcome";
    static final String LANGUAGE = "lang";

    private static final int SLICE = 1_000;
    private static final double WIDTH = 18;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<Cell> CELLS = List.of(
            new Cell("compare.list", row -> row.list().text()),
            new Cell("compare.row", RowView::number),
            new Cell("registry.name", row -> row.person().name().text()),
            new Cell("registry.id", row -> row.person().id()),
            new Cell("compare.who.short", row -> row.person().who()),
            new Cell("registry.place", row -> row.person().place()),
            new Cell("compare.said", RowView::said),
            new Cell("compare.outcome", row -> row.outcome().text()),
            new Cell("compare.came", RowView::came),
            new Cell("compare.check", row -> row.state().text()),
            new Cell("compare.due.head", row -> row.due().day()),
            new Cell("compare.note", row -> String.join(" ", row.answer())));

    private final ComparedLists lists;
    private final RowViews rows;
    private final Files files;
    private final Audit audit;
    private final ListTaken taken;
    private final Dictionary dictionary;
    private final Watermark watermark;
    private final TransactionTemplate transaction;

    CompareExport(
            ComparedLists lists,
            RowViews rows,
            Files files,
            Audit audit,
            ListTaken taken,
            Dictionary dictionary,
            Watermark watermark,
            TransactionTemplate transaction) {
        this.lists = lists;
        this.rows = rows;
        this.files = files;
        this.audit = audit;
        this.taken = taken;
        this.dictionary = dictionary;
        this.watermark = watermark;
        this.transaction = transaction;
    }

    private record Cell(String head, Function<RowView, String> text) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        Words words = words(run);
        ComparedLists.Filter filter = filter(run.arguments());
        int[] written = new int[1];
        transaction.executeWithoutResult(status -> {
            ListTaken.People people = new ListTaken.People();
            Files.Stored file = files.store(
                    words.say("compare.export.name") + ".xlsx",
                    XLSX,
                    out -> written[0] = write(filter, people, out, run));
            Map<String, String> detail = new HashMap<>(run.arguments());
            detail.put("rows", String.valueOf(written[0]));
            detail.put("sha256", file.sha256());
            audit.write("registry.compare.export", run.id(), CurrentDesk.get().place(), detail);
            taken.keep(run.id(), "registry.compare.export", people);
            run.attach(file);
        });
        run.progress(written[0], written[0]);
        run.tell(Jobs.Title.of("compare.export.done", String.valueOf(written[0])));
    }

    private static ComparedLists.Filter filter(Map<String, String> arguments) {
        String list = arguments.getOrDefault(LIST, "");
        return new ComparedLists.Filter(
                list.isEmpty() ? null : UUID.fromString(list), outcome(arguments.get(OUTCOME)), list.isEmpty());
    }

    /** The outcome of that name, or null for any. */
    static Compared.@Nullable Outcome outcome(@Nullable String name) {
        for (Compared.Outcome one : Compared.Outcome.values()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return null;
    }

    private Words words(Jobs.Run run) {
        return dictionary.in(Language.of(Locale.forLanguageTag(run.arguments().getOrDefault(LANGUAGE, ""))));
    }

    private int write(ComparedLists.Filter filter, ListTaken.People people, OutputStream out, Jobs.Run run)
            throws IOException {
        Words words = words(run);
        try (Workbook book = new Workbook(out, "Sangyu", "1.0")) {
            Worksheet sheet = book.newWorksheet(words.say("compare.export.name"));
            for (int i = 0; i < CELLS.size(); i++) {
                sheet.value(0, i, words.say(CELLS.get(i).head()));
                sheet.style(0, i).bold().set();
                sheet.width(i, WIDTH);
            }
            sheet.freezePane(0, 1);
            watermark.on(sheet, words);
            int at = 0;
            List<Compared> slice;
            do {
                slice = lists.rows(CurrentDesk.get().scope(), filter, at, SLICE);
                slice.forEach(one -> people.add(one.elder(), one.place()));
                for (RowView row : rows.of(slice, words)) {
                    at++;
                    for (int i = 0; i < CELLS.size(); i++) {
                        sheet.value(at, i, CELLS.get(i).text().apply(row));
                    }
                }
                sheet.flush();
                run.progress(at, 0);
            } while (slice.size() == SLICE);
            sheet.finish();
            return at;
        }
    }
}
