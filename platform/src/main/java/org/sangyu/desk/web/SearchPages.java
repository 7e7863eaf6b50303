package org.sangyu.desk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sangyu.desk.internal.Hits;
import org.sangyu.desk.internal.OfficeMenu;
import org.sangyu.desk.internal.OfficePages;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.SearchSource.SearchHit;
import org.sangyu.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The one search box: people, places, policies and pages, only inside the desk's scope. */
@Controller
class SearchPages {

    private static final int EACH = 20;
    private static final int LONGEST = 80;

    private final Hits hits;
    private final OfficeMenu menu;

    SearchPages(Hits hits, OfficeMenu menu) {
        this.hits = hits;
        this.menu = menu;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, @ModelAttribute("page") Page page, Model model) {
        String text = q.strip();
        text = text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))));
        Map<String, List<SearchView.Hit>> byKind = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            Desk desk = CurrentDesk.get();
            for (SearchHit hit : hits.of(desk.scope(), text, EACH + 1)) {
                byKind.computeIfAbsent(page.say(hit.kind()), kind -> new ArrayList<>())
                        .add(new SearchView.Hit(hit.title(), hit.detail(), hit.href()));
            }
            List<SearchView.Hit> pages = pages(desk, text, page);
            if (!pages.isEmpty()) {
                byKind.put(page.say("desk.kind.page"), pages);
            }
        }
        model.addAttribute(
                "view",
                new SearchView(
                        text,
                        byKind.entrySet().stream()
                                .map(group -> new SearchView.Group(
                                        group.getKey(),
                                        group.getValue().stream().limit(EACH).toList(),
                                        group.getValue().size() > EACH ? page.say("desk.search.more", EACH) : ""))
                                .toList()));
        return "desk/web/search";
    }

    private List<SearchView.Hit> pages(Desk desk, String text, Page page) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Map<String, String> titles = new LinkedHashMap<>();
        menu.of(desk, "").forEach(entry -> titles.put(entry.href(), page.say(entry.wordKey())));
        OfficePages.of(desk.role())
                .forEach(one -> titles.merge(one.href(), page.say(one.wordKey()), SearchPages::both));
        return titles.entrySet().stream()
                .filter(entry -> entry.getValue().toLowerCase(Locale.ROOT).contains(wanted))
                .map(entry -> new SearchView.Hit(entry.getValue(), "", entry.getKey()))
                .toList();
    }

    /** The word of the menu, and the title of its page where they differ. */
    private static String both(String menu, String title) {
        return menu.equals(title) ? menu : menu + " · " + title;
    }
}
