package org.sangyu.policy.web.simulation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.RegionCodes;
import org.sangyu.policy.internal.simulation.DraftValues;
import org.sangyu.policy.internal.simulation.Origin;
import org.sangyu.policy.internal.simulation.Simulation;
import org.sangyu.policy.internal.simulation.Simulations;
import org.sangyu.policy.internal.simulation.UploadedPack;
import org.sangyu.regions.Regions;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.rules.packs.Problem;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Page;
import org.sangyu.ui.UploadName;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Simulations of a desk: those made before, and a new one by another region's values or by an uploaded folder. */
@Controller
class SimulationPages {

    private static final int LONGEST_NAME = 100;
    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;
    private static final String OWN_DRAFT = "draft";
    private static final String UPLOAD = "upload";

    private final Simulations simulations;
    private final DraftValues drafts;
    private final RegionCodes codes;
    private final Regions regions;

    SimulationPages(Simulations simulations, DraftValues drafts, RegionCodes codes, Regions regions) {
        this.simulations = simulations;
        this.drafts = drafts;
        this.codes = codes;
        this.regions = regions;
    }

    /** A new simulation as typed; {@code like} is a region's code, {@code draft} or {@code upload}. */
    record Typed(
            @Nullable String like,
            @Nullable String name,
            @Nullable String first,
            @Nullable String last) {

        String said() {
            return name == null ? "" : name.strip();
        }

        @Nullable
        YearMonth firstMonth() {
            return month(first);
        }

        @Nullable
        YearMonth lastMonth() {
            return month(last);
        }

        private static @Nullable YearMonth month(@Nullable String text) {
            try {
                YearMonth month = text == null || text.isBlank() ? null : YearMonth.parse(text.strip());
                return month == null || month.getYear() < EARLIEST || month.getYear() > LATEST ? null : month;
            } catch (DateTimeParseException notAMonth) {
                return null;
            }
        }
    }

    /** Values with a name for where they come from. */
    private record Values(Origin origin, String about, List<PackFile> files) {}

    @GetMapping("/policies/simulations")
    String list(@ModelAttribute("page") Page page, Model model) {
        Desk desk = CurrentDesk.get();
        model.addAttribute(
                "view",
                new SimulationView.Listed(
                        Simulations.maySimulate(desk),
                        simulations.list(desk.scope()).stream()
                                .map(one -> line(one, page))
                                .toList()));
        return "policy/web/simulations";
    }

    @GetMapping("/policies/simulations/new")
    String form(Typed typed, @ModelAttribute("page") Page page, Model model) {
        checked();
        model.addAttribute("view", form(typed, page, FormErrors.NONE, List.of()));
        return "policy/web/simulation_form";
    }

    @PostMapping("/policies/simulations")
    String start(
            Typed typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Desk desk = checked();
        FormErrors errors = wrong(typed, page);
        List<Problem> problems = List.of();
        Values values = null;
        try {
            values = values(typed, file, codes.of(desk.place()), page);
            if (values == null) {
                errors = errors.and("like", page.say("simulation.error.like"));
            } else {
                problems = drafts.problems(values.files());
                if (!problems.isEmpty()) {
                    errors = errors.and("file", page.say("simulation.error.problems", problems.size()));
                }
            }
        } catch (UploadedPack.RefusedException refused) {
            errors = errors.and("file", page.say(refused.wordKey()));
        }
        if (!errors.isEmpty() || values == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", form(typed, page, errors, problems));
            return "policy/web/simulation_form";
        }
        return "redirect:/jobs/" + start(typed, values, page);
    }

    private UUID start(Typed typed, Values values, Page page) {
        Span span = span(typed);
        String name =
                typed.said().isEmpty() ? page.say("simulation.name." + values.origin(), values.about()) : typed.said();
        return simulations.start(new Simulations.Command(
                name, values.origin(), values.about(), span.first(), span.last(), values.files()));
    }

    /** The months asked for; next year's when none are. */
    private Span span(Typed typed) {
        YearMonth wantedFirst = typed.firstMonth();
        YearMonth wantedLast = typed.lastMonth();
        YearMonth first = wantedFirst == null ? simulations.nextYear() : wantedFirst;
        return new Span(first, wantedLast == null ? first.plusMonths(11) : wantedLast);
    }

    private record Span(YearMonth first, YearMonth last) {}

    private @Nullable Values values(Typed typed, @Nullable MultipartFile file, RegionCode own, Page page)
            throws IOException, UploadedPack.RefusedException {
        String like = typed.like() == null ? "" : typed.like();
        if (like.equals(OWN_DRAFT) && drafts.hasDraft(own)) {
            return new Values(Origin.DRAFT, regions.fullName(CurrentDesk.get().place()), List.of());
        }
        if (like.equals(UPLOAD)) {
            if (file == null || file.isEmpty()) {
                throw UploadedPack.refused("simulation.upload.none");
            }
            try (InputStream in = file.getInputStream()) {
                return new Values(Origin.UPLOAD, UploadName.of(file, ""), UploadedPack.read(in, own));
            }
        }
        return drafts.regions().stream()
                .filter(pack -> pack.region().equals(like))
                .findFirst()
                .map(pack -> new Values(
                        Origin.REGION,
                        pack.name().in(page.words().language().code()),
                        drafts.like(new RegionCode(like), own)))
                .orElse(null);
    }

    private static FormErrors wrong(Typed typed, Page page) {
        FormErrors errors = FormErrors.NONE;
        if (typed.said().length() > LONGEST_NAME) {
            errors = errors.and("name", page.say("simulation.error.name", LONGEST_NAME));
        }
        YearMonth first = typed.firstMonth();
        YearMonth last = typed.lastMonth();
        if (first == null && typed.first() != null && !typed.first().isBlank()) {
            errors = errors.and("first", page.say("simulation.error.month"));
        }
        if (last == null && typed.last() != null && !typed.last().isBlank()) {
            errors = errors.and("last", page.say("simulation.error.month"));
        }
        if (first != null
                && last != null
                && (last.isBefore(first)
                        || first.plusMonths(Simulations.MOST_MONTHS - 1L).isBefore(last))) {
            errors = errors.and("last", page.say("simulation.error.span", Simulations.MOST_MONTHS));
        }
        return errors;
    }

    private SimulationView.Form form(Typed typed, Page page, FormErrors errors, List<Problem> problems) {
        Desk desk = CurrentDesk.get();
        String language = page.words().language().code();
        RegionCode own = codes.of(desk.place());
        List<SimulationView.Source> sources = drafts.regions().stream()
                .filter(pack -> !own.digits().equals(pack.region()))
                .map(pack -> new SimulationView.Source(
                        pack.region(),
                        pack.name().in(language),
                        drafts.benefits(new RegionCode(pack.region())).stream()
                                .map(benefit -> benefit.name().in(language))
                                .collect(Collectors.joining(page.say("simulation.comma"))),
                        pack.region().equals(typed.like())))
                .collect(Collectors.toList());
        if (drafts.hasDraft(own)) {
            sources.add(new SimulationView.Source(
                    OWN_DRAFT,
                    page.say("simulation.own.draft"),
                    page.say("simulation.own.draft.hint"),
                    OWN_DRAFT.equals(typed.like())));
        }
        Span span = span(typed);
        return new SimulationView.Form(
                regions.fullName(desk.place()),
                sources,
                span.first().toString(),
                span.last().toString(),
                typed.said(),
                errors,
                problems.stream()
                        .limit(100)
                        .map(problem -> problem.line(language))
                        .toList());
    }

    private SimulationView.Line line(Simulation one, Page page) {
        boolean finished = one.finished() != null;
        return new SimulationView.Line(
                "/policies/simulations/" + one.id(),
                one.name(),
                page.say("simulation.origin." + one.origin(), one.about()),
                regions.fullName(one.place()),
                one.first() + " – " + one.last(),
                finished ? Formats.count(one.gains()) : "",
                finished ? Formats.count(one.loses()) : "",
                one.by().name() + " · " + Formats.instant(one.by().at()),
                one.shared(),
                finished ? "ok" : "wait",
                page.say(finished ? "simulation.finished" : "simulation.running"));
    }

    private static Desk checked() {
        Desk desk = CurrentDesk.get();
        if (!Simulations.maySimulate(desk)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return desk;
    }
}
