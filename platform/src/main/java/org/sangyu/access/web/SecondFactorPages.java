package org.sangyu.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sangyu.access.internal.AuthenticatorSecret;
import org.sangyu.access.internal.SecondFactors;
import org.sangyu.access.internal.SecondStep;
import org.sangyu.shared.CurrentDesk;
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

/** One's own second factor: on with an authenticator and recovery codes, off with a code. */
@Controller
class SecondFactorPages {

    /** Session attribute: the secret offered, until its first code was typed. */
    private static final String OFFERED = "org.sangyu.access.offered-secret";

    private final SecondFactors factors;
    private final SecondStep step;

    SecondFactorPages(SecondFactors factors, SecondStep step) {
        this.factors = factors;
        this.step = step;
    }

    @GetMapping("/second-factor")
    ModelAndView show(HttpSession session) {
        return form(FormErrors.NONE, session);
    }

    @PostMapping("/second-factor")
    ModelAndView begin(
            @RequestParam(defaultValue = "") String code,
            @ModelAttribute("page") Page page,
            HttpSession session,
            RedirectAttributes next) {
        String account = CurrentDesk.get().account();
        if (factors.isOn(account)) {
            return new ModelAndView("redirect:/second-factor");
        }
        List<String> recovery = factors.begin(account, offered(session).bytes(), code);
        if (recovery.isEmpty()) {
            return form(FormErrors.of("code", page.say("access.second.code.wrong")), session);
        }
        session.removeAttribute(OFFERED);
        next.addFlashAttribute("recovery", List.copyOf(recovery));
        next.addFlashAttribute("notice", Notice.done(page.say("access.second.on")));
        return new ModelAndView("redirect:/second-factor");
    }

    @PostMapping("/second-factor/end")
    ModelAndView end(
            @RequestParam(defaultValue = "") String code,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpSession session,
            RedirectAttributes next) {
        String account = CurrentDesk.get().account();
        SecondStep.Answer answer = step.prove(request, account, "CODE", () -> factors.accepts(account, code));
        if (answer == SecondStep.Answer.LOCKED) {
            return new ModelAndView("redirect:/sign-in?locked");
        }
        if (answer == SecondStep.Answer.WRONG) {
            return form(FormErrors.of("code", page.say("access.code.wrong")), session);
        }
        factors.end(account);
        next.addFlashAttribute("notice", Notice.done(page.say("access.second.off")));
        return new ModelAndView("redirect:/second-factor");
    }

    private ModelAndView form(FormErrors errors, HttpSession session) {
        String account = CurrentDesk.get().account();
        boolean on = factors.isOn(account);
        Map<String, Object> model = new HashMap<>();
        model.put("errors", errors);
        model.put("on", on);
        model.put("left", on ? factors.recoveryCodesLeft(account) : 0);
        AuthenticatorSecret secret = on ? null : offered(session);
        model.put("secret", secret == null ? "" : secret.spelled());
        model.put("picture", secret == null ? "" : secret.picture(account));
        return new ModelAndView(
                "access/web/second-factor", model, errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The same secret until it is used: a page opened twice, or a code mistyped, changes nothing. */
    private static AuthenticatorSecret offered(HttpSession session) {
        Object kept = session.getAttribute(OFFERED);
        AuthenticatorSecret secret = kept instanceof byte[] bytes ? new AuthenticatorSecret(bytes) : null;
        return secret == null ? offer(session) : secret;
    }

    private static AuthenticatorSecret offer(HttpSession session) {
        AuthenticatorSecret secret = AuthenticatorSecret.draw();
        session.setAttribute(OFFERED, secret.bytes());
        return secret;
    }
}
