package org.sangyu.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.DemoAccounts;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Role;
import org.sangyu.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in. */
@Controller
class SignInPages {

    private static final int LONGEST_ACCOUNT = 40;

    private final DemoAccounts demonstration;

    SignInPages(DemoAccounts demonstration) {
        this.demonstration = demonstration;
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam Map<String, String> query, @ModelAttribute("page") Page page, Model model) {
        if (CurrentDesk.find().isPresent()) {
            return "redirect:/";
        }
        String said = query.containsKey("signed-out")
                ? page.say("access.signed.out")
                : query.containsKey("no-desk") ? page.say("access.no.desk") : "";
        return form(new SignInView(cut(query.getOrDefault("account", "")), said, "", desks(page)), model);
    }

    /** A refused attempt is forwarded here; what was typed stays, but for the password. */
    @PostMapping("/sign-in/refused")
    String refused(
            @RequestParam(defaultValue = "") String account,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return form(new SignInView(cut(account), "", page.say("access.refused"), desks(page)), model);
    }

    private static String form(SignInView view, Model model) {
        model.addAttribute("view", view);
        return "access/web/sign-in";
    }

    private List<SignInView.DemoGroup> desks(Page page) {
        List<SignInView.DemoGroup> groups = new ArrayList<>();
        for (List<DemoAccount> desks : byAccount()) {
            DemoAccount one = desks.getFirst();
            if (one.role() == Role.COUNTY_CLERK) {
                groups.add(new SignInView.DemoGroup(one.place(), groups.isEmpty(), new ArrayList<>()));
            } else if (one.role() == Role.ADMINISTRATOR) {
                groups.add(new SignInView.DemoGroup(page.say("access.demo.others"), true, new ArrayList<>()));
            }
            String roles = desks.stream()
                    .map(desk -> page.say("access.role." + desk.role().name()))
                    .collect(Collectors.joining(page.say("access.and")));
            groups.getLast().desks().add(new SignInView.DemoDesk(one.account(), roles, one.place(), one.person()));
        }
        return groups;
    }

    private Collection<List<DemoAccount>> byAccount() {
        return demonstration.listAll().stream()
                .collect(Collectors.groupingBy(DemoAccount::account, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static String cut(String account) {
        return account.substring(0, Math.min(account.length(), LONGEST_ACCOUNT));
    }
}
