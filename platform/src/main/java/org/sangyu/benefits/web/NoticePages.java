package org.sangyu.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.sangyu.benefits.internal.enrolment.Notices;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Public notices (公示): who waits for one, which hang, and the list to print. */
@Controller
class NoticePages {

    private static final int NEWEST = 100;
    private static final int MOST_DAYS = 90;

    private final Notices notices;
    private final Shown shown;

    NoticePages(Notices notices, Shown shown) {
        this.notices = notices;
        this.shown = shown;
    }

    @GetMapping("/enrolments/notices")
    String list(@ModelAttribute("page") Page page, Model model) {
        model.addAttribute("view", view(page, FormErrors.NONE, ""));
        return "benefits/web/notices";
    }

    @PostMapping("/enrolments/notices")
    String make(
            @RequestParam(defaultValue = "") String benefit,
            @RequestParam(defaultValue = "") String days,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!Notices.mayMake(CurrentDesk.get().role())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        int number = number(days);
        int least = Math.max(1, notices.least(benefit));
        if (number < least || number > MOST_DAYS) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String sentence = page.say("benefits.notice.error.days", least, MOST_DAYS);
            model.addAttribute("view", view(page, FormErrors.of("days-" + benefit, sentence), days));
            return "benefits/web/notices";
        }
        UUID made = notices.make(benefit, number).orElse(null);
        flash.addFlashAttribute(
                "notice",
                made == null
                        ? Notice.warning(page.say("benefits.notice.nobody"))
                        : Notice.done(page.say("benefits.notice.done")));
        return "redirect:/enrolments/notices";
    }

    private ListViews.Notices view(Page page, FormErrors errors, String days) {
        Desk desk = CurrentDesk.get();
        LocalDate today = shown.today();
        return new ListViews.Notices(
                notices.waiting(desk.scope()).entrySet().stream()
                        .map(waiting -> waiting(waiting.getKey(), waiting.getValue(), days, page))
                        .toList(),
                notices.list(desk.scope(), NEWEST).stream()
                        .map(notice -> new ListViews.NoticeRow(
                                shown.benefit(notice.benefit(), page.words()),
                                shown.placeName(notice.place(), page.words().language()),
                                Formats.date(notice.from()),
                                Formats.lastDay(notice.to()),
                                Formats.count(notice.people()),
                                notice.madeBy(),
                                today.isBefore(notice.to()) ? "wait" : "ok",
                                page.say(
                                        today.isBefore(notice.to()) ? "benefits.notice.hangs" : "benefits.notice.over"),
                                "/enrolments/notices/" + notice.id() + ".pdf",
                                PaperPages.parts(notice.people())))
                        .toList(),
                Notices.mayMake(desk.role()),
                errors);
    }

    /** The days that the county asks for stand in the field; where it asks for none, the desk says how many. */
    private ListViews.Waiting waiting(String benefit, long people, String typed, Page page) {
        Desk desk = CurrentDesk.get();
        int least = desk.place().level().compareTo(PlaceLevel.COUNTY) < 0 ? 0 : notices.least(benefit);
        String days = typed.isEmpty() && least > 0 ? String.valueOf(least) : typed;
        return new ListViews.Waiting(
                benefit, shown.benefit(benefit, page.words()), Formats.count(people), days, Math.max(1, least));
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
