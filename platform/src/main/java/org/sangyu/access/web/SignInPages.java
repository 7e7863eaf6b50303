package org.sangyu.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.DemoAccounts;
import org.sangyu.access.internal.IdentityRules;
import org.sangyu.access.internal.SignInRefused;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in. */
@Controller
class SignInPages {

    private static final int LONGEST_ACCOUNT = 40;

    /** Why somebody is here again, by the word in the address. */
    private static final Map<String, String> WHY = Map.of(
            "signed-out", "access.signed.out",
            "no-desk", "access.no.desk",
            "locked", "access.locked.code",
            "elsewhere", "access.elsewhere",
            "provider", "access.provider.refused",
            "unknown", "access.provider.unknown");

    private final DemoAccounts demonstration;
    private final IdentityRules provider;

    SignInPages(DemoAccounts demonstration, IdentityRules provider) {
        this.demonstration = demonstration;
        this.provider = provider;
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam Map<String, String> query, @ModelAttribute("page") Page page, Model model) {
        if (CurrentDesk.find().isPresent()) {
            return "redirect:/";
        }
        String said = WHY.entrySet().stream()
                .filter(why -> query.containsKey(why.getKey()))
                .map(why -> page.say(why.getValue()))
                .findFirst()
                .orElse("");
        return form(new SignInView(cut(query.getOrDefault("account", "")), said, "", desks(page)), model);
    }

    /** A refused attempt is forwarded here; what was typed stays, but for the password. */
    @PostMapping("/sign-in/refused")
    String refused(
            @RequestParam(defaultValue = "") String account,
            @RequestAttribute(name = SignInRefused.MINUTES, required = false) @Nullable Long minutes,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        String said = minutes == null ? page.say("access.refused") : page.say("access.locked", minutes);
        return form(new SignInView(cut(account), "", said, desks(page)), model);
    }

    private String form(SignInView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("provider", provider.isOn() ? provider.name() : "");
        return "access/web/sign-in";
    }

    private List<SignInView.DemoGroup> desks(Page page) {
        return DemoGroups.of(demonstration.listAll(), page.words());
    }

    private static String cut(String account) {
        return account.substring(0, Math.min(account.length(), LONGEST_ACCOUNT));
    }
}
