package org.sangyu.registry.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.Registry;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.LookedAt;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Formats;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The people assigned to a visitor or an assessor, each read only. */
@Controller
class VisitPages {

    private static final int ROWS = 50;

    private final Registry registry;
    private final ElderRowViews rows;
    private final Glance glance;
    private final LookedAt looked;

    VisitPages(Registry registry, ElderRowViews rows, Glance glance, LookedAt looked) {
        this.registry = registry;
        this.rows = rows;
        this.glance = glance;
        this.looked = looked;
    }

    @GetMapping("/visits")
    @Transactional(readOnly = true)
    public String list(
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page,
            Model model) {
        Scope scope = CurrentDesk.get().scope();
        List<ElderSummary> people = registry.summaries(scope.people(), scope).values().stream()
                .sorted(Comparator.comparing((ElderSummary one) -> one.place().path())
                        .thenComparing(ElderSummary::name, Collator.getInstance(Locale.CHINA)))
                .toList();
        ListPage<ElderSummary> found = ListPage.read(
                number,
                ROWS,
                (offset, limit) -> people.stream().skip(offset).limit(limit).toList());
        model.addAttribute("many", Formats.count(people.size()));
        model.addAttribute("rows", rows.of(found.rows(), page.words()));
        model.addAttribute(
                "pager",
                found.pager(
                        page, page.say("registry.visits.rows", found.first(ROWS), found.last(ROWS), people.size())));
        return "registry/web/visits";
    }

    @GetMapping("/visits/{id}")
    @Transactional
    public String person(@PathVariable String id, @ModelAttribute("page") Page page, Model model) {
        ElderSummary person = ElderPages.find(registry, id, CurrentDesk.get().scope());
        looked.opened(person.id(), person.place());
        model.addAttribute("view", glance.of(person, page.words()));
        model.addAttribute("assesses", CurrentDesk.get().role() == Role.ASSESSOR && person.died() == null);
        return "registry/web/visit";
    }
}
