package org.sangyu.privacy.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sangyu.privacy.internal.Purposes;
import org.sangyu.privacy.internal.Purposes.Purpose;
import org.sangyu.privacy.internal.RetentionPlan;
import org.sangyu.shared.Readers;
import org.sangyu.shared.Role;
import org.sangyu.ui.Page;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The register of processing purposes: for the office in full, for elders in plain words and large type. */
@Controller
class PurposePages {

    private static final String USUAL_SIZE = "2";

    private final Purposes purposes;
    private final RetentionPlan plan;
    private final Readers readers;

    PurposePages(Purposes purposes, RetentionPlan plan, Readers readers) {
        this.purposes = purposes;
        this.plan = plan;
        this.readers = readers;
    }

    @GetMapping("/purposes")
    ModelAndView register(@ModelAttribute("page") Page page) {
        return new ModelAndView("privacy/web/purposes", Map.of("rows", rows(page.words())));
    }

    @GetMapping("/me/purposes")
    ModelAndView plain(
            @CookieValue(name = "size", defaultValue = USUAL_SIZE) String size, @ModelAttribute("page") Page page) {
        return new ModelAndView(
                "privacy/web/plain-purposes",
                Map.of("rows", rows(page.words()), "size", size.matches("[1-4]") ? size : USUAL_SIZE));
    }

    private List<PurposeView> rows(Words words) {
        return purposes.all().stream().map(one -> view(one, words)).toList();
    }

    private PurposeView view(Purpose one, Words words) {
        return new PurposeView(
                words.say("privacy.data." + one.id()),
                one.sensitive(),
                words.say("privacy.purpose." + one.id()),
                said(one.grounds(), "privacy.ground.", words),
                String.join(separator(words), said(one.from(), "privacy.from.", words)),
                who(one, words),
                kept(one, words),
                String.join(separator(words), said(one.protection(), "privacy.protection.", words)));
    }

    /** Every role that may open one of its pages. */
    private String who(Purpose one, Words words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        one.pages().forEach(page -> roles.addAll(readers.of(page)));
        return Arrays.stream(Role.values())
                .filter(roles::contains)
                .map(role -> words.say("access.role." + role))
                .collect(Collectors.joining(separator(words)));
    }

    private List<String> kept(Purpose one, Words words) {
        if (one.kept().isEmpty()) {
            return List.of(words.say("privacy.purposes.kept.none"));
        }
        return plan.kinds().stream()
                .filter(kind -> one.kept().contains(kind.id()))
                .map(kind -> words.say(
                        "privacy.purposes.kept.one",
                        words.say("privacy.event." + kind.id()),
                        Periods.said(kind, words)))
                .toList();
    }

    private static List<String> said(List<String> codes, String prefix, Words words) {
        return codes.stream().map(code -> words.say(prefix + code)).toList();
    }

    private static String separator(Words words) {
        return words.say("privacy.separator");
    }
}
