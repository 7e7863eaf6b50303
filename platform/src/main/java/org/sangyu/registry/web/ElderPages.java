package org.sangyu.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.RecordedFact;
import org.sangyu.registry.Registry;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Followable;
import org.sangyu.shared.Followed;
import org.sangyu.shared.LookedAt;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Follow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The elder's page: who, how to reach, what to know; what follows from it arrives in parts. */
@Controller
class ElderPages {

    private final Registry registry;
    private final ElderViews views;
    private final ObjectProvider<Followed> followed;
    private final Dictionary dictionary;
    private final LookedAt looked;
    private final Clock clock;

    ElderPages(
            Registry registry,
            ElderViews views,
            ObjectProvider<Followed> followed,
            Dictionary dictionary,
            LookedAt looked,
            Clock clock) {
        this.registry = registry;
        this.looked = looked;
        this.views = views;
        this.followed = followed;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @GetMapping("/elders/{id}")
    @Transactional
    public String elder(@PathVariable String id, Locale locale, Model model) {
        Desk desk = CurrentDesk.get();
        ElderSummary person = find(registry, id, desk.scope());
        looked.opened(person.id(), person.place());
        List<RecordedFact> facts = registry.facts(person.id(), desk.scope(), null);
        model.addAttribute("view", views.of(person, facts, dictionary.in(locale), LocalDate.now(clock)));
        model.addAttribute("follow", follow(person.id()));
        return "registry/web/elder";
    }

    private Follow follow(ElderId elder) {
        Followable.Kind kind = Followable.Kind.ELDER;
        return new Follow(
                kind.name(),
                elder.toString(),
                followed.stream().anyMatch(kept -> kept.isFollowed(kind, elder.value())));
    }

    /** The person behind an address; 404 for a malformed id as for one of another place. */
    static ElderSummary find(Registry registry, String id, Scope scope) {
        ElderId elder;
        try {
            elder = ElderId.parse(id);
        } catch (IllegalArgumentException malformed) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, malformed);
        }
        return registry.find(elder, scope).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
