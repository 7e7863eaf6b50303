package org.sangyu.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.desk.internal.Contacts;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderCards;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Entitlements;
import org.sangyu.shared.LookedAt;
import org.sangyu.shared.Receiving;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** The elder's page in large type, for the elder and for a worker who reads it to them. */
@Controller
class PlainPages {

    private static final int SMALLEST = 1;
    private static final int USUAL = 2;
    private static final int LARGEST = 4;

    private final ObjectProvider<ElderCards> cards;
    private final ObjectProvider<Entitlements> entitlements;
    private final ObjectProvider<Receiving> receiving;
    private final Contacts contacts;
    private final LookedAt looked;
    private final Clock clock;

    PlainPages(
            ObjectProvider<ElderCards> cards,
            ObjectProvider<Entitlements> entitlements,
            ObjectProvider<Receiving> receiving,
            Contacts contacts,
            LookedAt looked,
            Clock clock) {
        this.cards = cards;
        this.entitlements = entitlements;
        this.receiving = receiving;
        this.contacts = contacts;
        this.looked = looked;
        this.clock = clock;
    }

    /** What the reader asked for in the address. */
    record Asked(int item, int size) {}

    @ModelAttribute("asked")
    Asked asked(
            @RequestParam(defaultValue = "1") int item,
            @RequestParam(required = false) @Nullable Integer size,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (size == null) {
            var cookie = WebUtils.getCookie(request, "size");
            return new Asked(item, cookie == null ? USUAL : bounded(cookie.getValue()));
        }
        int bounded = Math.clamp(size, SMALLEST, LARGEST);
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from("size", String.valueOf(bounded))
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build()
                        .toString());
        return new Asked(item, bounded);
    }

    @GetMapping("/me")
    ModelAndView mine(@ModelAttribute("asked") Asked asked, @ModelAttribute("page") Page page) {
        return show(new Reading(CurrentDesk.get().scope().people().getFirst(), null, asked), page);
    }

    @GetMapping("/elders/{id}/plain")
    ModelAndView forAnElder(
            @PathVariable UUID id, @ModelAttribute("asked") Asked asked, @ModelAttribute("page") Page page) {
        return show(new Reading(new ElderId(id), "/elders/" + id, asked), page);
    }

    /** Whose page is read, and where a worker goes back to. */
    private record Reading(ElderId elder, @Nullable String back, Asked asked) {}

    private ModelAndView show(Reading reading, Page page) {
        Scope scope = CurrentDesk.get().scope();
        ElderCards.ElderCard card = cards.stream()
                .flatMap(source -> source.find(reading.elder(), scope).stream())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (reading.back() != null) {
            looked.opened(card.id(), card.place());
        }
        PlainView.@Nullable Call call =
                contacts.findFor(card.place()).map(PlainPages::call).orElse(null);
        PlainWords plain = new PlainWords(page.words(), states(reading.elder(), scope), call != null);
        List<Entitlements.Line> lines = lines(reading.elder(), scope, page);
        List<Entitlements.Line> things = plain.worthAPage(lines);
        List<PlainView.Rest> rest = plain.rest(lines);
        int pages = things.size() + (rest.isEmpty() && !things.isEmpty() ? 0 : 1);
        int item = Math.clamp(reading.asked().item(), 1, pages);
        boolean onRest = item > things.size();
        PlainView view = new PlainView(
                greeting(card.name(), page),
                onRest ? null : plain.thing(things.get(item - 1)),
                onRest ? rest : List.of(),
                pages == 1 ? "" : item + " / " + pages,
                item == 1 ? null : page.with("item", String.valueOf(item - 1)),
                item == pages ? null : page.with("item", String.valueOf(item + 1)),
                around(reading.asked().size(), reading.back(), page),
                reading.back() == null ? "/me/looked" : reading.back() + "/plain/looked",
                CurrentDesk.get().role() == Role.ELDER,
                call);
        return new ModelAndView("desk/web/plain", Map.of("view", view));
    }

    private List<Entitlements.Line> lines(ElderId elder, Scope scope, Page page) {
        YearMonth month = YearMonth.now(clock);
        Locale language = page.words().language().locale();
        return entitlements.stream()
                .flatMap(source -> source.of(elder, scope, month, language).stream())
                .toList();
    }

    private Map<String, Receiving.State> states(ElderId elder, Scope scope) {
        return receiving.stream()
                .map(source -> source.of(elder, scope))
                .findFirst()
                .orElse(Map.of());
    }

    private static PlainView.Around around(int size, @Nullable String back, Page page) {
        return new PlainView.Around(
                size,
                size == LARGEST ? null : page.with("size", String.valueOf(size + 1)),
                size == SMALLEST ? null : page.with("size", String.valueOf(size - 1)),
                back);
    }

    private static PlainView.Call call(org.sangyu.desk.internal.Contact contact) {
        return new PlainView.Call(
                contact.office(), contact.telephone(), contact.telephone().replaceAll("[^0-9+]", ""));
    }

    /** A trusted person reads somebody else's page, and it says so. */
    static String greeting(String name, Page page) {
        boolean trusted = CurrentDesk.get().role() == Role.RELATIVE;
        return page.say(trusted ? "desk.plain.of" : "desk.plain.greeting", name);
    }

    static int bounded(String size) {
        return size.matches("[1-4]") ? Integer.parseInt(size) : USUAL;
    }
}
