package org.sangyu.benefits.internal.sources;

import org.sangyu.benefits.internal.cycle.OpenHits;
import org.sangyu.benefits.internal.enrolment.FollowComparison;
import org.sangyu.shared.Place;
import org.springframework.stereotype.Component;

/** Open hits as enrolment follows them. */
@Component
class ComparisonHits implements OpenHits {

    private final FollowComparison comparison;

    ComparisonHits(FollowComparison comparison) {
        this.comparison = comparison;
    }

    @Override
    public void suspend(Place county) {
        comparison.suspendOpen(county);
    }
}
