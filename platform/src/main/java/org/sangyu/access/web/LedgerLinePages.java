package org.sangyu.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.sangyu.access.internal.GuardedLines;
import org.sangyu.access.internal.LedgerReading;
import org.sangyu.access.internal.LedgerReading.Line;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One line of the ledger, and its protected values for an auditor who says what for. */
@Controller
class LedgerLinePages {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    private final LedgerReading ledger;
    private final GuardedLines guarded;
    private final LedgerViews views;

    LedgerLinePages(LedgerReading ledger, GuardedLines guarded, LedgerViews views) {
        this.ledger = ledger;
        this.guarded = guarded;
        this.views = views;
    }

    @GetMapping("/ledger/lines/{id}")
    ModelAndView line(@PathVariable long id, @ModelAttribute("page") Page page) {
        return shown(find(id), Map.of(), new Typed("", ""), page);
    }

    @PostMapping("/ledger/lines/{id}/reveal")
    ModelAndView reveal(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("page") Page page,
            HttpServletResponse response) {
        Line line = find(id);
        response.setHeader("Cache-Control", "no-store");
        String why = reason.strip();
        if (why.length() < SHORTEST || why.length() > LONGEST || why.chars().anyMatch(Character::isISOControl)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(line, Map.of(), new Typed(page.say("access.ledger.reason.wrong"), why), page);
        }
        return shown(line, guarded.reveal(id, why), new Typed("", ""), page);
    }

    private record Typed(String error, String reason) {}

    private ModelAndView shown(Line line, Map<String, String> clear, Typed typed, Page page) {
        LedgerLineView view = views.one(line, clear, page.words());
        return new ModelAndView(
                "access/web/ledger-line",
                Map.of(
                        "view",
                        new LedgerLineView(
                                view.line(),
                                view.base(),
                                view.details(),
                                view.reveals(),
                                typed.error(),
                                typed.reason())));
    }

    private Line find(long id) {
        return ledger.find(id, CurrentDesk.get().scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
