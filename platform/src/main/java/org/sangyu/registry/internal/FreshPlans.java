package org.sangyu.registry.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has the queries of a transaction planned for the values they carry.
 *
 * <p>A plan kept for any value takes every range for equally narrow, a village as a whole county, and then sorts half a
 * million names where fifty would do. Planning anew costs less than a millisecond.
 */
@Component
class FreshPlans {

    private final JdbcClient jdbc;

    FreshPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From here to the end of the running transaction. */
    void on() {
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
    }
}
