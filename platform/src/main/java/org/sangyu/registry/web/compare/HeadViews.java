package org.sangyu.registry.web.compare;

import java.util.List;
import java.util.Map;
import org.sangyu.registry.internal.compare.ComparedLists;
import org.sangyu.registry.web.PlaceTexts;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Puts lists that were handed in into words. */
@Component
class HeadViews {

    private final PlaceTexts places;

    HeadViews(PlaceTexts places) {
        this.places = places;
    }

    /** True where a desk sees lists of more than one county. */
    static boolean seesCounties() {
        return CurrentDesk.get().place().level().compareTo(PlaceLevel.COUNTY) < 0;
    }

    List<HeadView> of(List<ComparedLists.Head> heads, Words words) {
        Map<Place, String> names = seesCounties() && !heads.isEmpty()
                ? places.of(heads.stream()
                        .map(ComparedLists.Head::county)
                        .distinct()
                        .toList())
                : Map.of();
        return heads.stream()
                .map(head -> view(head, names.getOrDefault(head.county(), ""), words))
                .toList();
    }

    private static HeadView view(ComparedLists.Head head, String county, Words words) {
        return new HeadView(
                "/comparisons/" + head.id(),
                words.say(
                        "compare.list.title",
                        words.say("registry.source." + head.list().source()),
                        words.say("compare.kind." + head.list().kind())),
                head.file(),
                county,
                Formats.date(head.list().extracted()),
                head.running() ? "wait" : head.refused() == null ? "ok" : "bad",
                words.say(
                        head.running()
                                ? "compare.list.running"
                                : head.refused() == null ? "compare.list.read" : "compare.list.refused"),
                head.by(),
                Formats.instant(head.readAt() == null ? head.handedIn() : head.readAt()),
                new HeadView.Counts(
                        Formats.count(head.rows()),
                        Formats.count(head.hits()),
                        Formats.count(head.notFound()),
                        Formats.count(head.open())));
    }
}
