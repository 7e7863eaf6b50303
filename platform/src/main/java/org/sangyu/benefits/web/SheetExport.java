package org.sangyu.benefits.web;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.ListTaken;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Language;
import org.sangyu.ui.Watermark;
import org.sangyu.ui.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends a list into a workbook in the background, with who made it and when; begun again it writes the file anew. */
@Component
public class SheetExport implements Jobs.Handler {

    static final String KIND = "benefits.sheet";

    private static final String SHEET = "sheet";
    private static final String LANGUAGE = "lang";
    /** What a sheet holds under its head. */
    private static final int MOST_ROWS = 1_048_575;

    private static final int FLUSH_EVERY = 1_000;
    private static final int WIDTH = 16;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ObjectProvider<Sheet> sheets;
    private final Jobs jobs;
    private final Files files;
    private final Audit audit;
    private final ListTaken lists;
    private final Dictionary dictionary;
    private final Watermark watermark;
    private final TransactionTemplate transaction;

    SheetExport(
            ObjectProvider<Sheet> sheets,
            @Lazy Jobs jobs,
            Files files,
            Audit audit,
            ListTaken lists,
            Dictionary dictionary,
            Watermark watermark,
            TransactionTemplate transaction) {
        this.sheets = sheets;
        this.jobs = jobs;
        this.files = files;
        this.audit = audit;
        this.lists = lists;
        this.dictionary = dictionary;
        this.watermark = watermark;
        this.transaction = transaction;
    }

    /** Starts the export of a list with its filter; the job's id. */
    public UUID start(Sheet sheet, Map<String, String> query, Words words) {
        Map<String, String> arguments = new HashMap<>(query);
        arguments.keySet().removeIf(key -> key.startsWith("_"));
        arguments.put(SHEET, sheet.wordKey());
        arguments.put(LANGUAGE, words.language().code());
        return transaction.execute(
                status -> jobs.start(KIND, Jobs.Title.of("benefits.sheet.job." + sheet.wordKey()), arguments));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        Sheet sheet = sheets.stream()
                .filter(one -> one.wordKey().equals(run.arguments().get(SHEET)))
                .findFirst()
                .orElseThrow();
        Words words = words(run);
        int[] written = new int[1];
        transaction.executeWithoutResult(status -> {
            ListTaken.People people = new ListTaken.People();
            Files.Stored file = files.store(
                    words.say("benefits.sheet." + sheet.wordKey()) + ".xlsx",
                    XLSX,
                    out -> written[0] = write(sheet, people, out, run));
            Map<String, String> detail = new HashMap<>(run.arguments());
            detail.put("rows", String.valueOf(written[0]));
            detail.put("sha256", file.sha256());
            audit.write("benefits.export", run.id(), CurrentDesk.get().place(), detail);
            lists.keep(run.id(), "benefits.export", people);
            run.attach(file);
        });
        run.progress(written[0], written[0]);
        run.tell(Jobs.Title.of("benefits.sheet.done", String.valueOf(written[0])));
    }

    private Words words(Jobs.Run run) {
        return dictionary.in(Language.of(Locale.forLanguageTag(run.arguments().getOrDefault(LANGUAGE, ""))));
    }

    private int write(Sheet sheet, ListTaken.People people, OutputStream out, Jobs.Run run) throws IOException {
        Words words = words(run);
        try (Workbook book = new Workbook(out, "Sangyu", "1.0")) {
            Worksheet page = book.newWorksheet(words.say("benefits.sheet." + sheet.wordKey()));
            List<String> heads = sheet.heads(words);
            for (int i = 0; i < heads.size(); i++) {
                page.value(0, i, heads.get(i));
                page.style(0, i).bold().set();
                page.width(i, WIDTH);
            }
            page.freezePane(0, 1);
            watermark.on(page, words);
            int[] at = {0};
            sheet.rows(run.arguments(), words, row -> {
                if (at[0] == MOST_ROWS) {
                    throw Jobs.FailedException.because(
                            Jobs.Title.of("benefits.sheet.large", String.valueOf(MOST_ROWS)));
                }
                line(page, ++at[0], row.cells());
                people.add(row.elder(), row.place());
                if (at[0] % FLUSH_EVERY == 0) {
                    flush(page);
                    run.progress(at[0], 0);
                }
            });
            page.finish();
            return at[0];
        }
    }

    private static void flush(Worksheet page) {
        try {
            page.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void line(Worksheet page, int at, List<Object> row) {
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i) instanceof BigDecimal yuan) {
                page.value(at, i, yuan);
                page.style(at, i).format("#,##0.00").set();
            } else if (row.get(i) instanceof Number number) {
                page.value(at, i, number);
            } else {
                page.value(at, i, row.get(i).toString());
            }
        }
    }
}
