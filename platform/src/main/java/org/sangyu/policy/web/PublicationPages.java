package org.sangyu.policy.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.RegionCodes;
import org.sangyu.policy.internal.own.OwnContent;
import org.sangyu.policy.internal.own.OwnKind;
import org.sangyu.policy.internal.own.OwnValues;
import org.sangyu.policy.internal.own.OwnValues.Outcome;
import org.sangyu.policy.internal.own.OwnValues.Proposal;
import org.sangyu.policy.internal.simulation.Publication;
import org.sangyu.policy.internal.simulation.Publication.Part;
import org.sangyu.policy.internal.simulation.Simulation;
import org.sangyu.policy.internal.simulation.Simulations;
import org.sangyu.regions.Regions;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.rules.packs.Text;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Files;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From a finished simulation to values that a second person puts in force, or to a pack folder. */
@Controller
class PublicationPages {

    private static final String HERE = "/policies/simulations/{id}/publication";

    private final Simulations simulations;
    private final Publication publication;
    private final OwnValues values;
    private final RegionCodes codes;
    private final Regions regions;
    private final Files files;

    PublicationPages(
            Simulations simulations,
            Publication publication,
            OwnValues values,
            RegionCodes codes,
            Regions regions,
            Files files) {
        this.simulations = simulations;
        this.publication = publication;
        this.values = values;
        this.codes = codes;
        this.regions = regions;
        this.files = files;
    }

    /** A finished simulation with what it changes. */
    private record Asked(Simulation simulation, List<Part> parts) {

        List<Part.Proposable> proposable() {
            return parts.stream()
                    .filter(Part.Proposable.class::isInstance)
                    .map(Part.Proposable.class::cast)
                    .toList();
        }
    }

    @GetMapping(HERE)
    ModelAndView show(@PathVariable UUID id, @ModelAttribute("page") Page page) {
        return page(asked(id), new LinkedMultiValueMap<>(), FormErrors.NONE, page);
    }

    @PostMapping(HERE)
    ModelAndView propose(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            @ModelAttribute("page") Page page,
            RedirectAttributes flash)
            throws IOException {
        Asked asked = asked(id);
        if (!OwnValues.mayPropose(CurrentDesk.get(), asked.simulation().place())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        OwnTyped typed = new OwnTyped(fields, page);
        List<Proposal> proposals = new ArrayList<>();
        OwnPaper paper = read(asked, typed, scan, proposals);
        FormErrors errors = typed.errors();
        for (Proposal proposal : proposals) {
            List<Text> problems = values.check(proposal);
            errors = problems.isEmpty() ? errors : errors.and("from", said(problems, page));
        }
        if (paper == null || !errors.isEmpty()) {
            return page(asked, fields, errors, page);
        }
        Files.Stored stored = paper.store(files);
        for (Proposal proposal : proposals) {
            if (!(values.propose(proposal.with(stored)) instanceof Outcome.Done)) {
                // Checked a moment ago; somebody else must have been quicker.
                return page(asked, fields, FormErrors.of("from", page.say("policy.own.too-late")), page);
            }
        }
        flash.addFlashAttribute("notice", Notice.done(page.say("simulation.publish.done", proposals.size())));
        return new ModelAndView("redirect:/policies/own");
    }

    /** The draft as a pack folder for whoever keeps the packs. */
    @GetMapping(HERE + "/pack.zip")
    ResponseEntity<byte[]> folder(@PathVariable UUID id) throws IOException {
        Simulation simulation = asked(id).simulation();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (PackFile file : simulations.files(id)) {
                zip.putNextEntry(new ZipEntry(file.path().substring(file.path().indexOf('/') + 1)));
                zip.write(file.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        String name = codes.of(simulation.place()) + "-draft.zip";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out.toByteArray());
    }

    /** Reads the form; proposals of what was ticked are added, the paper comes back when nothing is wrong with it. */
    private @Nullable OwnPaper read(Asked asked, OwnTyped typed, @Nullable MultipartFile scan, List<Proposal> proposals)
            throws IOException {
        List<Part.Proposable> chosen = asked.proposable().stream()
                .filter(part -> typed.texts("benefit").contains(part.benefit().id()))
                .toList();
        if (chosen.isEmpty()) {
            typed.wrong("benefit", "simulation.publish.none.ticked");
        }
        LocalDate from = typed.day("from");
        if (from == null) {
            typed.wrong("from", "policy.own.error.from");
        }
        LocalDate to = Formats.firstDayAfter(typed.day("last"));
        if (from != null && to != null && !to.isAfter(from)) {
            typed.wrong("last", "policy.own.error.last");
        }
        OwnPaper paper = OwnPaper.read(typed, scan);
        if (from == null || paper == null || !typed.errors().isEmpty()) {
            return null;
        }
        chosen.forEach(part -> proposals.add(new Proposal(
                asked.simulation().place(),
                OwnKind.AMOUNT,
                part.benefit().id(),
                OwnContent.of(part.amount(), null),
                from,
                to,
                paper.unstored())));
        return paper;
    }

    private ModelAndView page(Asked asked, MultiValueMap<String, String> fields, FormErrors errors, Page page) {
        String language = page.words().language().code();
        ValueWords words = new ValueWords(page);
        boolean sent = !fields.isEmpty();
        Set<String> ticked = Set.copyOf(fields.getOrDefault("benefit", List.of()));
        PublicationView view = new PublicationView(
                "/policies/simulations/" + asked.simulation().id(),
                asked.simulation().name(),
                regions.fullName(asked.simulation().place()),
                OwnValues.mayPropose(CurrentDesk.get(), asked.simulation().place()),
                asked.proposable().stream()
                        .map(part -> new PublicationView.Proposable(
                                part.benefit().id(),
                                part.benefit().name().in(language),
                                words.lines(part.before()),
                                words.lines(part.after()),
                                !sent || ticked.contains(part.benefit().id())))
                        .toList(),
                asked.parts().stream()
                        .filter(Part.ForAFolder.class::isInstance)
                        .map(Part.ForAFolder.class::cast)
                        .map(part -> new PublicationView.Rest(
                                part.benefit().name().in(language), page.say("simulation.publish.why." + part.why())))
                        .toList(),
                typed(fields),
                errors);
        return new ModelAndView(
                "policy/web/publication",
                Map.of("view", view),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Map<String, String> typed(MultiValueMap<String, String> fields) {
        Map<String, String> typed = new HashMap<>();
        Stream.of("from", "last", "title", "number", "issuer", "issued", "clause", "words")
                .forEach(field ->
                        typed.put(field, fields.getOrDefault(field, List.of("")).getFirst()));
        return typed;
    }

    private static String said(List<Text> problems, Page page) {
        return problems.stream().map(one -> OwnPages.said(one, page)).collect(Collectors.joining(" "));
    }

    private Asked asked(UUID id) {
        Simulation simulation = simulations
                .find(id, CurrentDesk.get().scope())
                .filter(one -> one.finished() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Asked(
                simulation,
                publication.parts(
                        simulations.files(id),
                        codes.of(simulation.place()),
                        simulation.first().atDay(1)));
    }
}
