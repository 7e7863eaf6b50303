package org.sangyu.policy.web.simulation;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.RegionCodes;
import org.sangyu.policy.internal.simulation.DraftValues;
import org.sangyu.policy.internal.simulation.EditedValues;
import org.sangyu.policy.internal.simulation.EditedValues.Amounts;
import org.sangyu.policy.internal.simulation.EditedValues.Line;
import org.sangyu.policy.internal.simulation.EditedValues.Shape;
import org.sangyu.policy.internal.simulation.Origin;
import org.sangyu.policy.internal.simulation.Simulation;
import org.sangyu.policy.internal.simulation.Simulations;
import org.sangyu.regions.Regions;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.rules.packs.Problem;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Amounts edited on a page, from the standards in force or from a simulation made before, and tried as a new one. */
@Controller
class EditPages {

    private static final String VIEW = "policy/web/simulation_edit";
    private static final int OLDEST = 130;
    private static final int MOST_DIGITS = 7;

    private final Simulations simulations;
    private final EditedValues values;
    private final DraftValues drafts;
    private final RegionCodes codes;
    private final Regions regions;

    EditPages(Simulations simulations, EditedValues values, DraftValues drafts, RegionCodes codes, Regions regions) {
        this.simulations = simulations;
        this.values = values;
        this.drafts = drafts;
        this.codes = codes;
        this.regions = regions;
    }

    /** What is edited: where it starts from, and the amounts as they stand there. */
    private record Basis(
            @Nullable Simulation simulation, List<PackFile> draft, RegionCode region, List<Amounts> amounts) {}

    @GetMapping("/policies/simulations/edit")
    String edit(@RequestParam(required = false) @Nullable String from, @ModelAttribute("page") Page page, Model model) {
        model.addAttribute("view", view(basis(from), Map.of(), FormErrors.NONE, page));
        return VIEW;
    }

    @PostMapping("/policies/simulations/edit")
    String start(
            @RequestParam Map<String, String> typed,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Basis basis = basis(typed.get("from"));
        List<Amounts> edited = new ArrayList<>();
        FormErrors errors = read(basis, typed, edited, page);
        List<PackFile> files = values.with(basis.draft(), basis.region(), edited);
        List<Problem> problems = errors.isEmpty() ? drafts.problems(files) : List.of();
        for (Problem problem : problems) {
            errors = errors.and(
                    "amounts", problem.what().in(page.words().language().code()));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", view(basis, typed, errors, page));
            return VIEW;
        }
        return "redirect:/jobs/" + simulations.start(command(basis, files, page));
    }

    /** Adds what was changed to the list; says what is wrong. */
    private static FormErrors read(Basis basis, Map<String, String> typed, List<Amounts> edited, Page page) {
        FormErrors errors = FormErrors.NONE;
        for (Amounts amounts : basis.amounts()) {
            Optional<List<Line>> lines = lines(amounts, typed);
            if (lines.isEmpty()) {
                errors = errors.and(
                        field(amounts, 0),
                        page.say(
                                "simulation.edit.error",
                                amounts.benefit()
                                        .name()
                                        .in(page.words().language().code())));
            } else if (!lines.get().equals(amounts.lines())) {
                edited.add(amounts.with(lines.get()));
            }
        }
        return errors.isEmpty() && edited.isEmpty()
                ? errors.and("amounts", page.say("simulation.edit.nothing"))
                : errors;
    }

    private Simulations.Command command(Basis basis, List<PackFile> files, Page page) {
        Simulation before = basis.simulation();
        YearMonth first = before == null ? simulations.nextYear() : before.first();
        YearMonth last = before == null ? first.plusMonths(11) : before.last();
        String about = about(basis);
        return new Simulations.Command(
                page.say("simulation.name.EDITED", about), Origin.EDITED, about, first, last, files);
    }

    private String about(Basis basis) {
        Simulation before = basis.simulation();
        return before == null ? regions.fullName(CurrentDesk.get().place()) : before.name();
    }

    private Basis basis(@Nullable String from) {
        Desk desk = CurrentDesk.get();
        if (!Simulations.maySimulate(desk)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (from == null || from.isBlank()) {
            RegionCode own = codes.of(desk.place());
            return new Basis(null, List.of(), own, values.of(own, List.of()));
        }
        Simulation simulation = simulations
                .find(id(from), desk.scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        RegionCode region = codes.of(simulation.place());
        List<PackFile> draft = simulations.files(simulation.id());
        return new Basis(simulation, draft, region, values.of(region, draft));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, notAnId);
        }
    }

    /** The lines as typed; empty when one of them is no amount or no age, or no line is left. */
    private static Optional<List<Line>> lines(Amounts amounts, Map<String, String> typed) {
        List<Line> lines = new ArrayList<>();
        int count = amounts.lines().size() + (amounts.shape() == Shape.BANDS ? 1 : 0);
        for (int i = 0; i < count; i++) {
            String key = amounts.shape() == Shape.BANDS
                    ? typed.getOrDefault("age." + field(amounts, i), "").strip()
                    : amounts.lines().get(i).key();
            String amount = typed.getOrDefault(field(amounts, i), "").strip().replace(",", "");
            boolean leftOut = amounts.shape() == Shape.BANDS && key.isEmpty() && (amount.isEmpty() || i < count - 1);
            if (!leftOut) {
                if (!isAmount(amount, amounts) || amounts.shape() == Shape.BANDS && !isAge(key, lines)) {
                    return Optional.empty();
                }
                lines.add(new Line(key, fen(amount, amounts)));
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }

    private static boolean isAge(String text, List<Line> before) {
        return text.matches("[1-9]\\d{0,2}")
                && Integer.parseInt(text) <= OLDEST
                && (before.isEmpty() || Integer.parseInt(before.getLast().key()) < Integer.parseInt(text));
    }

    private static boolean isAmount(String text, Amounts amounts) {
        return text.matches(
                amounts.unit().isMoney() ? "\\d{1," + MOST_DIGITS + "}(\\.\\d{1,2})?" : "\\d{1," + MOST_DIGITS + "}");
    }

    private static long fen(String text, Amounts amounts) {
        BigDecimal amount = new BigDecimal(text);
        return amounts.unit().isMoney() ? amount.movePointRight(2).longValueExact() : amount.longValueExact();
    }

    private static String field(Amounts amounts, int line) {
        return amounts.benefit().id() + "." + line;
    }

    private SimulationView.Edit view(Basis basis, Map<String, String> typed, FormErrors errors, Page page) {
        String language = page.words().language().code();
        Simulation before = basis.simulation();
        return new SimulationView.Edit(
                before == null ? "" : before.id().toString(),
                page.say("simulation.edit.sub", about(basis)),
                basis.amounts().stream()
                        .map(amounts -> new SimulationView.Amounts(
                                amounts.benefit().name().in(language),
                                page.say("simulation.unit." + amounts.unit()),
                                amounts.shape() == Shape.BANDS,
                                editable(amounts, typed, page)))
                        .toList(),
                errors);
    }

    private static List<SimulationView.Amount> editable(Amounts amounts, Map<String, String> typed, Page page) {
        List<SimulationView.Amount> lines = new ArrayList<>();
        for (int i = 0; i < amounts.lines().size(); i++) {
            Line line = amounts.lines().get(i);
            String field = field(amounts, i);
            lines.add(new SimulationView.Amount(
                    field,
                    switch (amounts.shape()) {
                        case FLAT -> page.say("simulation.edit.amount");
                        case BANDS -> "";
                        case SELF_CARE -> page.say("simulation.care." + line.key());
                    },
                    typed.getOrDefault("age." + field, line.key()),
                    typed.getOrDefault(field, amounts.unit().format(line.amount()))));
        }
        if (amounts.shape() == Shape.BANDS) {
            String field = field(amounts, amounts.lines().size());
            lines.add(new SimulationView.Amount(
                    field, "", typed.getOrDefault("age." + field, ""), typed.getOrDefault(field, "")));
        }
        return lines;
    }
}
