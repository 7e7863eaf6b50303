package org.sangyu.benefits.internal.unclaimed;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.NotReceiving;
import org.sangyu.shared.Scope;
import org.springframework.stereotype.Component;

/** One person's rows of the newest comparison, without those for whom enrolment has begun since. */
@Component
class NotReceivingNow implements NotReceiving {

    private final UnclaimedList list;

    NotReceivingNow(UnclaimedList list) {
        this.list = list;
    }

    @Override
    public Map<String, YearMonth> of(ElderId elder, Scope scope) {
        Map<String, YearMonth> since = new LinkedHashMap<>();
        for (Unclaimed one : list.of(elder, scope)) {
            boolean begun = one.state() == UnclaimedState.UNDER_WAY || one.state() == UnclaimedState.WILL_APPLY;
            if (one.since() != null && !begun) {
                since.put(one.benefit(), one.since());
            }
        }
        return since;
    }
}
