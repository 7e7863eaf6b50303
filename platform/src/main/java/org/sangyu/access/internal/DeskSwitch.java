package org.sangyu.access.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Organisation;
import org.sangyu.shared.Place;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Frame;
import org.sangyu.ui.OwnDesks;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The desks that the filter found for this request, with their names. */
@Component
class DeskSwitch implements OwnDesks {

    private final Regions regions;

    DeskSwitch(Regions regions) {
        this.regions = regions;
    }

    @Override
    public List<Frame.DeskChoice> of(Desk current, Words words) {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        if (!(request.getAttribute(DeskFilter.GRANTS, RequestAttributes.SCOPE_REQUEST) instanceof List<?> grants)) {
            return List.of();
        }
        List<Grant> own = grants.stream().map(Grant.class::cast).toList();
        Map<Place, String> names = regions.names(own.stream().map(Grant::place).toList());
        return own.stream()
                .map(grant -> new Frame.DeskChoice(
                        grant.id().toString(),
                        grant.covers() == null
                                ? words.say("access.role." + grant.role().name())
                                : words.say(
                                        "access.cover.as",
                                        words.say("access.role." + grant.role().name()),
                                        grant.covers()),
                        where(grant, names)))
                .toList();
    }

    @Override
    public Optional<Frame.Watch> watch(Words words) {
        Optional<Viewing> viewing = Viewing.now();
        if (viewing.isPresent()) {
            Viewing view = viewing.get();
            return Optional.of(new Frame.Watch(
                    words.say(
                            "access.view-as.banner",
                            view.viewer().name(),
                            view.viewed().person(),
                            Formats.instant(view.until())),
                    Routes.STOP_VIEWING,
                    words.say("access.view-as.stop")));
        }
        return RequestContextHolder.currentRequestAttributes()
                                .getAttribute(DeskFilter.OFFERED, RequestAttributes.SCOPE_REQUEST)
                        instanceof Instant until
                ? Optional.of(new Frame.Watch(
                        words.say("access.view-as.offered", Formats.instant(until)),
                        "/desks/viewing/end",
                        words.say("access.view-as.end")))
                : Optional.empty();
    }

    private static String where(Grant grant, Map<Place, String> names) {
        Organisation organisation = grant.organisation();
        if (organisation != null) {
            return organisation.name();
        }
        return grant.place().equals(Place.NATION) ? "" : names.getOrDefault(grant.place(), "");
    }
}
