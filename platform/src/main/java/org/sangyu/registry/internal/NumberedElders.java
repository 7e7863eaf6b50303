package org.sangyu.registry.internal;

import java.util.Optional;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.IdNumber;
import org.sangyu.shared.ElderByNumber;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers the port by the blind index of the register. */
@Component
class NumberedElders implements ElderByNumber {

    private final Elders elders;

    NumberedElders(Elders elders) {
        this.elders = elders;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ElderId> find(String typed, Scope scope) {
        return IdNumber.find(typed)
                .flatMap(number -> elders.findByIdNumber(number, scope))
                .map(ElderSummary::id);
    }
}
