package org.sangyu.benefits.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.Enrolment;
import org.sangyu.benefits.internal.enrolment.EnrolmentFilter;
import org.sangyu.benefits.internal.enrolment.Enrolments;
import org.sangyu.benefits.internal.enrolment.Notices;
import org.sangyu.benefits.internal.enrolment.PayeeAccounts;
import org.sangyu.benefits.internal.enrolment.People;
import org.sangyu.forms.PrintedForm;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.HandedOut;
import org.sangyu.shared.ListTaken;
import org.sangyu.shared.Money;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Page;
import org.sangyu.ui.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Roster (花名册) and public-notice list (公示表) as PDF on A4; numbers are masked on both. */
@Controller
class PaperPages {

    private final Enrolments enrolments;
    private final Notices notices;
    private final PayeeAccounts accounts;
    private final PrintedForm form;
    private final Shown shown;
    private final HandedOut handedOut;

    PaperPages(
            Enrolments enrolments,
            Notices notices,
            PayeeAccounts accounts,
            PrintedForm form,
            Shown shown,
            HandedOut handedOut) {
        this.enrolments = enrolments;
        this.notices = notices;
        this.accounts = accounts;
        this.form = form;
        this.shown = shown;
        this.handedOut = handedOut;
    }

    @GetMapping("/enrolments/roster.pdf")
    ResponseEntity<byte[]> roster(
            EnrolmentQuery query, @RequestParam(defaultValue = "1") int part, @ModelAttribute("page") Page page) {
        Desk desk = CurrentDesk.get();
        Words words = page.words();
        EnrolmentFilter filter = query.filter(desk);
        long total = enrolments.count(desk.scope(), filter);
        Sheet sheet = sheet(part, total);
        List<Enrolment> rows = enrolments.list(desk.scope(), filter, sheet.before(), PrintedForm.MOST_ROWS);
        List<String> lines = lines(page);
        lines.add(words.say(
                "benefits.paper.made",
                filter.status() == null ? words.say("benefits.all") : Shown.status(filter.status(), words),
                Formats.date(shown.today()),
                total));
        sheet.say(lines, rows.size(), words);
        String title = words.say(
                "benefits.paper.roster", filter.benefit() == null ? "" : shown.benefit(filter.benefit(), words));
        String office = shown.placeName(filter.place() == null ? desk.place() : filter.place(), words.language());
        handOut("benefits.print.roster", filter.benefit(), rows);
        return pdf(
                "benefits/web/roster_paper",
                paper(title, office, lines, rows, sheet.before(), desk, words),
                words,
                title);
    }

    /** How many papers a roster fills; none of its people is left out. */
    static long parts(long people) {
        return Math.max(1, (people + PrintedForm.MOST_ROWS - 1) / PrintedForm.MOST_ROWS);
    }

    @GetMapping("/enrolments/notices/{id:[0-9a-f-]{36}}.pdf")
    ResponseEntity<byte[]> notice(
            @PathVariable UUID id, @RequestParam(defaultValue = "1") int part, @ModelAttribute("page") Page page) {
        Desk desk = CurrentDesk.get();
        Words words = page.words();
        Notices.PublicNotice notice =
                notices.find(id, desk.scope()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        EnrolmentFilter filter = new EnrolmentFilter(null, null, null, false, id);
        long total = enrolments.count(desk.scope(), filter);
        Sheet sheet = sheet(part, total);
        List<Enrolment> rows = enrolments.list(desk.scope(), filter, sheet.before(), PrintedForm.MOST_ROWS);
        String title = words.say("benefits.paper.notice", shown.benefit(notice.benefit(), words));
        List<String> lines = lines(page);
        lines.add(words.say(
                "benefits.paper.notice.days", Formats.date(notice.from()), Formats.lastDay(notice.to()), total));
        sheet.say(lines, rows.size(), words);
        lines.add(words.say("benefits.paper.notice.object"));
        String office = shown.placeName(notice.place(), words.language());
        handOut("benefits.print.notice", notice.benefit(), rows);
        return pdf(
                "benefits/web/notice_paper",
                paper(title, office, lines, rows, sheet.before(), desk, words),
                words,
                title);
    }

    private void handOut(String verb, @Nullable String benefit, List<Enrolment> rows) {
        ListTaken.People people = new ListTaken.People();
        rows.forEach(row -> people.add(row.elder(), row.place()));
        handedOut.list(verb, benefit == null ? Map.of() : Map.of("benefit", benefit), people);
    }

    /** One of the papers that a long list fills. */
    private record Sheet(int part, long parts, int before, long total) {

        void say(List<String> lines, int rows, Words words) {
            if (parts > 1) {
                lines.add(words.say("benefits.paper.part", part, parts, before + 1L, before + (long) rows, total));
            }
        }
    }

    private static Sheet sheet(int part, long total) {
        long parts = parts(total);
        if (part < 1 || part > parts) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such part");
        }
        return new Sheet(part, parts, (part - 1) * PrintedForm.MOST_ROWS, total);
    }

    /** The first lines of a paper: in a demonstration, that it proves nothing. */
    private static List<String> lines(Page page) {
        List<String> lines = new ArrayList<>();
        if (page.demonstration()) {
            lines.add(page.say("ui.demo.print"));
        }
        return lines;
    }

    private ListViews.Paper paper(
            String title, String office, List<String> lines, List<Enrolment> all, int before, Desk desk, Words words) {
        Shown.Names names = shown.names(all, desk.scope(), words.language());
        Map<UUID, String> lastFour =
                accounts.lastFour(all.stream().map(Enrolment::id).toList(), desk.scope());
        List<ListViews.PaperRow> rows = new ArrayList<>(all.size());
        Money sum = Money.ZERO;
        for (Enrolment one : all) {
            People.Person person = names.people().get(one.elder());
            String sex = person == null || person.sex() == null ? "" : words.say("benefits.sex." + person.sex());
            String four = lastFour.get(one.id());
            rows.add(new ListViews.PaperRow(
                    String.valueOf(before + rows.size() + 1),
                    names.name(one.elder()),
                    sex,
                    names.maskedId(one.elder()),
                    names.place(one.place()),
                    shown.benefit(one.benefit(), words),
                    Shown.amount(one),
                    Formats.month(one.firstPayable()),
                    four == null ? "" : "····" + four));
            sum = one.amount() == null ? sum : sum.plus(one.amount());
        }
        return new ListViews.Paper(title, office, lines, rows, Formats.count(rows.size()), Formats.yuan(sum));
    }

    private ResponseEntity<byte[]> pdf(String template, ListViews.Paper paper, Words words, String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.print(template, Map.of("words", words, "paper", paper), out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out.toByteArray());
    }
}
