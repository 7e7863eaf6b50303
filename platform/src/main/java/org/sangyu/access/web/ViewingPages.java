package org.sangyu.access.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.access.internal.SessionDesk;
import org.sangyu.access.internal.Viewings;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letting an administrator look at one's own pages, and ending that. */
@Controller
class ViewingPages {

    private final Viewings viewings;

    ViewingPages(Viewings viewings) {
        this.viewings = viewings;
    }

    /** One offer, in words. */
    public record Row(String offered, String viewer, String reason, String until) {}

    @GetMapping("/desks/viewing")
    ModelAndView show(@ModelAttribute("page") Page page) {
        return shown(page, "", "");
    }

    /** The code stands on this answer only: opened again, the page does not have it. */
    @PostMapping("/desks/viewing")
    ModelAndView offer(@ModelAttribute("page") Page page, HttpSession session) {
        if (!Viewings.mayOffer(CurrentDesk.get().role())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Viewings.Drawn drawn =
                viewings.offer(UUID.fromString(page.frame().desks().getFirst().id()));
        SessionDesk.offered(session, drawn.id());
        return shown(page, drawn.code(), Formats.instant(drawn.until()));
    }

    @PostMapping("/desks/viewing/end")
    String end(@ModelAttribute("page") Page page, HttpSession session, RedirectAttributes next) {
        boolean ended = viewings.endMine();
        SessionDesk.notOffered(session);
        next.addFlashAttribute("notice", Notice.done(page.say(ended ? "access.view-as.ended" : "access.view-as.over")));
        return "redirect:/desks/viewing";
    }

    private ModelAndView shown(Page page, String code, String until) {
        List<Viewings.Offer> offers = viewings.list();
        return new ModelAndView(
                "access/web/viewing",
                Map.of(
                        "code",
                        code,
                        "until",
                        until,
                        "open",
                        offers.stream().anyMatch(Viewings.Offer::open),
                        "may",
                        Viewings.mayOffer(CurrentDesk.get().role()),
                        "minutes",
                        viewings.minutes(),
                        "rows",
                        offers.stream().map(offer -> row(offer, page)).toList()));
    }

    private static Row row(Viewings.Offer offer, Page page) {
        return new Row(
                Formats.instant(offer.offered()),
                offer.viewer() == null ? page.say("access.view-as.nobody") : offer.viewer(),
                offer.reason(),
                Formats.instant(offer.ended() == null ? offer.until() : offer.ended()));
    }
}
