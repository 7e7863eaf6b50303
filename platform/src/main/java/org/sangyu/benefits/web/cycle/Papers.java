package org.sangyu.benefits.web.cycle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sangyu.benefits.internal.cycle.Cycle;
import org.sangyu.benefits.internal.cycle.MoneySettings;
import org.sangyu.forms.PrintedForm;
import org.sangyu.ui.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lays the month's papers out: head, tables, signatures and stamp, as PDF on A4. */
@Component
public class Papers {

    private final MoneySettings settings;
    private final BenefitNames names;
    private final PrintedForm form;

    Papers(MoneySettings settings, BenefitNames names, PrintedForm form) {
        this.settings = settings;
        this.names = names;
        this.form = form;
    }

    /** One row of a printed table; cells in the order of the heads. */
    public record Row(List<String> cells, boolean sum) {
        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A printed table; the first {@code words} heads stand left, the others are numbers. */
    public record Table(List<String> heads, int words, List<Row> rows) {
        /** Copies heads and rows. */
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /** Month, benefits, funding and version of a cycle, one line each. */
    List<String> head(Cycle cycle, Page page) {
        MoneySettings.Setting setting = settings.of(cycle.county());
        List<String> head = new ArrayList<>();
        head.add(page.say("cycles.paper.month", cycle.months()));
        head.add(page.say(
                "cycles.paper.benefits",
                names.joined(cycle.county(), cycle.benefits(), page.words().language())));
        head.add(page.say(
                "cycles.paper.funding",
                setting.funding().isEmpty() ? page.say("cycles.paper.funding.none") : setting.funding()));
        head.add(
                cycle.version() > 0
                        ? page.say("cycles.paper.version", cycle.version(), cycle.number())
                        : page.say("cycles.paper.draft", cycle.number()));
        return head;
    }

    /** A title with the county in it. */
    String title(Cycle cycle, Page page, String key) {
        return page.say(key, names.place(cycle.county().path()));
    }

    static List<String> say(Page page, String... keys) {
        return Arrays.stream(keys).map(key -> page.say("cycles." + key)).toList();
    }

    /** The whole paper in memory: laid out before the first byte leaves, so that a fault shows as one. */
    ResponseEntity<byte[]> print(Page page, String title, List<String> head, List<Table> tables) {
        List<String> lines = new ArrayList<>(head);
        if (page.demonstration()) {
            lines.addFirst(page.say("ui.demo.print"));
        }
        List<String> signatures = say(page, "paper.sign.made", "paper.sign.reviewed", "paper.sign.approved");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.print(
                "benefits/web/cycle/paper",
                Map.of(
                        "words",
                        page.words(),
                        "title",
                        title,
                        "lines",
                        lines,
                        "signatures",
                        signatures,
                        "tables",
                        tables),
                out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(title + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out.toByteArray());
    }
}
