package org.sangyu.policy.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.policy.internal.RegionCodes;
import org.sangyu.policy.internal.Sentences;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;

/** The regions side by side: an overview of all benefits, and one benefit in every particular. */
@Controller
class ComparePages {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PackShelf shelf;
    private final RegionCodes codes;
    private final Clock clock;

    ComparePages(PackShelf shelf, RegionCodes codes, Clock clock) {
        this.shelf = shelf;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param benefit id; null or blank for the overview
     * @param on the day; null for today
     * @param base key of the region that the others are compared with; null for the desk's own
     */
    record Query(
            @Nullable String benefit,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate on,

            @Nullable String base) {

        boolean isOverview() {
            return benefit == null || benefit.isBlank();
        }
    }

    /** What is asked, looked up. */
    private record Asked(
            PackSet packs,
            List<ComparedRegions.Region> regions,
            ComparedRegions.Region base,
            LocalDate day,
            CompareViews views) {}

    @GetMapping("/policies/compare")
    String compare(Query query, @ModelAttribute("page") Page page, Model model) {
        Asked asked = asked(query, page);
        model.addAttribute("day", asked.day().toString());
        model.addAttribute("benefits", options(asked.packs(), query, page));
        model.addAttribute(
                "bases",
                asked.regions().stream()
                        .map(one -> new Option(one.key(), one.name(), one.equals(asked.base())))
                        .toList());
        model.addAttribute(
                "export",
                "/policies/compare.xlsx?on=" + asked.day() + "&base="
                        + asked.base().key());
        if (query.isOverview()) {
            model.addAttribute("overview", asked.views().overview());
            return "policy/web/compare-all";
        }
        model.addAttribute("benefit", asked.views().benefit(benefit(asked.packs(), query), asked.base()));
        model.addAttribute("base", asked.base().name());
        return "policy/web/compare";
    }

    @GetMapping("/policies/compare.xlsx")
    ResponseEntity<byte[]> book(Query query, @ModelAttribute("page") Page page) throws IOException {
        Asked asked = asked(query, page);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CompareBook.write(
                asked.views().overview(),
                asked.packs().benefits().stream()
                        .map(one -> asked.views().benefit(one, asked.base()))
                        .toList(),
                page,
                out);
        return xlsx(page.say("policy.compare") + " " + asked.day(), out);
    }

    static ResponseEntity<byte[]> xlsx(String name, ByteArrayOutputStream out) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out.toByteArray());
    }

    private Asked asked(Query query, Page page) {
        PackSet packs = shelf.packs();
        List<ComparedRegions.Region> regions =
                ComparedRegions.of(packs, codes, page.words().language().code());
        if (regions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ComparedRegions.Region base = regions.stream()
                .filter(one -> one.key().equals(query.base()))
                .findFirst()
                .orElseGet(() -> ComparedRegions.nearest(
                        regions, codes, CurrentDesk.get().place()));
        LocalDate day = query.on() == null ? LocalDate.now(clock) : query.on();
        Sentences sentences = new Sentences(packs, packs.settings(base.code()), codes);
        return new Asked(
                packs,
                regions,
                base,
                day,
                new CompareViews(packs, regions, day, new CompareViews.Citing(page, sentences)));
    }

    private static Benefit benefit(PackSet packs, Query query) {
        return packs.benefits().stream()
                .filter(one -> one.id().equals(query.benefit()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Option> options(PackSet packs, Query query, Page page) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", page.say("policy.compare.all"), query.isOverview()));
        packs.benefits()
                .forEach(one -> options.add(new Option(
                        one.id(),
                        one.name().in(page.words().language().code()),
                        one.id().equals(query.benefit()))));
        return options;
    }
}
