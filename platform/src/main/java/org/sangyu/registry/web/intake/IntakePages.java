package org.sangyu.registry.web.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.intake.AnswerFile;
import org.sangyu.registry.internal.intake.Deliverer;
import org.sangyu.registry.internal.intake.Intake;
import org.sangyu.registry.internal.intake.IntakeBoard;
import org.sangyu.registry.internal.intake.IntakeLine;
import org.sangyu.registry.internal.intake.TemplateFile;
import org.sangyu.registry.internal.intake.Uploads;
import org.sangyu.registry.internal.intake.read.Heading;
import org.sangyu.registry.internal.intake.sheet.SheetRefusedException;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Language;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.sangyu.ui.UploadName;
import org.sangyu.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Upload a file, check its columns, see what came of it. */
@Controller
class IntakePages {

    private static final int PAGE = 20;
    private static final PageNumber FIRST = new PageNumber(1);
    private static final int LINES = 100;
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final IntakeBoard board;
    private final Uploads uploads;
    private final AnswerFile answers;
    private final IntakeViews views;
    private final Dictionary dictionary;
    private final boolean demonstration;

    IntakePages(
            IntakeBoard board,
            Uploads uploads,
            AnswerFile answers,
            IntakeViews views,
            Dictionary dictionary,
            @Value("${sangyu.demonstration:false}") boolean demonstration) {
        this.board = board;
        this.uploads = uploads;
        this.answers = answers;
        this.views = views;
        this.dictionary = dictionary;
        this.demonstration = demonstration;
    }

    @GetMapping("/imports")
    String list(
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response) {
        return list(FormErrors.NONE, number, new Answer(page, model, response));
    }

    /** What is being sent back. */
    private record Answer(Page page, Model model, HttpServletResponse response) {

        /** Says by the status too that a form was refused. */
        void refusedIf(FormErrors errors) {
            if (!errors.isEmpty()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
        }

        FormErrors because(String field, SheetRefusedException refused) {
            String key = "intake.file." + refused.reason();
            return FormErrors.of(field, page.say(key, refused.arguments().toArray()));
        }
    }

    private String list(FormErrors errors, PageNumber number, Answer answer) {
        answer.refusedIf(errors);
        Page page = answer.page();
        Model model = answer.model();
        Words words = page.words();
        ListPage<Intake> found = ListPage.read(number, PAGE, board::list);
        Desk desk = CurrentDesk.get();
        boolean department = !desk.department().isEmpty();
        model.addAttribute("errors", errors);
        model.addAttribute(
                "intakes",
                found.rows().stream().map(intake -> views.of(intake, words)).toList());
        model.addAttribute("pager", found.pager(page, words.say("intake.page.of", found.number())));
        model.addAttribute("mayImport", mayImport(desk));
        model.addAttribute("sources", SourceChoice.of(desk, words));
        model.addAttribute("department", department);
        model.addAttribute("templates", ColumnsViews.templates(Intake.Template.ROSTER, board.opensBooks(), words));
        model.addAttribute("waiting", department ? 0L : board.countParked(LINES));
        model.addAttribute(
                "trial", demonstration && !department && desk.place().level().compareTo(PlaceLevel.COUNTY) >= 0);
        return "registry/web/intake/list";
    }

    @PostMapping("/imports")
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "ROSTER") Intake.Template template,
            @RequestParam(defaultValue = "") String source,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response) {
        Answer answer = new Answer(page, model, response);
        if (file == null || file.isEmpty()) {
            return list(FormErrors.of("file", page.say("intake.upload.missing")), FIRST, answer);
        }
        Optional<Deliverer> deliverer = Deliverer.of(CurrentDesk.get(), source);
        if (deliverer.isEmpty()) {
            return list(FormErrors.of("source", page.say("intake.source.wrong")), FIRST, answer);
        }
        try {
            UUID id = uploads.upload(UploadName.of(file, "roster"), template, deliverer.get(), file::getInputStream);
            return "redirect:/imports/" + id + "/columns";
        } catch (SheetRefusedException e) {
            return list(answer.because("file", e), FIRST, answer);
        }
    }

    @GetMapping("/imports/{id}/columns")
    String columns(
            @PathVariable UUID id, @ModelAttribute("page") Page page, Model model, HttpServletResponse response) {
        Intake intake = get(id);
        return intake.state() == Intake.State.UPLOADED
                ? columns(intake, FormErrors.NONE, new Answer(page, model, response))
                : "redirect:/imports/" + id;
    }

    private String columns(Intake intake, FormErrors errors, Answer answer) {
        answer.refusedIf(errors);
        Page page = answer.page();
        Model model = answer.model();
        try {
            model.addAttribute(
                    "view", ColumnsViews.of(intake, uploads.preview(intake), board.opensBooks(), page.words()));
            model.addAttribute("errors", errors);
            return "registry/web/intake/columns";
        } catch (SheetRefusedException e) {
            return list(answer.because("file", e), FIRST, answer);
        }
    }

    @PostMapping("/imports/{id}/sheet")
    String sheet(
            @PathVariable UUID id,
            @RequestParam int sheet,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response) {
        Intake intake = get(id);
        try {
            uploads.chooseSheet(intake, sheet);
            return "redirect:/imports/" + id + "/columns";
        } catch (SheetRefusedException e) {
            Answer answer = new Answer(page, model, response);
            return columns(intake, answer.because("sheet", e), answer);
        }
    }

    @PostMapping("/imports/{id}/start")
    String start(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response) {
        Intake intake = get(id);
        if (intake.state() != Intake.State.UPLOADED) {
            return "redirect:/imports/" + id;
        }
        Intake.Template template = form.getOrDefault("template", "").equals("ALREADY_RECEIVING")
                ? Intake.Template.ALREADY_RECEIVING
                : Intake.Template.ROSTER;
        ColumnsViews.Chosen chosen =
                ColumnsViews.read(form, intake.file().titles().size());
        FormErrors errors = FormErrors.NONE;
        for (Heading twice : chosen.twice()) {
            errors = errors.and("c0", page.say("intake.map.error.twice", page.say("intake.heading." + twice)));
        }
        if (errors.isEmpty()) {
            for (String missing : uploads.start(intake, template, chosen.chosen())) {
                errors = errors.and("start-" + missing, page.say("intake.map.error." + missing));
            }
        }
        return errors.isEmpty()
                ? "redirect:/imports/" + id
                : columns(
                        uploads.withColumns(intake, template, chosen.chosen()),
                        errors,
                        new Answer(page, model, response));
    }

    @GetMapping("/imports/{id}")
    String result(@PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
        Intake intake = get(id);
        if (intake.state() == Intake.State.UPLOADED) {
            return "redirect:/imports/" + id + "/columns";
        }
        model.addAttribute("view", views.of(intake, board.withoutVillage(id), page.words()));
        boolean department = !CurrentDesk.get().department().isEmpty();
        model.addAttribute("source", department ? "" : "/files/" + intake.file().sha256());
        return "registry/web/intake/result";
    }

    /** Which rows: their kind, behind which line. */
    record RowsQuery(
            IntakeLine.@Nullable Kind kind, @Nullable String after) {}

    @GetMapping("/imports/{id}/rows")
    String rows(
            @PathVariable UUID id, @ModelAttribute RowsQuery query, @ModelAttribute("page") Page page, Model model) {
        Intake intake = get(id);
        IntakeLine.Kind kind = query.kind() == null ? IntakeLine.Kind.REFUSED : query.kind();
        if (!CurrentDesk.get().department().isEmpty() && !IntakeViews.OF_A_DEPARTMENT.contains(kind)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        int after = query.after() == null || !query.after().matches("[0-9]{1,9}") ? 0 : Integer.parseInt(query.after());
        Words words = page.words();
        List<IntakeLine> found = board.lines(id, kind, after, LINES + 1);
        List<LineView> shown = found.stream()
                .limit(LINES)
                .map(line -> LineView.of(line, words))
                .toList();
        model.addAttribute("view", views.of(intake, words));
        model.addAttribute("kind", words.say("intake.kind." + kind));
        model.addAttribute("lines", shown);
        model.addAttribute("first", after > 0 ? page.with("after", null) : "");
        model.addAttribute(
                "more",
                found.size() > LINES
                        ? page.with("after", String.valueOf(found.get(LINES - 1).number()))
                        : "");
        return "registry/web/intake/rows";
    }

    @GetMapping("/imports/{id}/answer.xlsx")
    void answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "all") String rows,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Intake intake = get(id);
        boolean open = rows.equals("open");
        Words words = dictionary.in(locale);
        String base = intake.file().name().replaceFirst("\\.[A-Za-z]{3,4}$", "");
        answers.take(intake);
        excel(response, words.say(open ? "intake.answer.name.open" : "intake.answer.name", base));
        try (OutputStream out = response.getOutputStream()) {
            answers.write(intake, open, words, out);
        }
    }

    @GetMapping("/imports/templates/{template}.xlsx")
    void template(@PathVariable Intake.Template template, Locale locale, HttpServletResponse response)
            throws IOException {
        Words words = dictionary.in(locale);
        excel(response, words.say("intake.template." + template));
        try (OutputStream out = response.getOutputStream()) {
            TemplateFile.write(template, dictionary.in(Language.ZH), words, out);
        }
    }

    private static void excel(HttpServletResponse response, String name) {
        response.setContentType(EXCEL);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name + ".xlsx", StandardCharsets.UTF_8)
                                .replace("+", "%20"));
    }

    /** The office's desks that import, and a department's that has something to deliver. */
    private static boolean mayImport(Desk desk) {
        return desk.role() == Role.TOWNSHIP
                || desk.role() == Role.COUNTY_CLERK
                || !Deliverer.sources(desk).isEmpty();
    }

    private Intake get(UUID id) {
        return board.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
