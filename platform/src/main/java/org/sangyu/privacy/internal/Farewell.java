package org.sangyu.privacy.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sangyu.privacy.internal.RetentionPlan.Kind;
import org.sangyu.shared.Departed;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Forgetting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which elders may be forgotten and which must stay, and forgetting them in every module that keeps something of them. */
@Component
class Farewell {

    private final ObjectProvider<Departed> departed;
    private final ObjectProvider<Forgetting> modules;

    Farewell(ObjectProvider<Departed> departed, ObjectProvider<Forgetting> modules) {
        this.departed = departed;
        this.modules = modules;
    }

    /**
     * Some elders whose time is over.
     *
     * @param leaving who may be forgotten
     * @param staying how many must stay, by the words key of the reason
     * @param last the last of all of them; null when there was none
     */
    record Batch(
            List<ElderId> leaving,
            Map<String, Long> staying,
            @Nullable ElderId last) {

        boolean isEmpty() {
            return last == null;
        }
    }

    /** The next elders behind one. */
    Batch next(Kind kind, LocalDate today, @Nullable ElderId after, int most) {
        Departed register = departed.getIfAvailable();
        if (register == null || kind.people() == null || kind.period() == null) {
            return new Batch(List.of(), Map.of(), null);
        }
        List<ElderId> due = register.next(kind.people(), today.minus(kind.period()), after, most);
        Map<ElderId, String> reasons = new HashMap<>();
        if (!due.isEmpty()) {
            modules.orderedStream().forEach(module -> reasons.putAll(module.mustStay(due)));
        }
        List<ElderId> leaving = new ArrayList<>(due);
        leaving.removeAll(reasons.keySet());
        Map<String, Long> staying = new TreeMap<>();
        reasons.values().forEach(reason -> staying.merge(reason, 1L, Long::sum));
        return new Batch(leaving, staying, due.isEmpty() ? null : due.getLast());
    }

    /** Every module empties what it keeps of them, in the running transaction. */
    void forget(List<ElderId> leaving) {
        if (!leaving.isEmpty()) {
            modules.orderedStream().forEach(module -> module.forget(leaving));
        }
    }
}
