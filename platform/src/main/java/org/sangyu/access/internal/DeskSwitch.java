package org.sangyu.access.internal;

import java.util.List;
import java.util.Map;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Organisation;
import org.sangyu.shared.Place;
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

    private static String where(Grant grant, Map<Place, String> names) {
        Organisation organisation = grant.organisation();
        if (organisation != null) {
            return organisation.name();
        }
        return grant.place().equals(Place.NATION) ? "" : names.getOrDefault(grant.place(), "");
    }
}
