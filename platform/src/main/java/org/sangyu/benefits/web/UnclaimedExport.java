package org.sangyu.benefits.web;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sangyu.benefits.internal.unclaimed.Unclaimed;
import org.sangyu.benefits.internal.unclaimed.UnclaimedFilter;
import org.sangyu.benefits.internal.unclaimed.UnclaimedList;
import org.sangyu.benefits.internal.unclaimed.UnclaimedResults;
import org.sangyu.benefits.web.UnclaimedPeoplePages.Answered;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Language;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the people of the list into a workbook, filtered and sorted as on screen; begun again it writes anew. */
@Component
class UnclaimedExport implements Jobs.Handler {

    static final String KIND = "benefits.unclaimed.export";
    static final String LANGUAGE = "lang";

    private static final int SLICE = 1_000;
    private static final int MOST_ROWS = 1_048_575;
    private static final int WIDTH = 18;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> HEADS = List.of(
            "benefits.name",
            "unclaimed.who",
            "benefits.village",
            "benefits.benefit",
            "unclaimed.amount",
            "unclaimed.since",
            "unclaimed.because",
            "unclaimed.state",
            "unclaimed.by");

    private final UnclaimedList list;
    private final UnclaimedResults results;
    private final UnclaimedViews views;
    private final Files files;
    private final Audit audit;
    private final Dictionary dictionary;
    private final TransactionTemplate transactions;

    UnclaimedExport(
            UnclaimedList list,
            UnclaimedResults results,
            UnclaimedViews views,
            Files files,
            Audit audit,
            Dictionary dictionary,
            TransactionTemplate transactions) {
        this.list = list;
        this.results = results;
        this.views = views;
        this.files = files;
        this.audit = audit;
        this.dictionary = dictionary;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        UnclaimedQuery query = UnclaimedQuery.of(run.arguments());
        Words words =
                dictionary.in(Language.of(Locale.forLanguageTag(run.arguments().getOrDefault(LANGUAGE, ""))));
        long[] written = new long[1];
        transactions.executeWithoutResult(status -> {
            Files.Stored file = files.store(
                    words.say("unclaimed.people." + query.kindWanted()) + ".xlsx",
                    XLSX,
                    out -> written[0] = write(query, words, out, run));
            audit.write(
                    "unclaimed.export",
                    run.id(),
                    CurrentDesk.get().place(),
                    Map.of("rows", String.valueOf(written[0]), "sha256", file.sha256()));
            run.attach(file);
        });
        run.progress(written[0], written[0]);
        run.tell(Jobs.Title.of("unclaimed.export.done", String.valueOf(written[0])));
    }

    private long write(UnclaimedQuery query, Words words, OutputStream out, Jobs.Run run) throws IOException {
        Desk desk = CurrentDesk.get();
        List<UUID> runs = UnclaimedPages.runs(results, desk.scope(), query);
        UnclaimedFilter filter = query.filter(runs, desk);
        try (Workbook book = new Workbook(out, "Sangyu", "1.0")) {
            Worksheet sheet = head(book, words);
            int at = 0;
            List<Unclaimed> slice;
            do {
                slice = list.list(desk.scope(), filter, query.order(), new UnclaimedList.Part(at, SLICE));
                for (UnclaimedView.Person row : views.rows(slice, desk, words, new Answered(null, null, null))) {
                    if (at == MOST_ROWS) {
                        throw Jobs.FailedException.because(
                                Jobs.Title.of("unclaimed.export.large", String.valueOf(MOST_ROWS)));
                    }
                    at++;
                    line(sheet, at, row);
                }
                sheet.flush();
                run.progress(at, 0);
            } while (slice.size() == SLICE);
            sheet.finish();
            return at;
        }
    }

    private static Worksheet head(Workbook book, Words words) {
        Worksheet sheet = book.newWorksheet(words.say("unclaimed.title"));
        for (int i = 0; i < HEADS.size(); i++) {
            sheet.value(0, i, words.say(HEADS.get(i)));
            sheet.style(0, i).bold().set();
            sheet.width(i, WIDTH);
        }
        sheet.freezePane(0, 1);
        return sheet;
    }

    private static void line(Worksheet sheet, int at, UnclaimedView.Person row) {
        List<String> texts = List.of(
                row.name(),
                row.who(),
                row.place(),
                row.benefit(),
                row.amount(),
                row.since(),
                String.join("；", row.because()),
                row.state(),
                row.by());
        for (int i = 0; i < texts.size(); i++) {
            sheet.value(at, i, texts.get(i));
        }
        if (!row.amount().isEmpty()) {
            sheet.value(at, 4, new BigDecimal(row.amount().replace(",", "")));
        }
    }
}
