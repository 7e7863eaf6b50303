package org.sangyu.registry.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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

    /** From here to the end of the running transaction; said to the database once. */
    void on() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new Said(this));
        }
    }

    /** Forgets with the transaction what was said in it, and while another one runs inside. */
    private record Said(FreshPlans plans) implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(plans);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(plans, true);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(plans);
        }
    }
}
