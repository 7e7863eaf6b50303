package org.sangyu.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.BenefitMode;
import org.sangyu.benefits.internal.enrolment.BenefitRules;
import org.sangyu.benefits.internal.enrolment.EnrolmentWay;
import org.sangyu.benefits.internal.enrolment.FirstPayableRule;
import org.sangyu.benefits.internal.enrolment.Procedure;
import org.sangyu.benefits.internal.enrolment.Procedures;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.sangyu.ui.Stale;
import org.sangyu.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a county enrols for each benefit; the chief signs for a change. */
@Controller
class ProcedurePages {

    private static final int MOST_MONTHS = 120;
    private static final int MOST_DAYS = 90;

    private final Procedures procedures;
    private final BenefitRules rules;
    private final Shown shown;

    ProcedurePages(Procedures procedures, BenefitRules rules, Shown shown) {
        this.procedures = procedures;
        this.rules = rules;
        this.shown = shown;
    }

    /** A procedure as typed. */
    record Typed(
            @Nullable String benefit,
            @Nullable String mode,
            @Nullable String way,
            @Nullable String first,
            @Nullable String back,
            @Nullable String notice,
            @Nullable String answer,
            @Nullable String why,
            @Nullable String version) {

        static final Typed NOTHING = new Typed(null, null, null, null, null, null, null, null, null);

        Procedure procedure(String of) {
            return new Procedure(
                    of,
                    "MIRRORED".equals(mode) ? BenefitMode.MIRRORED : BenefitMode.PAID_HERE,
                    "APPLICATION".equals(way) ? EnrolmentWay.APPLICATION : EnrolmentWay.PROPOSED,
                    Arrays.stream(FirstPayableRule.values())
                            .filter(rule -> rule.name().equals(first))
                            .findFirst()
                            .orElse(FirstPayableRule.FROM_REACHED),
                    number(back),
                    number(notice),
                    number(answer),
                    number(version));
        }

        FormErrors wrong(Page page) {
            FormErrors errors = FormErrors.NONE;
            if (number(back) < 0 || number(back) > MOST_MONTHS) {
                errors = errors.and("back", page.say("benefits.setting.error.number", MOST_MONTHS));
            }
            if (number(notice) < 0 || number(notice) > MOST_DAYS) {
                errors = errors.and("notice", page.say("benefits.setting.error.number", MOST_DAYS));
            }
            if (number(answer) < 0 || number(answer) > MOST_DAYS) {
                errors = errors.and("answer", page.say("benefits.setting.error.number", MOST_DAYS));
            }
            if (why == null || why.isBlank() || why.length() > 500) {
                errors = errors.and("why", page.say("benefits.setting.error.why"));
            }
            return errors;
        }

        static int number(@Nullable String text) {
            try {
                return text == null || text.isBlank() ? 0 : Integer.parseInt(text.strip());
            } catch (NumberFormatException notANumber) {
                return -1;
            }
        }
    }

    @GetMapping("/enrolments/settings")
    String list(@ModelAttribute("page") Page page, Model model) {
        model.addAttribute("view", view(page, FormErrors.NONE, Typed.NOTHING));
        return "benefits/web/settings";
    }

    @PostMapping("/enrolments/settings")
    String set(
            Typed typed,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Desk desk = CurrentDesk.get();
        Place county = county(desk);
        String benefit = typed.benefit() == null ? "" : typed.benefit();
        if (desk.role() != Role.COUNTY_CHIEF
                || rules.benefits(county).stream().noneMatch(one -> one.id().equals(benefit))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        FormErrors errors = typed.wrong(page);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", view(page, errors, typed));
            return "benefits/web/settings";
        }
        Procedure wanted = typed.procedure(benefit);
        if (!procedures.set(county, wanted, typed.why() == null ? "" : typed.why())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("stale", stale(procedures.of(county, benefit, desk.scope()), wanted, typed, page));
            return "ui/stale";
        }
        flash.addFlashAttribute(
                "notice", Notice.done(page.say("benefits.setting.done", shown.benefit(benefit, page.words()))));
        return "redirect:/enrolments/settings";
    }

    private Place county(Desk desk) {
        if (desk.place().level().compareTo(PlaceLevel.COUNTY) < 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return desk.place().at(PlaceLevel.COUNTY);
    }

    private ListViews.Settings view(Page page, FormErrors errors, Typed typed) {
        Desk desk = CurrentDesk.get();
        Place county = county(desk);
        List<String> benefits =
                rules.benefits(county).stream().map(BenefitRules.Benefit::id).toList();
        return new ListViews.Settings(
                shown.placeName(county, page.words().language()),
                procedures.of(county, benefits, desk.scope()).stream()
                        .map(one -> row(
                                one,
                                desk,
                                page.words(),
                                one.benefit().equals(typed.benefit()) ? errors : FormErrors.NONE,
                                one.benefit().equals(typed.benefit()) ? typed : Typed.NOTHING))
                        .toList());
    }

    private ListViews.SettingRow row(Procedure one, Desk desk, Words words, FormErrors errors, Typed typed) {
        boolean again = typed.benefit() != null;
        Procedure chosen = again ? typed.procedure(one.benefit()) : one;
        ListViews.SettingForm form = desk.role() != Role.COUNTY_CHIEF
                ? null
                : new ListViews.SettingForm(
                        options("mode", Arrays.stream(BenefitMode.values()), chosen.mode(), words),
                        options("way", Stream.of(EnrolmentWay.PROPOSED, EnrolmentWay.APPLICATION), chosen.way(), words),
                        options("first", Arrays.stream(FirstPayableRule.values()), chosen.firstPayable(), words),
                        again && typed.back() != null ? typed.back() : String.valueOf(one.monthsBack()),
                        again && typed.notice() != null ? typed.notice() : String.valueOf(one.noticeDays()),
                        again && typed.answer() != null ? typed.answer() : String.valueOf(one.answerDays()),
                        again && typed.why() != null ? typed.why() : "",
                        String.valueOf(one.version()),
                        errors);
        return new ListViews.SettingRow(
                one.benefit(),
                shown.benefit(one.benefit(), words),
                words.say("benefits.mode." + one.mode()),
                words.say("benefits.way." + one.way()),
                words.say("benefits.first." + one.firstPayable()),
                words.say("benefits.months", one.monthsBack()),
                words.say("benefits.days", one.noticeDays()),
                words.say("benefits.days", one.answerDays()),
                one.version() > 0,
                form);
    }

    private static <E extends Enum<E>> List<Option> options(String kind, Stream<E> all, Enum<?> chosen, Words words) {
        return all.map(one -> new Option(one.name(), words.say("benefits." + kind + "." + one), one == chosen))
                .toList();
    }

    private Stale stale(Procedure now, Procedure wanted, Typed typed, Page page) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("benefit", wanted.benefit());
        fields.put("mode", wanted.mode().name());
        fields.put("way", wanted.way().name());
        fields.put("first", wanted.firstPayable().name());
        fields.put("back", String.valueOf(wanted.monthsBack()));
        fields.put("notice", String.valueOf(wanted.noticeDays()));
        fields.put("answer", String.valueOf(wanted.answerDays()));
        fields.put("why", typed.why() == null ? "" : typed.why());
        fields.put("version", String.valueOf(now.version()));
        return new Stale(
                shown.benefit(wanted.benefit(), page.words()),
                List.of(
                        stale(
                                page,
                                "benefits.setting.mode",
                                "benefits.mode." + now.mode(),
                                "benefits.mode." + wanted.mode()),
                        stale(
                                page,
                                "benefits.setting.way",
                                "benefits.way." + now.way(),
                                "benefits.way." + wanted.way()),
                        stale(
                                page,
                                "benefits.setting.first",
                                "benefits.first." + now.firstPayable(),
                                "benefits.first." + wanted.firstPayable()),
                        new Stale.Row(
                                page.say("benefits.setting.back"),
                                String.valueOf(now.monthsBack()),
                                String.valueOf(wanted.monthsBack())),
                        new Stale.Row(
                                page.say("benefits.setting.notice"),
                                String.valueOf(now.noticeDays()),
                                String.valueOf(wanted.noticeDays())),
                        new Stale.Row(
                                page.say("benefits.setting.answer"),
                                String.valueOf(now.answerDays()),
                                String.valueOf(wanted.answerDays()))),
                "/enrolments/settings",
                fields,
                "/enrolments/settings");
    }

    private static Stale.Row stale(Page page, String label, String stored, String typed) {
        return new Stale.Row(page.say(label), page.say(stored), page.say(typed));
    }
}
