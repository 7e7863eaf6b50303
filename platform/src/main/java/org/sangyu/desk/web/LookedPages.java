package org.sangyu.desk.web;

import java.util.Map;
import java.util.UUID;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderCards;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.LookedAt;
import org.sangyu.shared.PlaceNames;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Formats;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Who opened an elder's record, when and for what, in large type: for the elder, and read to them by a worker. */
@Controller
class LookedPages {

    private static final int ROWS = 20;

    private final ObjectProvider<ElderCards> cards;
    private final LookedAt looked;
    private final PlaceNames names;

    LookedPages(ObjectProvider<ElderCards> cards, LookedAt looked, PlaceNames names) {
        this.cards = cards;
        this.looked = looked;
        this.names = names;
    }

    @GetMapping("/me/looked")
    ModelAndView mine(
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @CookieValue(name = "size", defaultValue = "") String size,
            @ModelAttribute("page") Page page) {
        ElderId elder = CurrentDesk.get().scope().people().getFirst();
        return show(new Asked(elder, "/me", number, PlainPages.bounded(size)), page);
    }

    @GetMapping("/elders/{id}/plain/looked")
    ModelAndView forAnElder(
            @PathVariable UUID id,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @CookieValue(name = "size", defaultValue = "") String size,
            @ModelAttribute("page") Page page) {
        return show(new Asked(new ElderId(id), "/elders/" + id + "/plain", number, PlainPages.bounded(size)), page);
    }

    private record Asked(ElderId elder, String back, PageNumber number, int size) {}

    private ModelAndView show(Asked asked, Page page) {
        Scope scope = CurrentDesk.get().scope();
        ElderCards.ElderCard card = cards.stream()
                .flatMap(source -> source.find(asked.elder(), scope).stream())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ListPage<LookedAt.Look> found =
                ListPage.read(asked.number(), ROWS, (offset, limit) -> looked.listLooks(card, scope, offset, limit));
        LookedView view = new LookedView(
                PlainPages.greeting(card.name(), page),
                found.rows().stream().map(look -> view(look, page)).toList(),
                found.pager(page, page.say("desk.looked.rows", found.first(ROWS), found.last(ROWS))),
                asked.back(),
                asked.size());
        return new ModelAndView("desk/web/looked", Map.of("view", view));
    }

    private LookedView.Look view(LookedAt.Look look, Page page) {
        String role = page.say("access.role." + look.role());
        String place = look.desk() == null ? "" : names.nameOf(look.desk()) + " ";
        String known = "deed." + look.verb();
        return new LookedView.Look(
                Formats.instant(look.at()),
                page.say("desk.looked.who", look.person(), place + role),
                page.words().knows(known) ? page.say(known) : page.say("desk.looked.other"),
                look.people() == 0 ? "" : page.say("desk.looked.list", look.people()),
                look.viewing().isEmpty() ? "" : page.say("desk.looked.viewing", look.viewing()),
                look.reason());
    }
}
