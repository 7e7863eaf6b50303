package org.sangyu.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sangyu.desk.internal.Follows;
import org.sangyu.desk.internal.Newest;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Followable;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody follows: all of it, and the button that begins and ends it. */
@Controller
class FollowPages {

    private final Follows follows;
    private final Newest newest;

    FollowPages(Follows follows, Newest newest) {
        this.follows = follows;
        this.newest = newest;
    }

    @GetMapping("/followed")
    String list(@ModelAttribute("page") Page page, Locale language, Model model) {
        model.addAttribute(
                "things",
                newest.of(follows.list(), CurrentDesk.get(), language).stream()
                        .map(thing -> FollowedView.of(thing, page.words()))
                        .toList());
        return "desk/web/followed";
    }

    /** What the button sends: {@code follow} says which of the two, {@code list} that it stands in the list of all. */
    record Asked(
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String follow,
            @Nullable String list) {

        boolean begins() {
            return "true".equals(follow);
        }

        boolean fromTheList() {
            return "true".equals(list);
        }
    }

    @PostMapping("/followed")
    String change(
            @ModelAttribute Asked asked, @ModelAttribute("page") Page page, Locale language, RedirectAttributes next) {
        Follows.Mark mark = mark(asked);
        if (!asked.begins()) {
            follows.unfollow(mark);
            next.addFlashAttribute("notice", Notice.done(page.say("desk.followed.ended")));
        }
        Newest.Thing thing = newest.of(List.of(mark), CurrentDesk.get(), language).stream()
                .findFirst()
                .orElse(null);
        if (thing == null && asked.begins()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (asked.begins()) {
            next.addFlashAttribute(
                    "notice",
                    follows.follow(mark)
                            ? Notice.done(page.say("desk.followed.begun"))
                            : Notice.warning(page.say("desk.followed.full", Follows.MOST)));
        }
        return "redirect:"
                + (thing == null || asked.fromTheList()
                        ? "/followed"
                        : thing.news().href());
    }

    private static Follows.Mark mark(Asked asked) {
        String subject = asked.subject() == null ? "" : asked.subject();
        return Arrays.stream(Followable.Kind.values())
                .filter(kind -> kind.name().equals(asked.kind()))
                .findFirst()
                .flatMap(kind -> ElderId.find(subject).map(id -> new Follows.Mark(kind, id.value())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
