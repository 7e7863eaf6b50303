package org.sangyu.registry.web.compare;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Comparisons.Kind;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.internal.compare.Compared;
import org.sangyu.registry.internal.compare.ComparedLists;
import org.sangyu.registry.internal.compare.ComparedLists.Head;
import org.sangyu.registry.internal.intake.sheet.SheetRefusedException;
import org.sangyu.registry.web.Days;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.sangyu.ui.UploadName;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** When which source was compared last, and the form by which the county hands in a list. */
@Controller
class ComparisonPages {

    private static final int PAGE = 20;
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ComparedLists lists;
    private final HeadViews heads;
    private final Dictionary dictionary;
    private final Clock clock;

    ComparisonPages(ComparedLists lists, HeadViews heads, Dictionary dictionary, Clock clock) {
        this.lists = lists;
        this.heads = heads;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /** What the form sends, as typed. */
    record HandIn(
            @Nullable String source,
            @Nullable String kind,
            @Nullable String extracted,
            @Nullable MultipartFile file) {

        static final HandIn NOTHING = new HandIn(null, null, null, null);

        Optional<FactSourceCode> findSource() {
            return ComparedLists.SOURCES.stream()
                    .filter(one -> one.name().equals(source))
                    .findFirst();
        }

        Optional<Kind> findKind() {
            return ComparisonPages.kind(kind);
        }

        Optional<LocalDate> day() {
            return Days.find(Answered.typed(extracted));
        }

        boolean hasFile() {
            return file != null && !file.isEmpty();
        }
    }

    @GetMapping("/comparisons")
    String overview(
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute("view", view(number, HandIn.NOTHING, FormErrors.NONE, page));
        return "registry/web/compare/overview";
    }

    @PostMapping("/comparisons")
    String handIn(HandIn typed, @ModelAttribute("page") Page page, Model model, HttpServletResponse response) {
        if (!CompareRights.mayHandIn(CurrentDesk.get().role())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        FormErrors errors = wrong(typed, page);
        MultipartFile file = typed.file();
        if (errors.isEmpty() && file != null) {
            try {
                UUID id = lists.handIn(
                        new Compared.Of(
                                typed.findSource().orElseThrow(),
                                typed.findKind().orElseThrow(),
                                typed.day().orElseThrow()),
                        UploadName.of(file, "list"),
                        file::getInputStream);
                return "redirect:/comparisons/" + id;
            } catch (SheetRefusedException e) {
                errors = FormErrors.of(
                        "file",
                        page.say("intake.file." + e.reason(), e.arguments().toArray()));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("view", view(new PageNumber(1), typed, errors, page));
        return "registry/web/compare/overview";
    }

    /** The empty form of a list of a kind. */
    @GetMapping("/comparisons/template.xlsx")
    void template(
            @RequestParam(required = false) @Nullable String kind,
            @ModelAttribute("page") Page page,
            HttpServletResponse response)
            throws IOException {
        Kind of = kind(kind).orElse(Kind.DEATHS);
        response.setContentType(EXCEL);
        String name = page.say("compare.template.name", page.say("compare.kind." + of)) + ".xlsx";
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        try (OutputStream out = response.getOutputStream()) {
            ListTemplate.write(of, dictionary.in(Language.ZH), out);
        }
    }

    private static Optional<Kind> kind(@Nullable String name) {
        return Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private FormErrors wrong(HandIn typed, Page page) {
        FormErrors errors = FormErrors.NONE;
        if (typed.findSource().isEmpty()) {
            errors = errors.and("source", page.say("compare.source.missing"));
        }
        if (typed.findKind().isEmpty()) {
            errors = errors.and("kind", page.say("compare.kind.missing"));
        }
        Optional<LocalDate> day = typed.day();
        if (day.isEmpty() || day.get().isAfter(LocalDate.now(clock))) {
            errors = errors.and("extracted", page.say("compare.extracted.wrong"));
        }
        return typed.hasFile() ? errors : errors.and("file", page.say("intake.upload.missing"));
    }

    private OverviewView view(PageNumber asked, HandIn typed, FormErrors errors, Page page) {
        Desk desk = CurrentDesk.get();
        ListPage<Head> found = ListPage.read(asked, PAGE, (offset, limit) -> lists.heads(desk.scope(), offset, limit));
        long open = lists.open(desk.scope()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        LocalDate due = lists.nearest(desk.scope());
        LocalDate today = LocalDate.now(clock);
        return new OverviewView(
                Arrays.stream(Kind.values())
                        .map(kind -> page.say("compare.kind." + kind))
                        .toList(),
                HeadViews.seesCounties() ? List.of() : sources(lists.newest(desk.scope()), page),
                heads.of(found.rows(), page.words()),
                CompareRights.mayHandIn(desk.role()) ? form(typed, errors, page) : null,
                Formats.countUpToThousand(open),
                due == null
                        ? ""
                        : page.say(
                                due.isBefore(today) ? "compare.due.past" : "compare.due.next",
                                Formats.date(due),
                                Formats.relative(due, today, page.words())),
                due != null && due.isBefore(today),
                HeadViews.seesCounties() ? "" : Formats.countUpToThousand(lists.unseenCount(desk.scope())),
                HeadViews.seesCounties(),
                found.pager(page, page.say("compare.page", found.number())));
    }

    private List<OverviewView.Source> sources(List<Head> newest, Page page) {
        List<HeadView> shown = heads.of(newest, page.words());
        Map<String, HeadView> bySourceAndKind = new HashMap<>();
        for (int i = 0; i < shown.size(); i++) {
            bySourceAndKind.put(
                    key(newest.get(i).list().source(), newest.get(i).list().kind()), shown.get(i));
        }
        return ComparedLists.SOURCES.stream()
                .map(source -> new OverviewView.Source(
                        page.say("registry.source." + source),
                        Arrays.stream(Kind.values())
                                .map(kind -> new OverviewView.Cell(
                                        page.say("compare.kind." + kind), bySourceAndKind.get(key(source, kind))))
                                .toList()))
                .toList();
    }

    private static String key(FactSourceCode source, Kind kind) {
        return source + " " + kind;
    }

    private static OverviewView.Form form(HandIn typed, FormErrors errors, Page page) {
        return new OverviewView.Form(
                options(ComparedLists.SOURCES, typed.findSource().orElse(null), "registry.source.", page),
                options(List.of(Kind.values()), typed.findKind().orElse(null), "compare.kind.", page),
                Answered.typed(typed.extracted()),
                errors);
    }

    /** Nothing is chosen beforehand: a list taken for another kind would hit the wrong people. */
    private static List<Option> options(
            List<? extends Enum<?>> all, @Nullable Enum<?> chosen, String words, Page page) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", page.say("compare.choose"), chosen == null));
        for (Enum<?> one : all) {
            options.add(new Option(one.name(), page.say(words + one.name()), one == chosen));
        }
        return options;
    }
}
