package org.sangyu.registry.web.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.compare.Compared;
import org.sangyu.registry.internal.compare.ComparedLists;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Formats;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One list of another department, row by row with what came of it. */
@Controller
class OneListPages {

    private static final int PAGE = 50;

    private final ComparedLists lists;
    private final HeadViews heads;
    private final RowViews rows;

    OneListPages(ComparedLists lists, HeadViews heads, RowViews rows) {
        this.lists = lists;
        this.heads = heads;
        this.rows = rows;
    }

    @GetMapping("/comparisons/{id:[0-9a-f-]{36}}")
    String list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page,
            Model model) {
        Desk desk = CurrentDesk.get();
        ComparedLists.Head head =
                lists.head(id, desk.scope()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Compared.Outcome only = CompareExport.outcome(outcome);
        ListPage<Compared> found = ListPage.read(
                number,
                PAGE,
                (offset, limit) -> lists.rows(desk.scope(), new ComparedLists.Filter(id, only, false), offset, limit));
        Compared.Why refused = head.refused();
        model.addAttribute(
                "view",
                new OneListView(
                        id.toString(),
                        only == null ? "" : only.name(),
                        heads.of(List.of(head), page.words()).getFirst(),
                        head.running(),
                        head.running() && head.job() != null && CompareRights.mayHandIn(desk.role())
                                ? "/jobs/" + head.job()
                                : "",
                        refused == null
                                ? ""
                                : page.say(
                                        "intake.file." + refused.code(),
                                        refused.arguments().toArray()),
                        desk.place().level().compareTo(PlaceLevel.COUNTY) > 0,
                        chips(lists.outcomes(id, desk.scope()), only, page),
                        rows.of(found.rows(), page.words()),
                        found.pager(page, page.say("compare.page", found.number()))));
        return "registry/web/compare/list";
    }

    private static List<Chip> chips(Map<Compared.Outcome, Long> counts, Compared.@Nullable Outcome chosen, Page page) {
        List<Chip> chips = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        chips.add(
                new Chip(page.say("compare.all"), Formats.count(all), page.filtered("outcome", null), chosen == null));
        for (Compared.Outcome one : Compared.Outcome.values()) {
            if (one == chosen || counts.containsKey(one)) {
                chips.add(new Chip(
                        page.say("compare.outcome." + one),
                        Formats.count(counts.getOrDefault(one, 0L)),
                        page.filtered("outcome", one.name()),
                        one == chosen));
            }
        }
        return chips;
    }
}
