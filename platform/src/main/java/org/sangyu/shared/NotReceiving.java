package org.sangyu.shared;

import java.time.YearMonth;
import java.util.Map;

/** What an elder is entitled to and does not receive (应享未享); implemented by {@code benefits} for the elder's page. */
public interface NotReceiving {

    /**
     * By the county's newest comparison; without one, or where nobody knows who receives a benefit, nothing is said.
     *
     * @return benefit id to the first month of the unbroken run of entitled months
     */
    Map<String, YearMonth> of(ElderId elder, Scope scope);
}
