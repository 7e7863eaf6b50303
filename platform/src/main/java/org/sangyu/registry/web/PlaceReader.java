package org.sangyu.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.regions.VillageNames;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/**
 * Understands a place typed into a form: a village as clerks call it, or a code; several that fit are offered.
 *
 * <p>The inputs are {@code name} (text), {@code nameWas} (the text the path belongs to) and {@code namePath}.
 */
@Component
class PlaceReader {

    private static final int MOST_OFFERED = 20;

    private final Regions regions;
    private final Clock clock;

    PlaceReader(Regions regions, Clock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    /** The places that fit, best first; exactly one is an answer. Reports to the form what is wrong. */
    List<Place> read(FormValues form, String name, Words words) {
        String text = form.text(name);
        if (text.isEmpty()) {
            return List.of();
        }
        Optional<Place> chosen = ElderQuery.place(form.text(name + "Path"));
        if (chosen.isPresent() && text.equals(form.text(name + "Was"))) {
            Optional<PlaceInfo> known = regions.find(chosen.get()).filter(info -> info.ended() == null);
            if (known.isPresent()) {
                return List.of(known.get().place());
            }
        }
        List<Place> found = candidates(text);
        if (found.isEmpty()) {
            form.wrong(name, words.say("registry.wrong.place"));
        } else if (found.size() > 1) {
            form.wrong(name, words.say("registry.wrong.places", found.size()));
        }
        return found;
    }

    private List<Place> candidates(String text) {
        if (text.matches("[0-9]{6,12}")) {
            return regions.findByCode(text, LocalDate.now(clock)).map(PlaceInfo::place).stream()
                    .toList();
        }
        Place desk = CurrentDesk.get().place();
        String last = text.substring(text.lastIndexOf('/') + 1).strip();
        if (desk.path().length() >= PlaceLevel.COUNTY.pathLength()) {
            List<Place> near = inCounty(desk, text.replace("/", "").replace(" ", ""));
            if (!near.isEmpty()) {
                return near;
            }
        }
        List<Place> inside = search(last, desk);
        return inside.isEmpty() ? search(last, Place.NATION) : inside;
    }

    private List<Place> inCounty(Place desk, String text) {
        return switch (regions.villages(desk.at(PlaceLevel.COUNTY)).resolve(text)) {
            case VillageNames.Unique unique -> List.of(unique.village().place());
            case VillageNames.Several several ->
                several.villages().stream().map(VillageNames.Named::place).toList();
            case VillageNames.Unknown unknown -> List.of();
        };
    }

    private List<Place> search(String text, Place within) {
        List<PlaceInfo> found = regions.search(text, within, MOST_OFFERED);
        List<Place> exact = found.stream()
                .filter(info -> info.name().equals(text))
                .map(PlaceInfo::place)
                .toList();
        return exact.isEmpty() ? found.stream().map(PlaceInfo::place).toList() : exact;
    }
}
