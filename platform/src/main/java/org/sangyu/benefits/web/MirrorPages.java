package org.sangyu.benefits.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.CompareMonth;
import org.sangyu.benefits.internal.enrolment.CompareUnpaid;
import org.sangyu.benefits.internal.enrolment.MirrorKind;
import org.sangyu.benefits.internal.enrolment.Mirrors;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.sangyu.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What other offices pay, person by person against the rule (他部门发放比对); nothing is paid or stopped from here. */
@Controller
class MirrorPages {

    private static final int PAGE = 40;

    private final Mirrors mirrors;
    private final CompareUnpaid compare;
    private final MirrorSheet sheet;
    private final SheetExport export;
    private final Shown shown;

    MirrorPages(Mirrors mirrors, CompareUnpaid compare, MirrorSheet sheet, SheetExport export, Shown shown) {
        this.mirrors = mirrors;
        this.compare = compare;
        this.sheet = sheet;
        this.export = export;
        this.shown = shown;
    }

    /** The list as an address carries it; anything that is not a filter narrows nothing. */
    record Query(
            @Nullable String kind,
            @Nullable String benefit,
            @Nullable String place,
            @Nullable String sort,
            @Nullable String page) {

        static Query of(Map<String, String> query) {
            return new Query(query.get("kind"), query.get("benefit"), query.get("place"), query.get("sort"), null);
        }

        Mirrors.Filter filter(Desk desk) {
            return new Mirrors.Filter(
                    named(MirrorKind.values(), kind),
                    benefit == null || benefit.isBlank() ? null : benefit,
                    new EnrolmentQuery(null, null, place, null, null)
                            .filter(desk)
                            .place(),
                    order());
        }

        Mirrors.Order order() {
            Mirrors.Order order = named(Mirrors.Order.values(), sort);
            return order == null ? Mirrors.Order.PLACE : order;
        }

        PageNumber number() {
            return PageNumber.of(page);
        }

        private static <E extends Enum<E>> @Nullable E named(E[] values, @Nullable String name) {
            return Arrays.stream(values)
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    @GetMapping("/enrolments/mirrored")
    String list(Query query, @ModelAttribute("page") Page page, Model model) {
        model.addAttribute("view", view(query, page));
        return "benefits/web/mirrored";
    }

    @PostMapping("/enrolments/mirrored/compare")
    String compare() {
        return compare.start()
                .map(job -> "redirect:/jobs/" + job)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/enrolments/mirrored/export")
    String export(@RequestParam Map<String, String> query, @ModelAttribute("page") Page page) {
        Map<String, String> kept = new LinkedHashMap<>();
        Query asked = Query.of(query);
        Mirrors.Filter filter = asked.filter(CurrentDesk.get());
        if (filter.kind() != null) {
            kept.put("kind", filter.kind().name());
        }
        if (filter.benefit() != null) {
            kept.put("benefit", filter.benefit());
        }
        if (filter.place() != null) {
            kept.put("place", filter.place().path());
        }
        kept.put("sort", asked.order().name());
        return "redirect:/jobs/" + export.start(sheet, kept, page.words());
    }

    private MirrorView view(Query query, Page page) {
        Desk desk = CurrentDesk.get();
        Words words = page.words();
        Mirrors.Filter filter = query.filter(desk);
        ListPage<Mirrors.Difference> found = ListPage.read(
                query.number(), PAGE, (offset, limit) -> mirrors.list(desk.scope(), filter, offset, limit));
        List<Mirrors.Difference> rows = found.rows();
        Shown.Names names = names(rows, desk, words.language());
        Mirrors.Sum sum = mirrors.sum(desk.scope(), filter);
        Map<MirrorKind, Long> kinds = mirrors.countByKind(desk.scope(), filter);
        return new MirrorView(
                wholes(desk, page),
                kinds(kinds, filter, page),
                benefits(mirrors.countByBenefit(desk.scope(), filter), filter, page),
                places(desk, filter, words),
                orders(query.order(), words),
                fields(filter),
                rows.stream().map(row -> row(row, names, words)).toList(),
                words.say(
                        "benefits.mirror.sum",
                        Formats.count(sum.people()),
                        Formats.yuan(new Money(sum.theirFen())),
                        Formats.yuan(new Money(sum.ourFen())),
                        signed(sum.theirFen() - sum.ourFen())),
                found.pager(page, words.say("benefits.pager", found.first(PAGE), found.last(PAGE), sum.people())),
                CompareMonth.mayStart(desk.role()) && desk.place().level() == PlaceLevel.COUNTY);
    }

    private Shown.Names names(List<Mirrors.Difference> rows, Desk desk, Language language) {
        return shown.names(
                rows.stream().map(Mirrors.Difference::elder).distinct().toList(),
                rows.stream().map(Mirrors.Difference::place).distinct().toList(),
                desk.scope(),
                language);
    }

    private List<MirrorView.Whole> wholes(Desk desk, Page page) {
        boolean several = desk.place().level().compareTo(PlaceLevel.COUNTY) < 0;
        Words words = page.words();
        return mirrors.wholes(desk.scope()).stream()
                .map(one -> new MirrorView.Whole(
                        several ? shown.placeName(one.county(), words.language()) : "",
                        shown.benefit(one.benefit(), words),
                        page.filtered("benefit", one.benefit()),
                        one.known() ? Formats.count(one.theirPeople()) : "–",
                        one.known() ? Formats.yuan(new Money(one.theirFen())) : "–",
                        Formats.count(one.ourPeople()),
                        Formats.yuan(new Money(one.ourFen())),
                        Formats.count(one.samePeople()),
                        one.known() ? signed(one.theirFen() - one.ourFen()) : "–",
                        one.month() + " · " + Formats.instant(one.at()),
                        one.known()))
                .toList();
    }

    private static List<Chip> kinds(Map<MirrorKind, Long> counts, Mirrors.Filter filter, Page page) {
        List<Chip> chips = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        chips.add(new Chip(
                page.say("benefits.mirror.all"),
                Formats.count(all),
                page.filtered("kind", null),
                filter.kind() == null));
        for (MirrorKind kind : MirrorKind.values()) {
            chips.add(new Chip(
                    page.say("benefits.mirror.kind." + kind),
                    Formats.count(counts.getOrDefault(kind, 0L)),
                    page.filtered("kind", kind.name()),
                    kind == filter.kind()));
        }
        return chips;
    }

    private List<Chip> benefits(Map<String, Long> counts, Mirrors.Filter filter, Page page) {
        if (counts.size() < 2 && filter.benefit() == null) {
            return List.of();
        }
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip(
                page.say("benefits.all.benefits"), "", page.filtered("benefit", null), filter.benefit() == null));
        counts.forEach((benefit, count) -> chips.add(new Chip(
                shown.benefit(benefit, page.words()),
                Formats.count(count),
                page.filtered("benefit", benefit),
                benefit.equals(filter.benefit()))));
        return chips;
    }

    /** Townships for a county, villages for a township, each with its count. */
    private List<Option> places(Desk desk, Mirrors.Filter filter, Words words) {
        PlaceLevel level = desk.place().level();
        if (level == PlaceLevel.VILLAGE) {
            return List.of();
        }
        PlaceLevel below = level == PlaceLevel.TOWNSHIP
                ? PlaceLevel.VILLAGE
                : level.compareTo(PlaceLevel.COUNTY) < 0 ? PlaceLevel.COUNTY : PlaceLevel.TOWNSHIP;
        Map<String, Long> counts = mirrors.countByPlace(desk.scope(), filter.in(null), below.pathLength());
        List<Option> options = new ArrayList<>();
        options.add(new Option("", words.say("benefits.all.places"), filter.place() == null));
        counts.forEach((path, count) -> options.add(new Option(
                path,
                shown.placeName(new Place(path), words.language()) + " " + Formats.count(count),
                filter.place() != null && filter.place().path().equals(path))));
        return options;
    }

    private static List<Option> orders(Mirrors.Order chosen, Words words) {
        return Arrays.stream(Mirrors.Order.values())
                .map(order -> new Option(order.name(), words.say("benefits.mirror.order." + order), order == chosen))
                .toList();
    }

    private static Map<String, String> fields(Mirrors.Filter filter) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (filter.kind() != null) {
            fields.put("kind", filter.kind().name());
        }
        if (filter.benefit() != null) {
            fields.put("benefit", filter.benefit());
        }
        return fields;
    }

    private MirrorView.Row row(Mirrors.Difference row, Shown.Names names, Words words) {
        String because = words.language() == Language.ZH
                ? row.because().zh()
                : row.because().en();
        return new MirrorView.Row(
                names.name(row.elder()),
                "/elders/" + row.elder(),
                shown.sexAndAge(names.people().get(row.elder()), words),
                names.place(row.place()),
                shown.benefit(row.benefit(), words),
                "/policies/" + row.benefit(),
                tone(row.kind()),
                words.say("benefits.mirror.kind." + row.kind()),
                yuan(row.theirs()),
                yuan(row.ours()),
                difference(row),
                said(row, words),
                because.isEmpty()
                        ? List.of(words.say("benefits.mirror.unknown"))
                        : because.lines().toList(),
                Formats.date(row.since()));
    }

    static String said(Mirrors.Difference row, Words words) {
        return words.say("benefits.mirror.said." + row.kind(), yuan(row.theirs()), yuan(row.ours()));
    }

    private static String tone(MirrorKind kind) {
        return switch (kind) {
            case NOT_ENTITLED -> "bad";
            case NOT_RECEIVED, OTHER_AMOUNT -> "warn";
            case UNDETERMINED -> "wait";
        };
    }

    static String yuan(@Nullable Money money) {
        return money == null ? "–" : Formats.yuan(money);
    }

    /** What they pay too much; too little is negative. An amount that is not known gives none. */
    private static String difference(Mirrors.Difference row) {
        return row.kind() == MirrorKind.UNDETERMINED ? "–" : signed(fen(row.theirs()) - fen(row.ours()));
    }

    static long fen(@Nullable Money money) {
        return money == null ? 0 : money.fen();
    }

    private static String signed(long fen) {
        return fen > 0 ? "+" + Formats.yuan(new Money(fen)) : Formats.yuan(new Money(fen));
    }
}
