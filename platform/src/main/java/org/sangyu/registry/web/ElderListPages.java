package org.sangyu.registry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.ElderFilter.Life;
import org.sangyu.registry.ElderSlice;
import org.sangyu.registry.Registry;
import org.sangyu.registry.web.ElderListView.Hidden;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Scope;
import org.sangyu.ui.ColumnChoice;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Option;
import org.sangyu.ui.Pager;
import org.sangyu.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The list of elders of a desk; the address holds filters, sorting and the page. Each answer is one transaction. */
@Controller
class ElderListPages {

    private static final int PAGE = 50;

    private final Registry registry;
    private final PlaceTexts places;
    private final ElderChips chips;
    private final Dictionary dictionary;
    private final ElderRowViews rows;

    ElderListPages(Registry registry, PlaceTexts places, ElderChips chips, Dictionary dictionary, ElderRowViews rows) {
        this.registry = registry;
        this.places = places;
        this.chips = chips;
        this.dictionary = dictionary;
        this.rows = rows;
    }

    @GetMapping("/elders")
    @Transactional(readOnly = true)
    public String list(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
        Desk desk = CurrentDesk.get();
        ElderQuery query = visible(ElderQuery.of(parameters), desk.scope());
        if (ElderQuery.chooses(parameters)) {
            return "redirect:" + query.href();
        }
        String after = parameters.get("after");
        boolean search = query.isSearch() && query.life() == Life.LIVING;
        ElderSlice slice = search
                ? registry.search(desk.scope(), query.text(), PAGE)
                : registry.list(desk.scope(), query.filter(), query.order(), after, PAGE);
        Words words = dictionary.in(locale);
        String total =
                search && slice.next() != null ? Formats.count(slice.rows().size()) + "+" : total(query, slice, after);
        boolean all = slice.next() == null && (search || after == null);
        String said = all
                ? words.say("registry.list.found", slice.rows().size())
                : search
                        ? words.say("registry.list.more", slice.rows().size())
                        : words.say("registry.list.total", slice.rows().size(), total);
        model.addAttribute(
                "view",
                new ElderListView(
                        query.text(),
                        rows.of(slice.rows(), words),
                        chips.of(query, desk, words, false),
                        query.href("/elders/filters", null),
                        query.href("/elders/export", null),
                        search ? new Pager(said, null, null) : pager(query, slice, after, said),
                        query.sort(),
                        hidden(query),
                        places.of(query.place()),
                        Rights.mayChange(desk),
                        Rights.mayImport(desk),
                        total,
                        query.href("/elders/tags", null),
                        Rights.mayAssign(desk) ? query.href("/elders/assignments", null) : "",
                        columns(query, words),
                        query.isWhole()));
        return "registry/web/elders";
    }

    /** The chips with their counts, fetched after the list is there. */
    @GetMapping("/elders/filters")
    @Transactional(readOnly = true)
    public String filters(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
        Desk desk = CurrentDesk.get();
        ElderQuery query = visible(ElderQuery.of(parameters), desk.scope());
        model.addAttribute("groups", chips.of(query, desk, dictionary.in(locale), true));
        return "registry/web/filters";
    }

    private static ElderQuery visible(ElderQuery query, Scope scope) {
        if (query.place() != null && !scope.contains(query.place())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return query;
    }

    private static Pager pager(ElderQuery query, ElderSlice slice, @Nullable String after, String said) {
        return new Pager(
                said,
                after == null ? null : query.href(),
                slice.next() == null ? null : query.href("/elders", slice.next()));
    }

    /** How many an act on all would touch. */
    private String total(ElderQuery query, ElderSlice slice, @Nullable String after) {
        return after == null && slice.next() == null
                ? Formats.count(slice.rows().size())
                : Formats.countUpToThousand(registry.counts(CurrentDesk.get().scope(), List.of(query.filter()))
                        .getFirst());
    }

    private static ColumnChoice columns(ElderQuery query, Words words) {
        return new ColumnChoice(
                "/elders",
                query.arguments().entrySet().stream()
                        .filter(part -> !part.getKey().equals("cols"))
                        .map(part -> new ColumnChoice.Kept(part.getKey(), part.getValue()))
                        .toList(),
                ElderQuery.COLUMNS.stream()
                        .map(column -> new Option(column, words.say("registry." + column), query.shows(column)))
                        .toList());
    }

    private static List<Hidden> hidden(ElderQuery query) {
        List<Hidden> hidden = new ArrayList<>();
        if (query.place() != null) {
            hidden.add(new Hidden("place", query.place().path()));
        }
        if (query.tag() != null) {
            hidden.add(new Hidden("tag", query.tag().name()));
        }
        if (query.age() != null) {
            hidden.add(new Hidden("age", String.valueOf(query.age().from())));
        }
        if (query.life() == Life.DIED) {
            hidden.add(new Hidden("life", "died"));
        }
        String cols = query.arguments().get("cols");
        if (cols != null) {
            hidden.add(new Hidden("cols", cols));
        }
        return hidden;
    }
}
