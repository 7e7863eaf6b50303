package org.sangyu.benefits.web.cycle;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.MoneySettings;
import org.sangyu.benefits.internal.cycle.Refusal;
import org.sangyu.benefits.internal.cycle.Totals;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.sangyu.ui.Stale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Running totals with their filters, opening totals with their source, and how the county pays. */
@Controller
class TotalPages {

    /** Before the names of hidden fields: what the form showed when it was opened. */
    private static final String SEEN = "seen.";

    private final Totals totals;
    private final MoneySettings settings;
    private final BenefitNames names;

    TotalPages(Totals totals, MoneySettings settings, BenefitNames names) {
        this.totals = totals;
        this.settings = settings;
        this.names = names;
    }

    /** One row of totals, with the payments it counts; the last one is the sum. */
    public record Row(String key, String href, String yuan, String personTimes, String persons, boolean sum) {}

    /** One opening total. */
    public record OpeningRow(
            String county,
            String benefit,
            String through,
            String yuan,
            String personTimes,
            String persons,
            String source,
            String by) {}

    @GetMapping("/cycles/totals")
    String totals(@RequestParam Map<String, String> query, @ModelAttribute("page") Page page, Model model) {
        return show(query, Map.of(), FormErrors.NONE, page, model);
    }

    @PostMapping("/cycles/totals")
    String enter(
            @RequestParam Map<String, String> form,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        YearMonth through = CycleListPages.month(form.getOrDefault("through", ""));
        Money yuan = RecoveryPages.money(form.getOrDefault("yuan", ""));
        FormErrors errors = FormErrors.NONE;
        if (through == null) {
            errors = errors.and("through", page.say("cycles.cycle.error.month"));
        }
        if (yuan == null || yuan.fen() < 0) {
            errors = errors.and("yuan", page.say("cycles.error.yuan"));
        }
        if (form.getOrDefault("source", "").isBlank()) {
            errors = errors.and("source", page.say("cycles.totals.refused.source"));
        }
        for (String count : List.of("times", "persons")) {
            if (!form.getOrDefault(count, "").isBlank() && number(form.getOrDefault(count, "")) == null) {
                errors = errors.and(count, page.say("cycles.error.number"));
            }
        }
        if (!errors.isEmpty() || through == null || yuan == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(Map.of(), form, errors, page, model);
        }
        Optional<Refusal> refusal = totals.enter(new Totals.Opening(
                CurrentDesk.get().place().path(),
                form.getOrDefault("benefit", ""),
                through.atEndOfMonth(),
                yuan.fen(),
                number(form.getOrDefault("times", "")),
                number(form.getOrDefault("persons", "")),
                form.getOrDefault("source", "").strip(),
                ""));
        redirect.addFlashAttribute(
                "notice",
                refusal.map(why -> Notice.warning(CyclePages.sentence(page, why)))
                        .orElse(Notice.done(page.say("cycles.totals.entered"))));
        return "redirect:/cycles/totals";
    }

    private static @Nullable Long number(String text) {
        String digits = text.strip().replace(",", "");
        return digits.matches("\\d{1,15}") ? Long.valueOf(digits) : null;
    }

    private String show(
            Map<String, String> query, Map<String, String> typed, FormErrors errors, Page page, Model model) {
        Desk desk = CurrentDesk.get();
        Map<String, String> benefits = names.of(place(desk), page.words().language());
        TotalQuery asked = TotalQuery.of(query, benefits.keySet(), desk.scope());
        model.addAttribute("rows", rows(totals.rows(desk.scope(), asked.filter(), asked.per()), asked, benefits, page));
        model.addAttribute(
                "openings",
                totals.openings(desk.scope()).stream()
                        .map(one -> opening(one, benefits))
                        .toList());
        model.addAttribute("by", options(Totals.By.values(), asked.filter().by(), "cycles.totals.by.", page));
        model.addAttribute("per", options(Totals.Per.values(), asked.per(), "cycles.totals.per.", page));
        model.addAttribute("benefits", benefitOptions(benefits, query.getOrDefault("benefit", ""), page));
        model.addAttribute("query", query);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "enters",
                desk.place().level() == PlaceLevel.COUNTY
                        && (desk.role() == Role.COUNTY_CLERK || desk.role() == Role.COUNTY_FINANCE));
        return "benefits/web/cycle/totals";
    }

    static Place place(Desk desk) {
        return desk.place().level().compareTo(PlaceLevel.COUNTY) >= 0
                ? desk.place().at(PlaceLevel.COUNTY)
                : desk.place();
    }

    private List<Row> rows(List<Totals.Row> found, TotalQuery asked, Map<String, String> benefits, Page page) {
        List<Row> rows = new java.util.ArrayList<>();
        for (Totals.Row row : found) {
            boolean sum = rows.size() == found.size() - 1;
            String key = sum ? page.say("cycles.sum") : name(row.key(), asked.per(), benefits);
            rows.add(new Row(
                    key,
                    asked.payments(sum ? "" : row.key()),
                    CycleViews.yuan(row.fen()),
                    Formats.count(row.personTimes()),
                    Formats.count(row.persons()),
                    sum));
        }
        return rows;
    }

    private String name(String key, Totals.Per per, Map<String, String> benefits) {
        return switch (per) {
            case BENEFIT -> benefits.getOrDefault(key, key);
            case TOWNSHIP -> key.isEmpty() ? "" : names.place(key);
            case MONTH, YEAR -> key;
        };
    }

    private OpeningRow opening(Totals.Opening one, Map<String, String> benefits) {
        return new OpeningRow(
                names.place(one.county()),
                benefits.getOrDefault(one.benefit(), one.benefit()),
                YearMonth.from(one.through()).toString(),
                CycleViews.yuan(one.fen()),
                one.personTimes() == null ? "–" : Formats.count(one.personTimes()),
                one.persons() == null ? "–" : Formats.count(one.persons()),
                one.source(),
                one.enteredBy());
    }

    private static List<Option> options(Enum<?>[] values, Enum<?> chosen, String words, Page page) {
        return Arrays.stream(values)
                .map(one -> new Option(one.name(), page.say(words + one.name()), one == chosen))
                .toList();
    }

    static List<Option> benefitOptions(Map<String, String> benefits, String chosen, Page page) {
        List<Option> options = new java.util.ArrayList<>();
        options.add(new Option("", page.say("cycles.totals.all"), chosen.isEmpty()));
        benefits.forEach((id, name) -> options.add(new Option(id, name, id.equals(chosen))));
        return options;
    }

    @GetMapping("/cycles/settings")
    String settings(@ModelAttribute("page") Page page, Model model) {
        MoneySettings.Setting now = settings.of(place(CurrentDesk.get()));
        Map<String, String> shown = new LinkedHashMap<>(fields("", now));
        shown.putAll(fields(SEEN, now));
        return settings(shown, FormErrors.NONE, model);
    }

    /** A setting as the fields of a form. */
    private static Map<String, String> fields(String prefix, MoneySettings.Setting setting) {
        return Map.of(
                prefix + "rhythm", String.valueOf(setting.rhythm()),
                prefix + "percent", setting.offsetPercent() == null ? "" : String.valueOf(setting.offsetPercent()),
                prefix + "ground", setting.offsetGround(),
                prefix + "funding", setting.funding());
    }

    private static MoneySettings.Setting setting(String prefix, Map<String, String> form, @Nullable Long share) {
        return new MoneySettings.Setting(
                "3".equals(form.get(prefix + "rhythm")) ? 3 : 1,
                share == null ? null : share.intValue(),
                form.getOrDefault(prefix + "ground", ""),
                form.getOrDefault(prefix + "funding", ""));
    }

    /** What somebody else set in the meantime beside what was typed. */
    private Stale stale(Map<String, String> form, Page page) {
        Map<String, String> now = fields("", settings.of(place(CurrentDesk.get())));
        Map<String, String> again = new LinkedHashMap<>();
        List<Stale.Row> rows = new java.util.ArrayList<>();
        for (String field : List.of("rhythm", "funding", "percent", "ground")) {
            String stored = now.getOrDefault(field, "");
            String typed = form.getOrDefault(field, "");
            rows.add(new Stale.Row(
                    page.say("cycles.money." + field),
                    field.equals("rhythm") ? rhythm(stored, page) : stored,
                    field.equals("rhythm") ? rhythm(typed, page) : typed));
            again.put(field, typed);
            again.put(SEEN + field, stored);
        }
        return new Stale(page.say("cycles.money.title"), rows, "/cycles/settings", again, "/cycles/settings");
    }

    private static String rhythm(String months, Page page) {
        return page.say("3".equals(months) ? "cycles.money.rhythm.3" : "cycles.money.rhythm.1");
    }

    @PostMapping("/cycles/settings")
    String set(
            @RequestParam Map<String, String> form,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        String percent = form.getOrDefault("percent", "").strip();
        Long share = percent.isEmpty() ? null : number(percent);
        FormErrors errors = !percent.isEmpty() && (share == null || share > Integer.MAX_VALUE)
                ? FormErrors.of("percent", page.say("cycles.money.refused.values"))
                : FormErrors.NONE;
        if (errors.isEmpty()) {
            Long seen = number(form.getOrDefault(SEEN + "percent", ""));
            Optional<Refusal> refusal = settings.set(setting(SEEN, form, seen), setting("", form, share));
            if (refusal.isEmpty()) {
                redirect.addFlashAttribute("notice", Notice.done(page.say("cycles.money.saved")));
                return "redirect:/cycles/settings";
            }
            if (refusal.get().wordKey().equals("cycles.cycle.refused.stale")) {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("stale", stale(form, page));
                return "ui/stale";
            }
            errors = FormErrors.of("ground", CyclePages.sentence(page, refusal.get()));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return settings(form, errors, model);
    }

    private static String settings(Map<String, String> typed, FormErrors errors, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("sets", CurrentDesk.get().role() == Role.COUNTY_CHIEF);
        return "benefits/web/cycle/settings";
    }
}
