package org.sangyu.policy.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sangyu.policy.Decisions;
import org.sangyu.policy.internal.Confirmations;
import org.sangyu.policy.internal.own.OwnValues;
import org.sangyu.rules.Wording;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.packs.Setting;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings that no document gives (本机设置，无文件依据); the county's chief stands behind them before money goes out. */
@Controller
class SettingPages {

    private static final String HERE = "/policies/settings";

    private final Confirmations confirmations;
    private final Decisions decisions;

    SettingPages(Confirmations confirmations, Decisions decisions) {
        this.confirmations = confirmations;
        this.decisions = decisions;
    }

    @GetMapping(HERE)
    String settings(@ModelAttribute("page") Page page, Model model) {
        Desk desk = CurrentDesk.get();
        Place place = desk.place().level().compareTo(PlaceLevel.COUNTY) > 0
                ? desk.place().at(PlaceLevel.COUNTY)
                : desk.place();
        List<Setting> settings = confirmations.settings(place);
        String now = Confirmations.fingerprint(settings);
        Optional<Confirmations.Confirmed> newest = confirmations.newest(place);
        boolean holds = newest.filter(found -> found.fingerprint().equals(now)).isPresent();
        model.addAttribute(
                "settings",
                settings.stream().map(setting -> view(setting, page)).toList());
        model.addAttribute("fingerprint", now);
        model.addAttribute("confirmed", holds);
        model.addAttribute("state", state(newest, holds, page));
        model.addAttribute("mayConfirm", mayConfirm(desk) && !holds);
        return "policy/web/settings";
    }

    @PostMapping(HERE)
    String confirm(
            @ModelAttribute("page") Page page,
            @RequestParam(defaultValue = "") String fingerprint,
            RedirectAttributes redirect) {
        if (!mayConfirm(CurrentDesk.get())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        boolean done = confirmations.confirm(fingerprint);
        redirect.addFlashAttribute(
                "notice",
                done
                        ? Notice.done(page.say("policy.settings.done"))
                        : Notice.warning(page.say("policy.settings.changed")));
        return "redirect:" + HERE;
    }

    private static boolean mayConfirm(Desk desk) {
        return desk.role() == Role.COUNTY_CHIEF && desk.place().level() == PlaceLevel.COUNTY;
    }

    private static String state(Optional<Confirmations.Confirmed> newest, boolean holds, Page page) {
        if (newest.isEmpty()) {
            return page.say("policy.settings.never");
        }
        String person = newest.get().person();
        String at = Formats.instant(newest.get().at());
        return page.say(holds ? "policy.settings.holds" : "policy.settings.outdated", person, at);
    }

    private SettingView view(Setting setting, Page page) {
        String language = page.words().language().code();
        String value = setting.values().isEmpty()
                ? page.say("policy.settings.unset")
                : setting.values().stream()
                        .map(one -> value(one, page))
                        .collect(Collectors.joining(page.say("policy.and")));
        return new SettingView(
                setting.name().in(language),
                value,
                setting.ground().in(language),
                setting.pack().name().in(language),
                mayChange(setting) ? "/policies/own/new?kind=SETTING&subject=" + setting.key() : "");
    }

    /** Those of enrolment have a page of their own; of a single choice there is no other. */
    private static boolean mayChange(Setting setting) {
        Desk desk = CurrentDesk.get();
        return desk.place().level() == PlaceLevel.COUNTY
                && OwnValues.mayPropose(desk, desk.place())
                && setting.choices().size() != 1
                && !setting.key().startsWith("enrolment_");
    }

    /** A choice or a benefit in words; numbers and what an operator added stand as they are. */
    private String value(String value, Page page) {
        String word = word(value, page);
        return word.equals(value)
                ? decisions
                        .name(value)
                        .map(benefit -> benefit.in(page.words().language()))
                        .orElse(value)
                : word;
    }

    /** A choice in words; what has none stands as it is. */
    static String word(String value, Page page) {
        for (Tag tag : Tag.values()) {
            if (tag.name().equals(value)) {
                return Wording.in(page.words().language().code()).tag(tag);
            }
        }
        String key = "policy.choice." + value;
        return page.words().knows(key) ? page.say(key) : value;
    }
}
