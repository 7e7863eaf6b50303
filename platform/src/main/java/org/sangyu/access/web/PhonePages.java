package org.sangyu.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.sangyu.access.internal.PhoneSignIn;
import org.sangyu.shared.PhoneNumbers;
import org.sangyu.shared.PhoneOwners.PhoneOwner;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sign-in by telephone for elders and those they trust: the number, the code, who one is. */
@Controller
class PhonePages {

    private final PhoneSignIn signIn;

    PhonePages(PhoneSignIn signIn) {
        this.signIn = signIn;
    }

    @GetMapping("/sign-in/phone")
    ModelAndView number() {
        return step(new PhoneView("number", "", List.of(), "", ""));
    }

    @PostMapping("/sign-in/phone")
    ModelAndView send(
            @RequestParam(defaultValue = "") String phone,
            @ModelAttribute("page") Page page,
            HttpServletRequest request) {
        String digits = PhoneNumbers.normalise(phone);
        if (!PhoneNumbers.isMobile(digits)) {
            return step(new PhoneView("number", "", List.of(), "", page.say("access.phone.wrong")));
        }
        return switch (signIn.ask(request, digits, page.say("access.phone.text"))) {
            case SENT -> new ModelAndView("redirect:/sign-in/phone/code");
            case ENOUGH ->
                signIn.phone(request).isPresent()
                        ? step(code(request, page.say("access.phone.enough.sent"), ""))
                        : step(new PhoneView("number", "", List.of(), "", page.say("access.phone.enough")));
        };
    }

    @GetMapping("/sign-in/phone/code")
    ModelAndView code(@ModelAttribute("page") Page page, HttpServletRequest request) {
        return signIn.phone(request).isEmpty()
                ? new ModelAndView("redirect:/sign-in/phone")
                : step(code(request, page.say("access.phone.sent"), ""));
    }

    @PostMapping("/sign-in/phone/code")
    ModelAndView type(
            @RequestParam(defaultValue = "") String code,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIn.type(request, code.strip())) {
            case RIGHT -> {
                List<PhoneOwner> choices = signIn.choices(request);
                yield choices.size() == 1 && signIn.enter(request, response, 0)
                        ? new ModelAndView("redirect:/")
                        : new ModelAndView("redirect:/sign-in/phone/who");
            }
            case WRONG -> step(code(request, "", page.say("access.phone.code.wrong")));
            case OVER -> step(new PhoneView("number", "", List.of(), "", page.say("access.phone.over")));
        };
    }

    @GetMapping("/sign-in/phone/who")
    ModelAndView who(@ModelAttribute("page") Page page, HttpServletRequest request) {
        List<PhoneOwner> choices = signIn.choices(request);
        return choices.isEmpty()
                ? new ModelAndView("redirect:/sign-in/phone")
                : step(new PhoneView(
                        "who",
                        "",
                        choices.stream().map(choice -> said(choice, page)).toList(),
                        "",
                        ""));
    }

    @PostMapping("/sign-in/phone/who")
    ModelAndView enter(
            @RequestParam(defaultValue = "") String choice, HttpServletRequest request, HttpServletResponse response) {
        boolean entered = choice.matches("[0-9]{1,2}") && signIn.enter(request, response, Integer.parseInt(choice));
        return new ModelAndView(entered ? "redirect:/" : "redirect:/sign-in/phone/who");
    }

    private PhoneView code(HttpServletRequest request, String said, String wrong) {
        return new PhoneView("code", Formats.maskedPhone(signIn.phone(request).orElse("")), List.of(), said, wrong);
    }

    private static String said(PhoneOwner choice, Page page) {
        return choice.consent() == null
                ? page.say("access.phone.self", choice.name())
                : page.say("access.phone.trusted", choice.trusted(), choice.name());
    }

    private static ModelAndView step(PhoneView view) {
        return new ModelAndView(
                "access/web/phone",
                Map.of("view", view),
                view.wrong().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
