package org.sangyu.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.sangyu.access.internal.SecondStep;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks for the code of the second factor, after the password. */
@Controller
class SecondStepPages {

    private final SecondStep step;

    SecondStepPages(SecondStep step) {
        this.step = step;
    }

    @GetMapping("/sign-in/code")
    ModelAndView form(HttpServletRequest request) {
        return step.isDue(request) ? form(FormErrors.NONE) : new ModelAndView("redirect:/");
    }

    @PostMapping("/sign-in/code")
    ModelAndView answer(
            @RequestParam(defaultValue = "") String code,
            @ModelAttribute("page") Page page,
            HttpServletRequest request) {
        return switch (step.answer(request, code)) {
            case DONE, NOT_DUE -> new ModelAndView("redirect:/");
            case LOCKED -> new ModelAndView("redirect:/sign-in?locked");
            case WRONG -> form(FormErrors.of("code", page.say("access.code.wrong")));
        };
    }

    private static ModelAndView form(FormErrors errors) {
        return new ModelAndView(
                "access/web/code",
                Map.of("errors", errors),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
