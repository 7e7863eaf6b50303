package org.sangyu.registry.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.registry.Category;
import org.sangyu.registry.ElderFilter.AgeBand;
import org.sangyu.registry.ElderFilter.Life;
import org.sangyu.registry.Registry;
import org.sangyu.registry.web.ElderListView.Group;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** The filter chips of the list; counts are asked for in one question and only when wanted. */
@Component
class ElderChips {

    private static final int MOST_PLACES = 60;

    private final Registry registry;
    private final Regions regions;

    ElderChips(Registry registry, Regions regions) {
        this.registry = registry;
        this.regions = regions;
    }

    private record Draft(int group, String text, ElderQuery query, boolean chosen) {}

    List<Group> of(ElderQuery query, Desk desk, Words words, boolean counted) {
        List<String> labels = List.of(
                words.say("registry.filter.place"),
                words.say("registry.filter.tag"),
                words.say("registry.filter.age"),
                words.say("registry.filter.life"));
        List<Draft> drafts = new ArrayList<>();
        places(query, desk, words, drafts);
        for (Category tag : Category.values()) {
            boolean on = tag == query.tag();
            drafts.add(new Draft(1, words.say("registry.tag." + tag), query.tagged(on ? null : tag), on));
        }
        for (AgeBand band : AgeBand.values()) {
            boolean on = band == query.age();
            drafts.add(new Draft(2, words.say("registry.age." + band), query.aged(on ? null : band), on));
        }
        for (Life life : Life.values()) {
            drafts.add(
                    new Draft(3, words.say("registry.life.filter." + life), query.living(life), life == query.life()));
        }
        return grouped(labels, drafts, counted ? counts(drafts, query, desk.scope()) : List.of());
    }

    private void places(ElderQuery query, Desk desk, Words words, List<Draft> drafts) {
        Place shown = query.place() == null ? desk.place() : query.place();
        if (query.place() != null) {
            Place parent = parentOf(shown);
            Place up = parent != null && desk.place().contains(parent) && !parent.equals(desk.place()) ? parent : null;
            drafts.add(new Draft(0, words.say("registry.filter.up"), query.at(up), false));
        }
        boolean leaf = shown.level() == PlaceLevel.VILLAGE;
        for (PlaceInfo child : leaf ? List.<PlaceInfo>of() : regions.children(shown, 0, MOST_PLACES)) {
            drafts.add(new Draft(0, child.name(), query.at(child.place()), false));
        }
        if (leaf && query.place() != null) {
            String name = regions.names(List.of(shown)).getOrDefault(shown, shown.path());
            drafts.add(new Draft(0, name, query, true));
        }
    }

    /** A chip that is on counts what it shows now, not what taking it off would show. */
    private List<String> counts(List<Draft> drafts, ElderQuery query, Scope scope) {
        List<Long> counts = registry.counts(
                scope,
                drafts.stream()
                        .map(draft -> (draft.chosen() ? query : draft.query()).filter())
                        .toList());
        return counts.stream().map(Formats::countUpToThousand).toList();
    }

    private static List<Group> grouped(List<String> labels, List<Draft> drafts, List<String> counts) {
        List<Group> groups = new ArrayList<>();
        for (int group = 0; group < labels.size(); group++) {
            List<Chip> chips = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                Draft draft = drafts.get(i);
                String count = counts.isEmpty() ? "" : counts.get(i);
                if (draft.group() == group && (draft.chosen() || !count.equals("0"))) {
                    chips.add(new Chip(draft.text(), count, draft.query().href(), draft.chosen()));
                }
            }
            groups.add(new Group(labels.get(group), List.copyOf(chips)));
        }
        return groups;
    }

    private static @org.jspecify.annotations.Nullable Place parentOf(Place place) {
        return Arrays.stream(PlaceLevel.values())
                .filter(level -> level.pathLength() < place.path().length())
                .reduce((first, second) -> second)
                .map(place::at)
                .orElse(null);
    }
}
