package org.sangyu.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.internal.SessionDesk;
import org.sangyu.access.internal.Viewings;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The system administrator looks at somebody's pages with the code that the person told. */
@Controller
class ViewAsPages {

    private static final int MOST = 200;

    private final Viewings viewings;

    ViewAsPages(Viewings viewings) {
        this.viewings = viewings;
    }

    /** Whom to look at, as typed; the code is never shown again. */
    public record Form(String account, String reason) {

        static final Form EMPTY = new Form("", "");
    }

    @GetMapping("/view-as")
    ModelAndView show(@RequestParam(required = false) @Nullable String ended) {
        return shown(Form.EMPTY, FormErrors.NONE, ended != null);
    }

    @PostMapping("/view-as")
    ModelAndView begin(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("page") Page page,
            HttpSession session) {
        Form form = new Form(account.strip().toLowerCase(Locale.ROOT), reason.strip());
        Map<String, String> missing = new LinkedHashMap<>();
        if (form.account().isEmpty()) {
            missing.put("account", page.say("access.view-as.account.missing"));
        }
        if (code.isBlank()) {
            missing.put("code", page.say("access.view-as.code.missing"));
        }
        if (form.reason().isEmpty() || form.reason().length() > MOST) {
            missing.put("reason", page.say("access.view-as.reason.missing", MOST));
        }
        if (!missing.isEmpty()) {
            return shown(form, new FormErrors(missing), false);
        }
        return switch (viewings.begin(form.account(), code.replaceAll("\\s", ""), form.reason())) {
            case Viewings.Begun.Running(UUID id) -> {
                SessionDesk.view(session, id);
                yield new ModelAndView("redirect:/");
            }
            case Viewings.Begun.NoSuchOffer() ->
                shown(form, FormErrors.of("code", page.say("access.view-as.no-offer")), false);
        };
    }

    @PostMapping("/view-as/end")
    String end(@ModelAttribute("page") Page page, HttpServletRequest request, RedirectAttributes next) {
        SessionDesk.viewing(request.getSession()).ifPresent(viewings::end);
        SessionDesk.stopViewing(request.getSession());
        next.addFlashAttribute("notice", Notice.done(page.say("access.view-as.stopped")));
        return "redirect:/view-as";
    }

    private ModelAndView shown(Form form, FormErrors errors, boolean ended) {
        return new ModelAndView(
                "access/web/view-as",
                Map.of("form", form, "errors", errors, "ended", ended, "minutes", viewings.minutes()),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
