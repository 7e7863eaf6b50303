package org.sangyu.benefits.web.cycle;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.Cycle;
import org.sangyu.benefits.internal.cycle.CycleDesk;
import org.sangyu.benefits.internal.cycle.CycleDesk.On;
import org.sangyu.benefits.internal.cycle.CycleReader;
import org.sangyu.benefits.internal.cycle.PayFormats;
import org.sangyu.benefits.internal.cycle.Refusal;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Followable;
import org.sangyu.shared.Followed;
import org.sangyu.ui.Follow;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One cycle and every step that a desk can take with it. */
@Controller
class CyclePages {

    private static final int LONGEST_NOTE = 200;

    private final CycleReader reader;
    private final CycleDesk desk;
    private final CycleViews views;
    private final FileViews files;
    private final PayFormats formats;
    private final ObjectProvider<Followed> followed;

    CyclePages(
            CycleReader reader,
            CycleDesk desk,
            CycleViews views,
            FileViews files,
            PayFormats formats,
            ObjectProvider<Followed> followed) {
        this.followed = followed;
        this.reader = reader;
        this.desk = desk;
        this.views = views;
        this.files = files;
        this.formats = formats;
    }

    @GetMapping("/cycles/{id:[0-9a-f-]{36}}")
    String show(@PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
        return show(find(id), page, "", FormErrors.NONE, model);
    }

    /** A deed of a person; the form carries the row version it was shown with. */
    private interface Deed {
        Optional<Refusal> with(On on, String note);
    }

    @PostMapping(
            "/cycles/{id:[0-9a-f-]{36}}/{verb:compute|freeze|review|approve|return|authorise|release|retry|reconcile|close}")
    String act(
            @PathVariable UUID id,
            @PathVariable String verb,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String format,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Map<String, Deed> deeds = Map.of(
                "compute", (on, text) -> desk.compute(on),
                "freeze", (on, text) -> desk.freeze(on),
                "review", desk::review,
                "approve", desk::approve,
                "return", desk::returnBack,
                "authorise", (on, text) -> desk.authorise(on),
                "release", (on, text) -> desk.release(on, format),
                "retry", (on, text) -> desk.retry(on),
                "reconcile", (on, text) -> desk.reconcile(on),
                "close", (on, text) -> desk.close(on));
        find(id);
        Optional<Refusal> refusal = note.length() > LONGEST_NOTE
                ? Refusal.of("cycles.cycle.refused.long", LONGEST_NOTE)
                : java.util.Objects.requireNonNull(deeds.get(verb)).with(new On(id, version), note);
        Cycle after = find(id);
        if (refusal.isPresent()) {
            return refused(new Refused(verb, version, note, refusal.get()), after, page, response, model);
        }
        return done(page, verb, after, redirect);
    }

    /** A deed that was not done, with what was typed. */
    private record Refused(String verb, int version, String note, Refusal why) {
        boolean isStale() {
            return why.wordKey().equals("cycles.cycle.refused.stale");
        }

        boolean isAboutTheNote() {
            return why.wordKey().equals("cycles.cycle.refused.why")
                    || why.wordKey().equals("cycles.cycle.refused.long");
        }
    }

    private String refused(Refused refused, Cycle after, Page page, HttpServletResponse response, Model model) {
        response.setStatus(refused.isStale() ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
        String sentence = sentence(page, refused.why);
        FormErrors errors = refused.isAboutTheNote() ? FormErrors.of(refused.verb, sentence) : FormErrors.NONE;
        String view = show(after, page, refused.note, errors, model);
        model.addAttribute("refused", refused.isAboutTheNote() ? "" : sentence);
        model.addAttribute("stale", refused.isStale() ? views.stale(after, refused.version, page) : List.of());
        return view;
    }

    private static String done(Page page, String verb, Cycle after, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", Notice.done(page.say("cycles.cycle.done." + verb, after.months())));
        boolean background = List.of("compute", "freeze", "release", "retry").contains(verb);
        return "redirect:" + (background && after.job() != null ? "/jobs/" + after.job() : "/cycles/" + after.id());
    }

    static String sentence(Page page, Refusal refusal) {
        return page.say(refusal.wordKey(), refusal.arguments().toArray());
    }

    private String show(Cycle cycle, Page page, String typed, FormErrors errors, Model model) {
        model.addAttribute("cycle", views.of(cycle, page));
        model.addAttribute("follow", follow(cycle));
        model.addAttribute("files", files.of(cycle, page));
        model.addAttribute("formats", options(cycle.format(), page));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("refused", "");
        model.addAttribute("stale", List.of());
        return "benefits/web/cycle/cycle";
    }

    private Follow follow(Cycle cycle) {
        Followable.Kind kind = Followable.Kind.CYCLE;
        return new Follow(
                kind.name(),
                cycle.id().toString(),
                followed.stream().anyMatch(kept -> kept.isFollowed(kind, cycle.id())));
    }

    private List<Option> options(@Nullable String chosen, Page page) {
        boolean chinese = page.words().language() == org.sangyu.ui.Language.ZH;
        return formats.all().stream()
                .map(format -> new Option(
                        format.id(),
                        chinese ? format.nameZh() : format.nameEn(),
                        format.id().equals(chosen)))
                .toList();
    }

    private Cycle find(UUID id) {
        return reader.find(id, CurrentDesk.get().scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
