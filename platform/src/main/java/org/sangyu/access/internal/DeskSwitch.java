package org.sangyu.access.internal;

import java.util.List;
import org.sangyu.shared.Desk;
import org.sangyu.shared.PlaceNames;
import org.sangyu.ui.Frame;
import org.sangyu.ui.OwnDesks;
import org.sangyu.ui.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The desks that the filter found for this request, with their names. */
@Component
class DeskSwitch implements OwnDesks {

    private final ObjectProvider<PlaceNames> places;

    DeskSwitch(ObjectProvider<PlaceNames> places) {
        this.places = places;
    }

    @Override
    public List<Frame.DeskChoice> of(Desk current, Words words) {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        if (!(request.getAttribute(DeskFilter.GRANTS, RequestAttributes.SCOPE_REQUEST) instanceof List<?> grants)) {
            return List.of();
        }
        PlaceNames names = places.getIfAvailable(() -> place -> "");
        return grants.stream()
                .map(Grant.class::cast)
                .map(grant -> new Frame.DeskChoice(
                        grant.id().toString(),
                        words.say("access.role." + grant.role().name()),
                        grant.place().path().length() == 1 ? "" : names.nameOf(grant.place())))
                .toList();
    }
}
