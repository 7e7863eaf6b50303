package org.sangyu.policy.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.policy.internal.RegionCodes;
import org.sangyu.policy.internal.Sentences;
import org.sangyu.policy.internal.own.OwnValues;
import org.sangyu.regions.Regions;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Lists over the packs: what is missing or contradicts, targets, service lists, catalogues, groups, history. */
@Controller
class ListPages {

    private static final String HERE = "/policies/lists/";
    private static final String ALL = "all";
    private static final double WIDTH = 28;

    private static final List<String> KINDS = List.of(
            "missing",
            "contradictions",
            "targets",
            "services",
            "purchase",
            "treatment",
            "groups",
            "values",
            "history",
            "overtaken");

    private final PackShelf shelf;
    private final RegionCodes codes;
    private final Regions regions;
    private final Clock clock;

    ListPages(PackShelf shelf, RegionCodes codes, Regions regions, Clock clock) {
        this.shelf = shelf;
        this.codes = codes;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * What is narrowed down.
     *
     * @param region key of a region, {@code all}, or null for the desk's own
     * @param benefit of the history; null or blank for all
     */
    record Query(@Nullable String region, @Nullable String benefit) {

        String benefitOrAll() {
            return benefit == null ? "" : benefit;
        }
    }

    @GetMapping("/policies/lists/{kind}")
    String list(@PathVariable String kind, Query query, @ModelAttribute("page") Page page, Model model) {
        PackSet packs = shelf.packs();
        List<ComparedRegions.Region> all = all(packs, page);
        List<ComparedRegions.Region> shown = shown(all, query);
        model.addAttribute("kind", kind);
        model.addAttribute("table", table(kind, query, packs, page));
        model.addAttribute(
                "kinds",
                KINDS.stream()
                        .map(one -> new Chip(
                                page.say("policy.list." + one),
                                "",
                                HERE + one + (query.region() == null ? "" : "?region=" + key(query)),
                                one.equals(kind)))
                        .toList());
        model.addAttribute("regions", chips(all, shown, page));
        model.addAttribute("benefits", kind.equals("history") ? benefits(packs, query, page) : List.of());
        model.addAttribute("chosen", key(query));
        model.addAttribute(
                "export", HERE + kind + "/export.xlsx?region=" + key(query) + "&benefit=" + known(packs, query));
        return "policy/web/list";
    }

    @GetMapping("/policies/lists/{kind}/export.xlsx")
    ResponseEntity<byte[]> book(@PathVariable String kind, Query query, @ModelAttribute("page") Page page)
            throws IOException {
        ListView.Table table = table(kind, query, shelf.packs(), page);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Sangyu", "1.0")) {
            Worksheet sheet = book.newWorksheet(page.say("policy.list." + kind));
            CompareBook.head(sheet, table.heads(), WIDTH);
            for (int i = 0; i < table.rows().size(); i++) {
                CompareBook.line(
                        sheet,
                        i + 1,
                        table.rows().get(i).stream().map(ListPages::text).toList());
            }
            sheet.finish();
        }
        return ComparePages.xlsx(page.say("policy.list." + kind), out);
    }

    private static String text(ListView.Cell cell) {
        Stream<String> mark =
                cell.mark() == null ? Stream.of() : Stream.of(cell.mark().text());
        Stream<String> clauses = cell.clauses().stream()
                .flatMap(one -> one.mark().isEmpty() ? Stream.of(one.text()) : Stream.of(one.text(), one.mark()));
        Stream<String> lines = cell.href().isEmpty() ? cell.lines().stream() : Stream.of();
        return String.join(
                "\n", Stream.of(mark, lines, clauses).flatMap(one -> one).toList());
    }

    private ListView.Table table(String kind, Query query, PackSet packs, Page page) {
        if (!KINDS.contains(kind)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<ComparedRegions.Region> shown = shown(all(packs, page), query);
        Sentences sentences =
                new Sentences(packs, packs.settings(shown.getFirst().code()), codes);
        ListMaker make = new ListMaker(packs, shown, LocalDate.now(clock), new CompareViews.Citing(page, sentences));
        return switch (kind) {
            case "missing" -> new GapLists(make, this::enter).missing();
            case "contradictions" -> new GapLists(make, this::enter).contradictions();
            case "overtaken" -> new GapLists(make, this::enter).overtaken();
            case "targets" -> new ContentLists(make).targets();
            case "services" -> new ContentLists(make).services();
            case "purchase" -> new ContentLists(make).catalogue("purchase");
            case "treatment" -> new ContentLists(make).catalogue("preferential");
            case "groups" -> new ContentLists(make).groups();
            case "values" -> new ContentLists(make).catalogue("");
            default -> new ContentLists(make).history(known(packs, query));
        };
    }

    /** The form for a value of one's own: the desk's county where it lies in the region, else the administrator's choice. */
    private String enter(ComparedRegions.Region region, OwnForms.Subject subject) {
        Desk desk = CurrentDesk.get();
        String form = "/policies/own/new?kind=" + subject.kind() + "&subject=" + subject.id();
        if (desk.role() == Role.ADMINISTRATOR) {
            return region.id() == null ? "" : form + "&region=" + region.id();
        }
        boolean own = desk.place().level() == PlaceLevel.COUNTY && region.holds(codes.of(desk.place()));
        return own && OwnValues.mayPropose(desk, desk.place()) ? form : "";
    }

    /** All regions, the desk's own seen from its county, so that what was entered for the county counts. */
    private List<ComparedRegions.Region> all(PackSet packs, Page page) {
        Place here = CurrentDesk.get().place();
        Optional<RegionCode> county = here.level().compareTo(PlaceLevel.COUNTY) >= 0
                ? Optional.of(codes.of(here.at(PlaceLevel.COUNTY)))
                : Optional.empty();
        List<ComparedRegions.Region> all =
                ComparedRegions.of(packs, codes, page.words().language().code());
        if (all.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return all.stream()
                .map(one -> county.filter(one::holds)
                        .map(code -> new ComparedRegions.Region(one.key(), code, one.name(), one.draft(), one.id()))
                        .orElse(one))
                .toList();
    }

    private List<ComparedRegions.Region> shown(List<ComparedRegions.Region> all, Query query) {
        if (ALL.equals(query.region())) {
            return all;
        }
        return List.of(all.stream()
                .filter(one -> one.key().equals(query.region()))
                .findFirst()
                .orElseGet(() -> nearest(all)));
    }

    private ComparedRegions.Region nearest(List<ComparedRegions.Region> all) {
        RegionCode here = codes.of(CurrentDesk.get().place());
        return all.stream()
                .filter(one -> here.digits().startsWith(one.key()))
                .max(java.util.Comparator.comparingInt(one -> one.key().length()))
                .orElse(all.getFirst());
    }

    /** The region as the address may name it: nothing that a person typed goes back into a page. */
    private String key(Query query) {
        if (ALL.equals(query.region())) {
            return ALL;
        }
        String typed = query.region() == null ? "" : query.region();
        return typed.matches("\\d{2,12}") ? typed : "";
    }

    private static String known(PackSet packs, Query query) {
        return packs.benefits().stream()
                .map(one -> one.id())
                .filter(query.benefitOrAll()::equals)
                .findFirst()
                .orElse("");
    }

    private static List<Chip> chips(List<ComparedRegions.Region> all, List<ComparedRegions.Region> shown, Page page) {
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip(page.say("policy.list.everywhere"), "", page.with("region", ALL), shown.size() > 1));
        all.forEach(one -> chips.add(new Chip(
                one.name(),
                "",
                page.with("region", one.key()),
                shown.size() == 1 && shown.getFirst().equals(one))));
        return chips;
    }

    private static List<Option> benefits(PackSet packs, Query query, Page page) {
        List<Option> options = new ArrayList<>();
        options.add(new Option(
                "", page.say("policy.list.every-benefit"), known(packs, query).isEmpty()));
        packs.benefits()
                .forEach(one -> options.add(new Option(
                        one.id(),
                        one.name().in(page.words().language().code()),
                        one.id().equals(query.benefit()))));
        return options;
    }
}
