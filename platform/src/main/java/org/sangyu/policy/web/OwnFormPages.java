package org.sangyu.policy.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.policy.internal.RegionCodes;
import org.sangyu.policy.internal.own.OwnContent;
import org.sangyu.policy.internal.own.OwnKind;
import org.sangyu.policy.internal.own.OwnValues;
import org.sangyu.policy.internal.own.OwnValues.Outcome;
import org.sangyu.regions.Regions;
import org.sangyu.rules.packs.Text;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form with which one person proposes a value of this installation. */
@Controller
class OwnFormPages {

    /** Settings have no first day. */
    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    private final OwnValues values;
    private final PackShelf shelf;
    private final RegionCodes codes;
    private final Regions regions;
    private final Files files;

    OwnFormPages(OwnValues values, PackShelf shelf, RegionCodes codes, Regions regions, Files files) {
        this.values = values;
        this.shelf = shelf;
        this.codes = codes;
        this.regions = regions;
        this.files = files;
    }

    /**
     * What is to be entered, and where.
     *
     * @param region id of the place; null for the desk's own county
     */
    record Query(
            @Nullable String kind,
            @Nullable String subject,
            @Nullable Long region,
            @Nullable String shape) {}

    private record Asked(Place place, OwnForms forms, OwnForms.Subject subject) {}

    @GetMapping("/policies/own/new")
    String form(Query query, @ModelAttribute("page") Page page, Model model) {
        Asked asked = asked(query, page);
        model.addAttribute("form", asked.forms().blank(regions.fullName(asked.place()), query.shape()));
        model.addAttribute("region", query.region() == null ? "" : String.valueOf(query.region()));
        return "policy/web/own-new";
    }

    @PostMapping("/policies/own")
    ModelAndView propose(
            Query query,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            @ModelAttribute("page") Page page,
            RedirectAttributes flash)
            throws IOException {
        Asked asked = asked(query, page);
        OwnTyped typed = new OwnTyped(fields, page);
        Filled filled = filled(asked, typed, scan);
        if (filled == null) {
            return refused(asked, query, typed, typed.errors());
        }
        List<Text> problems = values.check(filled.proposal());
        if (!problems.isEmpty()) {
            return refused(asked, query, typed, FormErrors.of("from", said(problems, page)));
        }
        Files.Stored stored = filled.paper().store(files);
        return switch (values.propose(filled.proposal().with(stored))) {
            case Outcome.Done done -> {
                flash.addFlashAttribute("notice", Notice.done(page.say("policy.own.done.proposed")));
                yield new ModelAndView("redirect:/policies/own/" + done.id());
            }
            case Outcome.Barred barred ->
                refused(asked, query, typed, FormErrors.of("from", page.say(barred.wordKey())));
            case Outcome.Refused refused ->
                refused(asked, query, typed, FormErrors.of("from", said(refused.why(), page)));
        };
    }

    private static String said(List<Text> problems, Page page) {
        return String.join(
                " ", problems.stream().map(one -> OwnPages.said(one, page)).toList());
    }

    /** A form without a fault. */
    private record Filled(OwnValues.Proposal proposal, OwnPaper paper) {}

    /** What was typed; null when something is wrong, which then stands among the errors. */
    private static @Nullable Filled filled(Asked asked, OwnTyped typed, @Nullable MultipartFile scan)
            throws IOException {
        OwnContent content = asked.forms().read(typed);
        boolean setting = asked.subject().kind() == OwnKind.SETTING;
        LocalDate from = setting ? EVER : typed.day("from");
        if (from == null) {
            typed.wrong("from", "policy.own.error.from");
        }
        LocalDate to = setting ? null : Formats.firstDayAfter(typed.day("last"));
        if (from != null && to != null && !to.isAfter(from)) {
            typed.wrong("last", "policy.own.error.last");
        }
        OwnPaper paper = OwnPaper.read(typed, scan);
        if (content == null || from == null || paper == null || !typed.errors().isEmpty()) {
            return null;
        }
        OwnForms.Subject subject = asked.subject();
        return new Filled(
                new OwnValues.Proposal(
                        asked.place(), subject.kind(), subject.id(), content, from, to, paper.unstored()),
                paper);
    }

    private ModelAndView refused(Asked asked, Query query, OwnTyped typed, FormErrors errors) {
        ExtendedModelMap model = new ExtendedModelMap();
        model.addAttribute("form", asked.forms().again(regions.fullName(asked.place()), typed, errors));
        model.addAttribute("region", query.region() == null ? "" : String.valueOf(query.region()));
        return new ModelAndView("policy/web/own-new", model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Asked asked(Query query, Page page) {
        Desk desk = CurrentDesk.get();
        Place place = query.region() == null
                ? desk.place()
                : regions.find(query.region())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .place();
        if (place.level() == PlaceLevel.NATION
                || place.level().compareTo(PlaceLevel.COUNTY) > 0
                || !desk.scope().contains(place)
                || !OwnValues.mayPropose(desk, place)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        OwnKind kind = java.util.Arrays.stream(OwnKind.values())
                .filter(one -> one.name().equals(query.kind()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        OwnForms.Subject subject = new OwnForms.Subject(kind, query.subject() == null ? "" : query.subject());
        OwnForms forms = new OwnForms(shelf.packs(), codes.of(place), page, subject);
        if (!forms.exists()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new Asked(place, forms, subject);
    }
}
