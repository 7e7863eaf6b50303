package org.sangyu.access.web;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.sangyu.access.internal.SessionDesk;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Choosing at which of one's own desks to work; the choice lasts as long as the session. */
@Controller
class DeskPages {

    @GetMapping("/desks")
    String desks() {
        return "access/web/desks";
    }

    @PostMapping("/desks")
    String choose(@RequestParam("desk") UUID desk, @ModelAttribute("page") Page page, HttpSession session) {
        boolean own =
                page.frame().desks().stream().anyMatch(choice -> choice.id().equals(desk.toString()));
        if (!own) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        SessionDesk.choose(session, desk);
        return "redirect:/";
    }
}
