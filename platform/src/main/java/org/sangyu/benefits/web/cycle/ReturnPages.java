package org.sangyu.benefits.web.cycle;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.benefits.internal.cycle.Cycle;
import org.sangyu.benefits.internal.cycle.CycleFiles;
import org.sangyu.benefits.internal.cycle.CycleReader;
import org.sangyu.benefits.internal.cycle.Refusal;
import org.sangyu.benefits.internal.cycle.ReturnDesk;
import org.sangyu.benefits.internal.cycle.ReturnLayouts;
import org.sangyu.benefits.internal.cycle.ReturnPreview;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.Formats;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.sangyu.ui.UploadName;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking in the bank's answer (回盘), and what became of each of its rows. */
@Controller
class ReturnPages {

    private static final int PAGE = 100;
    private final CycleReader reader;
    private final CycleFiles files;
    private final ReturnDesk desk;
    private final ReturnLayouts layouts;
    private final ReturnPreview preview;

    ReturnPages(CycleReader reader, CycleFiles files, ReturnDesk desk, ReturnLayouts layouts, ReturnPreview preview) {
        this.reader = reader;
        this.files = files;
        this.desk = desk;
        this.layouts = layouts;
        this.preview = preview;
    }

    /** One row of an answer. */
    public record Row(
            String number,
            String reference,
            String yuan,
            String result,
            String reason,
            String day,
            String tone,
            String verdict) {}

    @PostMapping("/cycles/{id:[0-9a-f-]{36}}/files/{file:[0-9a-f-]{36}}/returns")
    String read(
            @PathVariable UUID id,
            @PathVariable UUID file,
            @RequestParam MultipartFile answer,
            @ModelAttribute("page") Page page,
            RedirectAttributes redirect)
            throws IOException {
        find(id);
        Optional<Refusal> refusal = Refusal.of("cycles.return.refused.empty");
        if (!answer.isEmpty()) {
            try (InputStream bytes = answer.getInputStream()) {
                String type = answer.getContentType() == null ? "application/octet-stream" : answer.getContentType();
                ReturnDesk.Taken taken =
                        desk.take(id, file, new ReturnDesk.Upload(UploadName.of(answer, "return"), type, bytes));
                if (taken.id() != null) {
                    return readAtOnce(id, taken.id(), page, redirect)
                            .orElse("redirect:/cycles/" + id + "/returns/" + taken.id() + "/columns");
                }
                refusal = taken.refusal();
            }
        }
        refusal.ifPresent(why -> redirect.addFlashAttribute("notice", Notice.warning(CyclePages.sentence(page, why))));
        return "redirect:/cycles/" + id;
    }

    /** By the columns that the county said before, when every row reads by them; else somebody looks first. */
    private Optional<String> readAtOnce(UUID id, UUID answer, Page page, RedirectAttributes redirect) {
        Cycle cycle = find(id);
        ReturnPreview.Held held = desk.held(id, answer).orElseThrow();
        ReturnLayouts.Layout known = layouts.now(cycle.county(), held.format());
        if (known.id() == null
                || !preview.of(held.sha256(), known.back()).isWhole()
                || desk.read(id, answer, known.back()).isPresent()) {
            return Optional.empty();
        }
        redirect.addFlashAttribute("notice", Notice.done(page.say("cycles.cycle.done.read", held.name())));
        UUID job = find(id).job();
        return Optional.of(job == null ? "redirect:/cycles/" + id : "redirect:/jobs/" + job);
    }

    @GetMapping("/cycles/{id:[0-9a-f-]{36}}/returns/{answer:[0-9a-f-]{36}}")
    String show(
            @PathVariable UUID id,
            @PathVariable UUID answer,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page,
            Model model) {
        Cycle cycle = find(id);
        CycleFiles.ReturnFile found =
                files.findReturn(id, answer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ListPage<CycleFiles.ReturnLine> lines =
                ListPage.read(number, PAGE, (offset, limit) -> files.returnLines(answer, offset, limit));
        model.addAttribute("back", FileViews.back(found, "/cycles/" + id, page));
        model.addAttribute(
                "rows", lines.rows().stream().map(line -> row(line, page)).toList());
        model.addAttribute("pager", lines.pager(page, page.say("cycles.cycle.page", lines.number())));
        model.addAttribute(
                "nothing",
                found.rows() > 0
                        && lines.number() == 1
                        && found.listed() == found.rows()
                        && lines.rows().stream().allMatch(line -> line.verdict().equals("UNREADABLE")));
        model.addAttribute("title", page.say("cycles.cycle.title", String.valueOf(cycle.number()), cycle.months()));
        model.addAttribute("href", "/cycles/" + id);
        return "benefits/web/cycle/return";
    }

    private static Row row(CycleFiles.ReturnLine line, Page page) {
        String tone =
                switch (line.verdict()) {
                    case "APPLIED" -> "ok";
                    case "SAME" -> "off";
                    default -> "warn";
                };
        return new Row(
                String.valueOf(line.row()),
                line.reference(),
                line.fen() == null ? "" : CycleViews.yuan(line.fen()),
                line.result(),
                line.reason(),
                Formats.date(line.paidOn()),
                tone,
                page.say("cycles.verdict." + line.verdict()));
    }

    private Cycle find(UUID id) {
        return reader.find(id, CurrentDesk.get().scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
