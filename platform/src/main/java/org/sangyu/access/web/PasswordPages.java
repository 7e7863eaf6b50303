package org.sangyu.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.sangyu.access.internal.AccountKeeping;
import org.sangyu.access.internal.AccountRefusal;
import org.sangyu.access.internal.SecondStep;
import org.sangyu.access.internal.SessionDesk;
import org.sangyu.access.internal.SignInRules;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.sangyu.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own password; the first page of whoever signs in with a one-time one. */
@Controller
class PasswordPages {

    private static final int LONGEST = 128;

    private final AccountKeeping keeping;
    private final SignInRules rules;
    private final SecondStep step;

    PasswordPages(AccountKeeping keeping, SignInRules rules, SecondStep step) {
        this.keeping = keeping;
        this.step = step;
        this.rules = rules;
    }

    @GetMapping("/password")
    ModelAndView form(HttpSession session) {
        return form(FormErrors.NONE, session);
    }

    @PostMapping("/password")
    ModelAndView change(
            @RequestParam Map<String, String> sent,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpSession session,
            RedirectAttributes next) {
        FormErrors errors = errors(sent, page.words());
        if (!errors.isEmpty()) {
            return form(errors, session);
        }
        String account = CurrentDesk.get().account();
        String present = sent.getOrDefault("present", "");
        String wanted = sent.getOrDefault("wanted", "");
        SecondStep.Answer answer = step.prove(
                request,
                account,
                "PASSWORD",
                () -> keeping.changeOwn(account, present, wanted).refusal() == null);
        if (answer == SecondStep.Answer.LOCKED) {
            return new ModelAndView("redirect:/sign-in?locked");
        }
        if (answer == SecondStep.Answer.WRONG) {
            return form(FormErrors.of("present", page.say("access.refusal." + AccountRefusal.WRONG_PASSWORD)), session);
        }
        SessionDesk.changed(session);
        next.addFlashAttribute("notice", Notice.done(page.say("access.password.changed")));
        return new ModelAndView("redirect:/");
    }

    private FormErrors errors(Map<String, String> sent, Words words) {
        String wanted = sent.getOrDefault("wanted", "");
        FormErrors errors = FormErrors.NONE;
        if (wanted.length() < rules.passwordShortest() || wanted.length() > LONGEST) {
            errors = errors.and("wanted", words.say("access.password.length", rules.passwordShortest(), LONGEST));
        } else if (wanted.equals(sent.get("present"))) {
            errors = errors.and("wanted", words.say("access.password.same"));
        } else if (kinds(wanted) < rules.passwordKinds()) {
            errors = errors.and("wanted", words.say("access.password.kinds", rules.passwordKinds()));
        } else if (wanted.contains(CurrentDesk.get().account())) {
            errors = errors.and("wanted", words.say("access.password.account"));
        }
        return wanted.equals(sent.get("again"))
                ? errors
                : errors.and("again", words.say("access.password.again.wrong"));
    }

    /** How many of small letters, capitals, digits and everything else a text mixes. */
    static long kinds(String text) {
        return text.codePoints()
                .map(letter -> Character.isLowerCase(letter)
                        ? 0
                        : Character.isUpperCase(letter) ? 1 : Character.isDigit(letter) ? 2 : 3)
                .distinct()
                .count();
    }

    private ModelAndView form(FormErrors errors, HttpSession session) {
        return new ModelAndView(
                "access/web/password",
                Map.of(
                        "errors",
                        errors,
                        "first",
                        SessionDesk.mustChange(session),
                        "shortest",
                        rules.passwordShortest()),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
